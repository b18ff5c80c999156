import type { Invitation } from '../../domain/notebook/survey';
import type { NotebookChange } from '../../domain/notebook/notebook';
import { claimOf, complaintsOf, type FilledForm } from '../../domain/surveys/outcome';
import { roundMoment } from '../../domain/surveys/staffRound';
import { changedEntry, newEntry } from '../../reactive/notes';

/** Staff, and whoever collects ideas, were promised that nothing tells when they answered. */
const isAnonymous = ({ survey }: Pick<FilledForm, 'survey'>): boolean =>
  survey === 'staff' || survey === 'ideas';

const withoutMoment = <Some extends { madeAt: number; changedAt: number }>(
  entry: Some,
  day: FilledForm['day'],
): Some => ({ ...entry, madeAt: roundMoment({ day }), changedAt: roundMoment({ day }) });

/**
 * All that one filled form leaves behind, to be saved in one go: the answers, what a lost client says of the reason, a complaint for each low
 * rating, and the note in the invitation that this code was taken in.
 */
export function takingIn(
  filled: FilledForm,
  answered?: { readonly invitation: Invitation; readonly digest: string },
): NotebookChange {
  const { survey, client, round, answers, day, way } = filled;
  const response = newEntry('response', { survey, client, round, answers, day, way });
  const claim = claimOf(filled);
  const invitation =
    answered && changedEntry(answered.invitation, { taken: [...answered.invitation.taken, answered.digest] });
  const put = [
    response,
    ...(claim ? [newEntry('statement', { ...claim, from: response.id })] : []),
    ...complaintsOf(filled).map((complaint) => newEntry('complaint', complaint)),
    ...(invitation ? [invitation] : []),
  ];
  return { put: isAnonymous(filled) ? put.map((entry) => withoutMoment(entry, day)) : put };
}
