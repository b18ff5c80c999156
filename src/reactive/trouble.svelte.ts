import type { FailureCode } from '../storage/failure';

/** An expected failure that the shell tells about, whichever page is open. */
export interface Trouble {
  readonly code: FailureCode;
  /** Tried again from the banner. */
  readonly retry?: (() => void) | undefined;
}

let present = $state.raw<readonly Trouble[]>([]);

export const troubles = {
  get present(): readonly Trouble[] {
    return present;
  },
};

/** Shows a failure until it is dismissed; the same one is shown once. */
export function report(code: FailureCode, retry?: () => void): void {
  present = [...present.filter((trouble) => trouble.code !== code), { code, retry }];
}

export function forget(code: FailureCode): void {
  present = present.filter((trouble) => trouble.code !== code);
}
