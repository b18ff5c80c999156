import { dayOf, dayParts, type Day } from '../../kernel/day';
import { DateReader } from '../values/dateReader';
import type { BirthdayOrder } from './listFields';

/** A year in which every birthday exists. */
const LEAP_YEAR = 2024;
const NO_DATE = 0x7fff_fff0;

const reader = new DateReader();

/** Month and date of a birthday, with or without a year; `undefined` where none can be made out. The year is nobody's business. */
export function birthdayOf(cell: string, order: BirthdayOrder): { month: number; date: number } | undefined {
  const yearless = /^-{2}(\d{2})-?(\d{2})$/.exec(cell.trim());
  if (yearless) return existing(Number(yearless[1]), Number(yearless[2]));
  const pair = /^(\d{1,2})\s?[./-]\s?(\d{1,2})[./-]?$/.exec(cell.trim());
  if (pair) {
    const [one, two] = [Number(pair[1]), Number(pair[2])];
    return order === 'mdy' ? existing(one, two) : existing(two, one);
  }
  const day = read(cell, order) ?? read(`${cell} ${LEAP_YEAR}`, order);
  if (day === undefined) return undefined;
  const { month, date } = dayParts(day);
  return { month, date };
}

function read(cell: string, order: BirthdayOrder): Day | undefined {
  const day = reader.read(cell, order);
  return day < NO_DATE ? (day as Day) : undefined;
}

const existing = (month: number, date: number) =>
  Number.isNaN(dayOf(LEAP_YEAR, month, date)) ? undefined : { month, date };

/** A birthday as text, "05-12" for 12 May: the form in which a list's birthdays are kept. */
export const birthdayText = ({ month, date }: { readonly month: number; readonly date: number }): string =>
  [month, date].map((part) => String(part).padStart(2, '0')).join('-');

/** The birthday of `birthdayText`; `undefined` for any other text. */
export function birthdayFrom(text: string): { month: number; date: number } | undefined {
  const parts = /^(\d{2})-(\d{2})$/.exec(text);
  return parts ? existing(Number(parts[1]), Number(parts[2])) : undefined;
}

/** Which order of day and month all birthdays fit; `undefined` where both do. */
export function provenOrder(cells: readonly string[]): BirthdayOrder | undefined {
  let [dayFirst, monthFirst] = [0, 0];
  for (const cell of cells) {
    const [, one, two] = /^\s*(\d{1,2})\s?[./-]\s?(\d{1,2})(?!\d)/.exec(cell) ?? [];
    if (one === undefined || two === undefined) continue;
    if (Number(one) > 12 && Number(two) <= 12) dayFirst++;
    if (Number(two) > 12 && Number(one) <= 12) monthFirst++;
  }
  return dayFirst === monthFirst ? undefined : dayFirst > monthFirst ? 'dmy' : 'mdy';
}

/** Whether a birthday would be another one with day and month exchanged. */
export function isDoubtful(cell: string): boolean {
  const [, one, two] = /^\s*(\d{1,2})\s?[/-]\s?(\d{1,2})(?:[/-]\d{2,4})?\s*$/.exec(cell) ?? [];
  return one !== undefined && Number(one) <= 12 && Number(two) <= 12 && Number(one) !== Number(two);
}
