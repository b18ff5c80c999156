/** Gaps of a client who comes once a year (rules.md 3.3), in days. */
const LEAST = 300;
const MOST = 430;

/** Whether to ask the owner if this is a yearly client: at least two gaps, all of 300-430 days (rules.md 3.3). */
export function looksYearly(visitDays: readonly number[]): boolean {
  const gaps = visitDays.slice(1).map((day, k) => day - visitDays[k]!);
  return gaps.length >= 2 && gaps.every((gap) => gap >= LEAST && gap <= MOST);
}
