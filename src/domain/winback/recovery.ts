import type { Day } from '../kernel/day';
import { dayAfterOpenDays, openDays } from '../loss/closedDays';
import type { Walk } from '../loss/walk';
import { noYearlyValue, yearlyValue } from '../loss/yearlyValue';
import type { Plan } from '../notebook/plan';
import { chaseDone } from './chain';
import type { Recovery } from './planState';

/** A return with what it is measured by: the client as they were before the absence. */
export interface Return {
  readonly recovery: Recovery;
  /** Whether the rules of loss call the absence one; a plan may have been begun sooner. */
  readonly wasLost: boolean;
  /** Yearly value in cents at the last visit before the absence; NaN where no visit is left before it. */
  readonly valueBefore: number;
}

const YEAR = 365;

/** Whether a client who last came on that day has come back to the plan, by the sales (method.md [2.3]). */
export const isReturn = (
  { lostDate, startedOn }: Pick<Plan, 'lostDate' | 'startedOn'>,
  visit: number,
): boolean => visit > lostDate || visit >= startedOn;

/**
 * The return that the sales prove, null where there is none: the first visit after the loss, or after the plan was begun where that was
 * sooner (method.md [2.3], [5.12], rules.md 3.1, 3.4). A purchase that was refunded in full is no visit. What is counted since ends where
 * the client is lost again. `client` is the place in the walk, `complaints` the days on which the client complained.
 */
export function returnOf(plan: Plan, walk: Walk, client: number, complaints: readonly Day[]): Return | null {
  const { visits, asOf } = walk;
  const start = visits.start[client]!;
  const end = visits.start[client + 1]!;
  let first = start;
  while (first < end && !isReturn(plan, visits.day[first]!)) first++;
  if (first === end) return null;
  const day = visits.day[first]! as Day;
  const { last, lostAgainOn } = stayFrom(walk, first, end);
  const until = lostAgainOn ?? asOf;
  const since = boughtIn(walk, client, first, last, until);
  const step = chaseDone(plan).findLast(({ done }) => done.on <= day);
  const before = noYearlyValue();
  if (first > start) yearlyValue(walk, client, first - 1, visits.day[first - 1]!, before);
  const days = Math.max(until - day, visits.day[last]! - day + before.interval);
  return {
    recovery: {
      day,
      sum: visits.cents[first]!,
      ours: step !== undefined,
      daysSinceStep: step ? day - step.done.on : NaN,
      step: step?.id ?? null,
      since,
      visits: last - first + 1,
      volume: before.value > 0 ? Math.max(0, (since * YEAR) / days) / before.value : NaN,
      yearWell: asOf - day < YEAR ? null : !complaints.some((on) => on >= day && on - day <= YEAR),
      lostAgainOn,
    },
    wasLost: first > start && openDays(walk.closed, visits.day[first - 1]!, day) > walk.lostAfter[first - 1]!,
    valueBefore: before.value,
  };
}

/** The last visit before the client is lost again, and the day on which that was; null while they are not. */
function stayFrom({ visits, closed, lostAfter, asOf }: Walk, first: number, end: number) {
  let last = first;
  while (last + 1 < end && openDays(closed, visits.day[last]!, visits.day[last + 1]!) <= lostAfter[last]!)
    last++;
  const isLost = last + 1 < end || openDays(closed, visits.day[last]!, asOf) >= lostAfter[last]!;
  return { last, lostAgainOn: isLost ? dayAfterOpenDays(closed, visits.day[last]!, lostAfter[last]!) : null };
}

function boughtIn({ visits }: Walk, client: number, first: number, last: number, until: Day): number {
  let cents = 0;
  for (let i = first; i <= last; i++) cents += visits.cents[i]!;
  const { other } = visits;
  for (let k = other.start[client]!; k < other.start[client + 1]!; k++)
    if (other.day[k]! >= visits.day[first]! && other.day[k]! <= until) cents += other.cents[k]!;
  return cents;
}
