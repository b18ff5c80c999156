import { isoDay, type Day } from '../../kernel/day';

const MS_PER_DAY = 86_400_000;
/** Where workbooks put a time without a day: serial 0. */
const NO_DAY = -25_568;

const two = (value: number) => String(value).padStart(2, '0');

function dateText(date: Date): string {
  const ms = date.getTime();
  if (Number.isNaN(ms)) return '?';
  const day = Math.floor(ms / MS_PER_DAY);
  const seconds = Math.min(86_399, Math.round((ms - day * MS_PER_DAY) / 1000));
  const time =
    two(Math.floor(seconds / 3600)) +
    ':' +
    two(Math.floor(seconds / 60) % 60) +
    (seconds % 60 ? ':' + two(seconds % 60) : '');
  if (day === NO_DAY) return time;
  return seconds === 0 ? isoDay(day as Day) : `${isoDay(day as Day)} ${time}`;
}

/** 15 digits are what a spreadsheet shows and keeps: behind them stands the noise of binary fractions. */
const DIGITS = 15;

function numberText(value: number): string {
  if (Number.isSafeInteger(value) || !Number.isFinite(value)) return String(value);
  // Of longer ones only the first digits are known: written out they would pass for an id.
  if (Number.isInteger(value)) return value.toExponential(DIGITS - 1).toUpperCase();
  let text = String(value);
  if (text.length > DIGITS + 1) text = String(Number(value.toPrecision(DIGITS)));
  if (text.includes('e')) text = value.toFixed(20).replace(/0+$/, '');
  // Three digits behind a dot might be thousands.
  return text[text.length - 4] === '.' ? `${text}0` : text;
}

/** A cell of a workbook as text: numbers exactly and with a dot, dates as 2026-04-01 or 2026-04-01 10:00, times as 10:00. */
export function cellText(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return dateText(value);
}
