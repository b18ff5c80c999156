import type { NotebookChange } from '../../domain/notebook/notebook';
import { saveNotes } from '../../reactive/notes';
import type { Session } from '../../reactive/session.svelte';
import { report } from '../../reactive/trouble.svelte';
import { failureOf } from '../../storage/failure';

/** Saves what was written; where that fails it is told above the page, and the answer is false. */
export async function keep(session: Session, change: NotebookChange): Promise<boolean> {
  try {
    await saveNotes(session, change);
    return true;
  } catch (error) {
    report(failureOf(error).code);
    return false;
  }
}
