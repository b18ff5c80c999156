import { Failure } from '../storage/failure';
import type { Answer, Input, JobName, Output, ProgressOf, Request } from './protocol';

export interface AskOptions<J extends JobName> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ProgressOf<J>) => void;
  /** After `signal` the worker's own word is awaited: what was to be stopped may be done already, as when an import is being written. */
  readonly toTheEnd?: boolean;
}

/** Asks the worker to do a job; rejects with a `Failure`. Nothing is posted before the first question. */
export type Ask = <J extends JobName>(
  name: J,
  input: Input<J>,
  options?: AskOptions<J>,
) => Promise<Output<J>>;

/** The side of a worker that a page talks to; tests give a fake one. */
export type Port = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** Calls `stopped` when the worker is no more: a browser short of memory ends it without a word. */
export type Watch = (stopped: () => void) => void;

interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (failure: Failure) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
}

/**
 * Questions and answers matched by number. An answer that comes after its question was cancelled is ignored. Where the worker
 * stops, what was asked fails with `worker-stopped`, and the next question opens another.
 */
export function askThrough(open: () => Port, watch: Watch = () => undefined): Ask {
  const waiting = new Map<number, Waiting>();
  let port: Port | undefined;
  let last = 0;

  const giveUp = (stopped: Port, message?: string) => {
    if (port !== stopped) return;
    port = undefined;
    stopped.terminate();
    for (const { reject } of waiting.values()) reject(new Failure('worker-stopped', message));
    waiting.clear();
  };

  const connect = (): Port => {
    const opened = open();
    opened.addEventListener('message', (event: MessageEvent<Answer>) => {
      const answer = event.data;
      if (answer.kind === 'alive') {
        watch(() => giveUp(opened));
        return;
      }
      const question = waiting.get(answer.id);
      if (!question) return;
      if (answer.kind === 'progress') question.onProgress?.(answer.progress as never);
      else {
        waiting.delete(answer.id);
        if (answer.kind === 'done') question.resolve(answer.output as never);
        else question.reject(new Failure(answer.code, answer.message));
      }
    });
    opened.addEventListener('error', (event: ErrorEvent) => giveUp(opened, event.message));
    opened.addEventListener('messageerror', () => giveUp(opened));
    return opened;
  };

  return (name, input, { signal, onProgress, toTheEnd = false } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new Failure('cancelled'));
        return;
      }
      port ??= connect();
      const id = ++last;
      waiting.set(id, { resolve, reject, onProgress });
      signal?.addEventListener('abort', () => {
        if (!waiting.has(id)) return;
        port?.postMessage({ kind: 'cancel', id } satisfies Request);
        if (toTheEnd) return;
        waiting.delete(id);
        reject(new Failure('cancelled'));
      });
      port.postMessage({ kind: 'job', id, name, input } satisfies Request);
    });
}
