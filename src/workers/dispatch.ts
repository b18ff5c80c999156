import { failureOf } from '../storage/failure';
import type { Answer, Input, JobName, Output, ProgressOf, Request } from './protocol';

export interface JobContext<J extends JobName> {
  readonly signal: AbortSignal;
  readonly report: (progress: ProgressOf<J>) => void;
}

export type JobTable = {
  readonly [J in JobName]: (input: Input<J>, context: JobContext<J>) => Promise<Output<J>>;
};

/** Buffers of an answer's columns that are handed over instead of copied. */
export type TransferOf = (output: unknown) => Transferable[];

/**
 * Runs the jobs that requests ask for and posts their answers. This is the one place where what a job throws is caught:
 * it becomes a code that the page has words for.
 */
export function dispatcher(
  jobs: JobTable,
  post: (answer: Answer, transfer: Transferable[]) => void,
  transferOf: TransferOf,
) {
  const running = new Map<number, AbortController>();

  async function run(id: number, name: JobName, input: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const job = jobs[name] as (input: unknown, context: JobContext<JobName>) => Promise<unknown>;
      const output = await job(input, {
        signal: controller.signal,
        report: (progress: unknown) => {
          if (!controller.signal.aborted) post({ kind: 'progress', id, progress }, []);
        },
      });
      post({ kind: 'done', id, output }, transferOf(output));
    } catch (error) {
      const failure = controller.signal.aborted
        ? { code: 'cancelled' as const, message: '' }
        : failureOf(error);
      post({ kind: 'failed', id, code: failure.code, message: failure.message }, []);
    } finally {
      running.delete(id);
    }
  }

  return (request: Request): void => {
    if (request.kind === 'cancel') running.get(request.id)?.abort();
    else void run(request.id, request.name, request.input);
  };
}
