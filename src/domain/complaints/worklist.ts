import type { Day } from '../kernel/day';
import type { Complaint, ComplaintStep } from '../notebook/complaint';
import { stageOf } from './steps';

/** The date by which the step at hand is due; null for a closed complaint or where nobody set one. */
export function dueOn(complaint: Complaint): Day | null {
  const stage = stageOf(complaint);
  return stage === 'closed' ? null : complaint.work[stage].due;
}

/** Whether the step at hand should have been done before today. */
export function isOverdue(complaint: Complaint, today: Day): boolean {
  const due = dueOn(complaint);
  return due !== null && due < today;
}

/** A step somebody has to do next. */
export interface NextWork {
  readonly complaint: Complaint;
  readonly step: ComplaintStep;
  readonly due: Day | null;
  readonly overdue: boolean;
}

/** The step at hand of every open complaint: the earliest due first, those without a date after them, the oldest complaint first. */
export function nextWork(complaints: readonly Complaint[], today: Day): readonly NextWork[] {
  return complaints
    .flatMap((complaint): NextWork[] => {
      const step = stageOf(complaint);
      if (step === 'closed') return [];
      return [{ complaint, step, due: dueOn(complaint), overdue: isOverdue(complaint, today) }];
    })
    .sort(
      (a, b) =>
        (a.due ?? Infinity) - (b.due ?? Infinity) ||
        a.complaint.day - b.complaint.day ||
        a.complaint.madeAt - b.complaint.madeAt,
    );
}

/** The day all four steps were done; null while one is not. */
export function closedOn(complaint: Complaint): Day | null {
  if (stageOf(complaint) !== 'closed') return null;
  return Math.max(...Object.values(complaint.work).map(({ doneOn }) => doneOn ?? -Infinity)) as Day;
}
