import type { Day } from '../kernel/day';
import type { Complaint } from '../notebook/complaint';
import { stageOf } from './steps';
import { isOverdue } from './worklist';

/** Without a complaint for this long a shop should wonder whether it hears them (method.md [6.5]). */
export const QUIET_DAYS = 90;

/** What an owner should know about the complaints as a whole. */
export interface ComplaintWarnings {
  /** The day of the last complaint, where it is 90 days ago or more; `never` where there was none at all; null while they come. */
  readonly quietSince: Day | 'never' | null;
  /** Low ratings of surveys that nobody has begun to work on: no owner, no words, no cause (method.md [6.4]). */
  readonly hidden: number;
  readonly overdue: number;
}

/** Warnings about complaints as of today; one that is still being written down counts as none. */
export function warnings(complaints: readonly Complaint[], today: Day): ComplaintWarnings {
  const told = complaints.filter(
    (complaint) => stageOf(complaint) !== 'registered' || isFromSurvey(complaint),
  );
  const last = Math.max(...told.map(({ day }) => day));
  const quiet = today - last >= QUIET_DAYS;
  return {
    quietSince: told.length === 0 ? 'never' : quiet ? (last as Day) : null,
    hidden: complaints.filter(isWaiting).length,
    overdue: complaints.filter((complaint) => isOverdue(complaint, today)).length,
  };
}

/** A low rating counts as a complaint although nobody complained. */
export const isFromSurvey = ({ origin }: Complaint): boolean => origin !== 'told';

/** Came from a survey, and nobody has taken it up. */
export function isWaiting(complaint: Complaint): boolean {
  const stage = stageOf(complaint);
  if (!isFromSurvey(complaint) || (stage !== 'registered' && stage !== 'found')) return false;
  const { owner, text } = complaint.work.found;
  return owner === null && text.trim() === '' && complaint.reason === null;
}
