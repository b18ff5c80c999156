import type { NotebookChange } from '../../domain/notebook/notebook';
import { saveNotes } from '../../reactive/notes';
import type { Session } from '../../reactive/session.svelte';
import { report } from '../../reactive/trouble.svelte';
import { failureOf } from '../../storage/failure';

/** Saves, and says whether it worked; meanwhile a second press does nothing. A failure is told where all of them are. */
export class Saving {
  readonly #session: Session;
  #busy = $state(false);
  #failed = $state(false);

  constructor(session: Session) {
    this.#session = session;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** The last attempt did not work: nothing of it was saved. */
  get failed(): boolean {
    return this.#failed;
  }

  async save(change: NotebookChange): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#failed = false;
    try {
      await saveNotes(this.#session, change);
      return true;
    } catch (error) {
      this.#failed = true;
      report(failureOf(error).code);
      return false;
    } finally {
      this.#busy = false;
    }
  }
}
