import { dispatcher } from './dispatch';
import { jobs } from './jobs/table';
import type { Request } from './protocol';

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

self.addEventListener('message', (event: MessageEvent<Request>) => {
  dispatch(event.data);
});
