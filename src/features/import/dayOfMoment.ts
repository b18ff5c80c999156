import { dayOf, type Day } from '../../domain/kernel/day';

/** The device's calendar day of a moment (milliseconds since 1970). */
export function dayOfMoment(at: number): Day {
  const moment = new Date(at);
  return dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}
