import { stageOf } from '../../domain/complaints/steps';
import { isWaiting } from '../../domain/complaints/warnings';
import { closedOn, nextWork } from '../../domain/complaints/worklist';
import type { Day } from '../../domain/kernel/day';
import type { Complaint } from '../../domain/notebook/complaint';

/** What a list of complaints may be narrowed to; part of the page's address. */
export const SHOWN = ['open', 'hidden', 'found', 'removed', 'mended', 'closed'] as const;
export type Shown = (typeof SHOWN)[number];

export const shownOf = (text: string | undefined): Shown => SHOWN.find((one) => one === text) ?? 'open';

/** The complaints of a list: the open ones by date, closed ones from the latest back. */
export function shownComplaints(
  complaints: readonly Complaint[],
  shown: Shown,
  today: Day,
): readonly Complaint[] {
  if (shown === 'closed')
    return complaints
      .filter((complaint) => stageOf(complaint) === 'closed')
      .toSorted((a, b) => (closedOn(b) ?? 0) - (closedOn(a) ?? 0) || b.madeAt - a.madeAt);
  return nextWork(complaints, today)
    .filter(
      ({ complaint, step }) =>
        shown === 'open' || (shown === 'hidden' ? isWaiting(complaint) : step === shown),
    )
    .map(({ complaint }) => complaint);
}
