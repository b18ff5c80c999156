import { firstDayOf, type Day } from '../../../domain/kernel/day';
import type { LeakMonth } from '../../../domain/winback/earnedReport';

/** The last months of the leak, with their sums; cents a year. */
export interface LeakShown {
  readonly months: readonly LeakMonth[];
  readonly unripe: readonly boolean[];
  readonly lost: number;
  readonly ours: number;
  /** Came back by themselves. */
  readonly alone: number;
}

/** What came back in a month without a plan. */
export const aloneIn = ({ back, ours }: LeakMonth): number => Math.max(0, back - ours);

/** The last `count` months, or as many as there are. */
export function leakShown(leak: readonly LeakMonth[], count: number, ripeUntil: Day): LeakShown {
  const months = leak.slice(Math.max(0, leak.length - count));
  const sum = (of: (month: LeakMonth) => number) => months.reduce((total, month) => total + of(month), 0);
  return {
    months,
    unripe: months.map(({ month }) => firstDayOf(month) > ripeUntil),
    lost: sum(({ lost }) => lost),
    ours: sum(({ ours }) => ours),
    alone: sum(aloneIn),
  };
}
