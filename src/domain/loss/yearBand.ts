import type { LostRatio } from './lossReport';

/** How the share of clients lost in a year is to be taken (method.md [1.1]). */
export type YearBand = 'normal' | 'analyse' | 'act';

/** Up to the first percentage a year is normal, from the second on it is time to act (method.md [1.1]). */
export const YEAR_BANDS = { normal: 10, act: 20 } as const;

const DAYS_OF_A_YEAR = 365;

/** Whether a period is as long as the bands ask for: 12 months (rules.md 3.5). */
export const isWholeYear = ({ from, to }: Pick<LostRatio, 'from' | 'to'>): boolean =>
  to - from + 1 >= DAYS_OF_A_YEAR;

/**
 * Whether losing this share of the clients in 12 months is normal, calls for analysis or for action now (method.md [1.1]);
 * undefined where the log is shorter than 12 months or nobody was a client.
 */
export function yearBand(year: Pick<LostRatio, 'from' | 'to' | 'percent'>): YearBand | undefined {
  if (!isWholeYear(year) || Number.isNaN(year.percent)) return undefined;
  if (year.percent >= YEAR_BANDS.act) return 'act';
  return year.percent > YEAR_BANDS.normal ? 'analyse' : 'normal';
}
