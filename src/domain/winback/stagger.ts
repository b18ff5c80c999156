import { addDays, type Day } from '../kernel/day';
import type { ToWorkday } from './schedule';

/**
 * The day on which each of many plans begins: so many a day, on days the shop works, none before `from` (method.md [5.2]). As many days as
 * plans; fewer than one a day is taken for one.
 */
export function startDays(count: number, from: Day, aDay: number, toWorkday: ToWorkday): readonly Day[] {
  const most = Math.max(1, Math.floor(aDay) || 1);
  const days: Day[] = [];
  let day = toWorkday(from);
  for (let begun = 0; days.length < count; begun++) {
    if (begun > 0 && begun % most === 0) day = toWorkday(addDays(day, 1));
    days.push(day);
  }
  return days;
}
