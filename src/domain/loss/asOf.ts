import type { Day } from '../kernel/day';

/** A log that ended longer ago than this many days is judged by its own last day, not by today. */
const FRESH_DAYS = 7;

/**
 * The day on which the shop is judged: today while the last row is at most a week old, else the day of that last row,
 * so that nobody is lost just because the file is old (rules.md 3.2). `lastRowDay` is the latest row not after today.
 */
export const asOfDay = (lastRowDay: Day, today: Day): Day =>
  today - lastRowDay <= FRESH_DAYS ? today : lastRowDay;
