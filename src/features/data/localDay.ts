import { dayOf, type Day } from '../../domain/kernel/day';

/** The device's calendar day of a moment (milliseconds since 1970); NaN where it is none. */
export function localDay(moment: number): Day {
  const date = new Date(moment);
  return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}
