import { addDays, type Day } from '../kernel/day';
import {
  COMPLAINT_STEPS,
  type Complaint,
  type ComplaintStep,
  type ComplaintWork,
} from '../notebook/complaint';

/** The step a complaint waits for, or `closed` when all four are done (method.md [6.5]). */
export type ComplaintStage = ComplaintStep | 'closed';

/** Days given to a step unless the owner says otherwise. */
export const DAYS_A_STEP = 7;

const untouched: ComplaintWork = { owner: null, due: null, doneOn: null, text: '' };

/** The four steps of a complaint nobody has worked on. */
export const noWork = (): Complaint['work'] => ({
  registered: untouched,
  found: untouched,
  removed: untouched,
  mended: untouched,
});

/** The first step that is not done. */
export const stageOf = ({ work }: Complaint): ComplaintStage =>
  COMPLAINT_STEPS.find((step) => work[step].doneOn === null) ?? 'closed';

/** Who does a step, by when, and what came of it; the text of a step that is done may still be mended. */
export const changedWork = (
  complaint: Complaint,
  step: ComplaintStep,
  says: Partial<Omit<ComplaintWork, 'doneOn'>>,
): Complaint => ({
  ...complaint,
  work: { ...complaint.work, [step]: { ...complaint.work[step], ...says } },
});

/** What a step still lacks: words, or for the cause the reason of the catalogue; null where it may be ticked off. */
export function lacking(complaint: Complaint, step: ComplaintStep): 'words' | 'reason' | null {
  const words = step === 'registered' ? complaint.text : complaint.work[step].text;
  if (words.trim() === '') return 'words';
  return step === 'found' && complaint.reason === null ? 'reason' : null;
}

/** Ticks off the step that is next and gives the one after it a date, where it has none; a later step never before an earlier one. */
export function doneStep(complaint: Complaint, step: ComplaintStep, today: Day): Complaint {
  if (stageOf(complaint) !== step || lacking(complaint, step) !== null) return complaint;
  const done = withDone(complaint, step, today);
  const next = stageOf(done);
  if (next === 'closed' || done.work[next].due !== null) return done;
  return changedWork(done, next, { due: addDays(today, DAYS_A_STEP) });
}

/** Opens the last step that was done again; registered it stays. */
export function reopenedStep(complaint: Complaint, step: ComplaintStep): Complaint {
  const last = COMPLAINT_STEPS.findLast((one) => complaint.work[one].doneOn !== null);
  return last === step && step !== 'registered' ? withDone(complaint, step, null) : complaint;
}

const withDone = (complaint: Complaint, step: ComplaintStep, doneOn: Day | null): Complaint => ({
  ...complaint,
  work: { ...complaint.work, [step]: { ...complaint.work[step], doneOn } },
});
