import { firstDayOf, type Month } from '../../domain/kernel/day';
import type { MonthColumns } from '../../domain/loss/lossReport';

/** The last months of the log, with their sums; money in cents. */
export interface MonthsShown {
  readonly months: readonly Month[];
  readonly lost: readonly number[];
  readonly back: readonly number[];
  readonly net: readonly number[];
  readonly unripe: readonly boolean[];
  readonly lostSum: number;
  readonly backSum: number;
  readonly lostClients: number;
  readonly backClients: number;
  /** The month in which most was lost; undefined where nothing was. */
  readonly worst: { readonly month: Month; readonly value: number } | undefined;
}

const sum = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0);

/** The last `count` months of the columns, or as many as there are. */
export function monthsShown(columns: MonthColumns, count: number): MonthsShown {
  const from = Math.max(0, columns.length - count);
  const lost = [...columns.lostValue.slice(from)];
  const back = [...columns.recoveredValue.slice(from)];
  const months = lost.map((_, index) => (columns.first + from + index) as Month);
  const most = Math.max(0, ...lost);
  const worst = months[lost.indexOf(most)];
  return {
    months,
    lost,
    back,
    net: back.map((value, index) => value - lost[index]!),
    unripe: months.map((month) => firstDayOf(month) > columns.ripeUntil),
    lostSum: sum(lost),
    backSum: sum(back),
    lostClients: sum(columns.lostClients.slice(from)),
    backClients: sum(columns.recoveredClients.slice(from)),
    worst: most > 0 && worst !== undefined ? { month: worst, value: most } : undefined,
  };
}
