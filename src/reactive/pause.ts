import { Failure } from '../storage/failure';

/** Waits until somebody has stopped typing for a moment; ends at once, as cancelled, when the signal fires. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new Failure('cancelled'));
    });
  });
