import { dispatcher } from './dispatch';
import { jobs } from './jobs/table';
import { lifeLock } from '../storage/schema';
import type { Answer, Request } from './protocol';

/** Columns of a list are fresh arrays that the worker does not keep, so their memory is given away. */
const transferOf = (output: unknown): Transferable[] =>
  typeof output === 'object' && output !== null && 'countsByStatus' in output
    ? Object.values(output).flatMap((value) =>
        ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [],
      )
    : [];

const dispatch = dispatcher(
  jobs,
  (answer, transfer) => {
    self.postMessage(answer, { transfer });
  },
  transferOf,
);

const forEver = new Promise<never>(() => undefined);

if ('locks' in navigator)
  void navigator.locks.request(lifeLock(self.name), () => {
    self.postMessage({ kind: 'alive' } satisfies Answer);
    return forEver;
  });

self.addEventListener('message', (event: MessageEvent<Request>) => {
  dispatch(event.data);
});
