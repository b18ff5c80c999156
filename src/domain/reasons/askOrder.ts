import type { Day } from '../kernel/day';

/** Whole weeks that have gone by since a client was lost: what counts is today, also where the sales end months ago (method.md [2.6]). */
export const weeksSince = (lostDate: Day, today: Day): number =>
  Math.max(0, Math.floor((today - lostDate) / 7));

/** Weeks since the loss -> how much asking is still worth, 0-1; straight lines in between, level at both ends. */
const FRESHNESS = [
  [0, 0.8],
  [2, 1],
  [6, 1],
  [26, 0.5],
  [52, 0.25],
] as const;

/**
 * How much (0-1) of the chance of an honest answer and of a return is left so many weeks after a client was lost: best in weeks 2 to
 * 6, when the quarrel has cooled and nothing is forgotten; half after half a year, a quarter after a year (method.md [2.6]).
 */
export function freshness(weeks: number): number {
  const until = FRESHNESS.findIndex(([week]) => week > weeks);
  const [toWeek, to] = FRESHNESS.at(until)!;
  const [fromWeek, from] = FRESHNESS[until - 1] ?? [toWeek, to];
  return until <= 0 ? to : from + ((to - from) * (weeks - fromWeek)) / (toWeek - fromWeek);
}

/** What asking a client is worth, to compare clients with: the yearly value in cents that is at stake, times its freshness. */
export const askWorth = (yearlyValue: number, weeksSinceLoss: number): number =>
  yearlyValue * freshness(weeksSinceLoss);
