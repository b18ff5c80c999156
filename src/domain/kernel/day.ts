import type { Brand } from './brand';

/** A calendar day without time zone, as whole days since 1970-01-01 (rules.md 3.1). */
export type Day = Brand<number, 'Day'>;

/** A calendar month as year x 12 + (month - 1), so that neighbours differ by one. */
export type Month = Brand<number, 'Month'>;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number) =>
  month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** The day of a year (0-9999), month (1-12) and date; NaN for a date the calendar does not have, such as 31 February. */
export function dayOf(year: number, month: number, date: number): Day {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month))) return NaN as Day;
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const inYear = DAYS_BEFORE_MONTH[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0) + date;
  return (before * 365 + leaps + inYear - 719163) as Day;
}

/** Year, month (1-12) and date (1-31) of a day (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayParts(day: Day): { year: number; month: number; date: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, date: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

const two = (n: number) => String(n).padStart(2, '0');

/** "2024-03-31", the one form in which days are written outside memory. */
export function isoDay(day: Day): string {
  const { year, month, date } = dayParts(day);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** The day of "2024-03-31"; NaN for anything else. */
export function parseIsoDay(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : (NaN as Day);
}

export function monthOf(day: Day): Month {
  const { year, month } = dayParts(day);
  return (year * 12 + month - 1) as Month;
}

export const firstDayOf = (month: Month): Day => dayOf(Math.floor(month / 12), (month % 12) + 1, 1);

export const addDays = (day: Day, days: number): Day => (day + days) as Day;
