import { report } from '../../reactive/trouble.svelte';
import { failureOf } from '../../storage/failure';
import type { Progress } from '../../workers/protocol';

/** What the worker is doing for the import; `share` (0-1) is unknown where the end is. */
export interface Work {
  readonly kind: 'survey' | 'read' | 'save';
  readonly rows: number;
  readonly share: number | undefined;
}

interface Options {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** One question to the worker at a time: a new one stops the one before, whose answer is then of no interest. */
export class Running {
  #work = $state.raw<Work | null>(null);
  #controller: AbortController | undefined;

  get work(): Work | null {
    return this.#work;
  }

  /** The answer; undefined where it was stopped before there was one, or failed, which is told with the offer to try again. */
  async ask<Answer>(
    kind: Work['kind'],
    question: (options: Options) => Promise<Answer>,
    again: () => void,
  ): Promise<Answer | undefined> {
    this.stop();
    const controller = new AbortController();
    this.#controller = controller;
    this.#work = { kind, rows: 0, share: undefined };
    const onProgress = ({ rows, share }: Progress) => {
      if (!controller.signal.aborted) this.#work = { kind, rows, share };
    };
    try {
      return await question({ signal: controller.signal, onProgress });
    } catch (error) {
      if (!controller.signal.aborted) report(failureOf(error).code, again);
      return undefined;
    } finally {
      if (this.#controller === controller) {
        this.#controller = undefined;
        this.#work = null;
      }
    }
  }

  stop(): void {
    this.#controller?.abort();
  }
}
