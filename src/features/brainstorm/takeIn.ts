import { sentTo, takenIn, takesIdeas } from '../../domain/brainstorm/ideas';
import type { Brainstorm } from '../../domain/notebook/brainstorm';
import { entriesOf, type Entry } from '../../domain/notebook/notebook';
import type { SurveyResponse } from '../../domain/notebook/survey';
import { catalogue } from '../../domain/reasons/catalogue';
import { reasonLabelById } from '../../i18n/reasonLabel';
import type { EntryDraft } from '../../reactive/entryDraft.svelte';
import { changedEntry, saveNotes } from '../../reactive/notes';
import type { Session } from '../../reactive/session.svelte';
import { report } from '../../reactive/trouble.svelte';
import { failureOf } from '../../storage/failure';

/** Filled forms that are waiting to become ideas. */
export const waitingFor = (storm: Brainstorm, entries: readonly Entry[]): readonly SurveyResponse[] =>
  sentTo(storm, entriesOf(entries, 'response'));

/**
 * Makes the ideas of filled forms ideas of the brainstorm and takes the forms away in the same save, so that none comes twice;
 * answers how many came. A form whose ideas find no room waits; where another window was quicker there is nothing left to do.
 */
export async function takeIn(
  session: Session,
  draft: EntryDraft<Brainstorm>,
  entries: readonly Entry[],
): Promise<number> {
  const sent = waitingFor(draft.now, entries);
  if (!takesIdeas(draft.now) || sent.length === 0 || !(await draft.save())) return 0;
  const storm = draft.now;
  const reasons = catalogue(entriesOf(entries, 'reason'));
  const { storm: grown, taken } = takenIn(storm, sent, (id) => reasonLabelById(reasons, id));
  if (taken.length === 0) return 0;
  try {
    await saveNotes(session, { put: [changedEntry(storm, { ideas: grown.ideas })], remove: taken });
  } catch (error) {
    const { code } = failureOf(error);
    if (code === 'busy-elsewhere') session.noted();
    else report(code);
    return 0;
  }
  return grown.ideas.length - storm.ideas.length;
}
