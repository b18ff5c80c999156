import { addDays, dayOf, dayParts, type Day } from '../kernel/day';

/** 0 = Monday ... 6 = Sunday; 1 January 1970 was a Thursday. */
const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7;

const SUNDAY = 6;

/** Mother's Day as most of Europe keeps it: the second Sunday in May. */
export function mothersDay(year: number): Day {
  const first = dayOf(year, 5, 1);
  return addDays(first, ((SUNDAY - weekday(first) + 7) % 7) + 7);
}

/** How busy the example shop is on a day, 1 on an ordinary one: flowers live by their feasts. */
export function demand(day: Day): number {
  const { year, month, date } = dayParts(day);
  if (month === 2 && date >= 10 && date <= 14) return date === 14 ? 5 : 2.5;
  if (month === 3 && date >= 6 && date <= 8) return 2.5;
  if (month === 5) {
    const ahead = mothersDay(year) - day;
    if (ahead >= 0 && ahead <= 4) return ahead === 0 ? 4 : 2.5;
  }
  if (month === 12 && date <= 24) return 1.9;
  if (month === 7 || month === 8) return 0.7;
  return 1;
}

/** Sundays and the two winter holidays are closed, except where a feast falls on one. */
export function isOpen(day: Day): boolean {
  const { month, date } = dayParts(day);
  if ((month === 12 && (date === 25 || date === 26)) || (month === 1 && date === 1)) return false;
  return weekday(day) !== SUNDAY || demand(day) >= 2.5;
}

/** The day itself or the next one on which the shop is open. */
export function nextOpen(day: Day): Day {
  let open = day;
  while (!isOpen(open)) open = addDays(open, 1);
  return open;
}

/** The feasts between two days, both included: days on which clients come outside their rhythm. */
export function feasts(from: Day, to: Day): Day[] {
  const found: Day[] = [];
  for (let year = dayParts(from).year; year <= dayParts(to).year; year++) {
    for (const feast of [dayOf(year, 2, 14), dayOf(year, 3, 8), mothersDay(year), dayOf(year, 12, 23)]) {
      if (feast >= from && feast <= to) found.push(feast);
    }
  }
  return found;
}
