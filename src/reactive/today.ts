import { dayOf, type Day } from '../domain/kernel/day';

/** The device's calendar day. Figures are judged by days, so the zone matters only here. */
export const today = (): Day => dayOfTime(Date.now());

/** The calendar day, on this device, of a moment in milliseconds since 1970. */
export function dayOfTime(time: number): Day {
  const moment = new Date(time);
  return dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}
