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
export type Port = Pick<Worker, 'postMessage' | 'addEventListener'>;

interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (failure: Failure) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
}

/** Questions and answers matched by number. An answer that comes after its question was cancelled is ignored. */
export function askThrough(open: () => Port): Ask {
  const waiting = new Map<number, Waiting>();
  let port: Port | undefined;
  let last = 0;

  const failAll = (message: string) => {
    for (const { reject } of waiting.values()) reject(new Failure('unexpected', message));
    waiting.clear();
  };

  const connect = (): Port => {
    const opened = open();
    opened.addEventListener('message', (event: MessageEvent<Answer>) => {
      const answer = event.data;
      const question = waiting.get(answer.id);
      if (!question) return;
      if (answer.kind === 'progress') question.onProgress?.(answer.progress as never);
      else {
        waiting.delete(answer.id);
        if (answer.kind === 'done') question.resolve(answer.output as never);
        else question.reject(new Failure(answer.code, answer.message));
      }
    });
    opened.addEventListener('error', (event: ErrorEvent) => {
      failAll(event.message);
    });
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
