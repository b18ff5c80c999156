import { firstDayOf, type Day } from '../kernel/day';
import type { LeakMonth } from './earnedReport';

/** Whether less is lost than before, in cents a year that a month takes away on average: lost less won back. */
export interface LeakTrend {
  /** How many months each of the two averages covers. */
  readonly months: number;
  readonly before: number;
  readonly lately: number;
}

const MOST_MONTHS = 6;
const FEWEST_MONTHS = 2;

/**
 * The net loss of the latest complete months against as many before them (rules.md 3.6, "months"); null where the log is too short to
 * compare two months with two. Months that begin after `ripeUntil` are not complete: some of their losses are not declared yet.
 */
export function leakTrend(leak: readonly LeakMonth[], ripeUntil: Day): LeakTrend | null {
  const ripe = leak.filter(({ month }) => firstDayOf(month) <= ripeUntil);
  const months = Math.min(MOST_MONTHS, Math.floor(ripe.length / 2));
  if (months < FEWEST_MONTHS) return null;
  return {
    months,
    before: meanNet(ripe.slice(-2 * months, -months)),
    lately: meanNet(ripe.slice(-months)),
  };
}

const meanNet = (months: readonly LeakMonth[]): number =>
  months.reduce((sum, { lost, back }) => sum + lost - back, 0) / months.length;
