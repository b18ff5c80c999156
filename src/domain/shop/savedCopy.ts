import type { Day } from '../kernel/day';

/** So long may changes go without being saved to a file before the owner is warned, in days. */
const UNSAVED_DAYS = 7;

/** How well a shop is kept outside the browser: never, saved as it is, or changed since; and whether that deserves a warning. */
export interface SavedCopy {
  readonly state: 'never' | 'same' | 'changed' | 'old';
  /** Days since the last copy; NaN if there never was one. */
  readonly days: number;
  readonly warn: boolean;
}

/**
 * The state of the last saved file of a shop that now has `sales` sales; `savedOn` is the day of that file, if there is one.
 * `written` says that somebody wrote something about the shop after that.
 */
export function savedCopy(
  savedOn: Day | undefined,
  savedSales: number | undefined,
  sales: number,
  today: Day,
  written = false,
): SavedCopy {
  if (savedOn === undefined) return { state: 'never', days: NaN, warn: true };
  const days = Math.max(0, today - savedOn);
  if (savedSales === sales && !written) return { state: 'same', days, warn: false };
  return days > UNSAVED_DAYS ? { state: 'old', days, warn: true } : { state: 'changed', days, warn: false };
}
