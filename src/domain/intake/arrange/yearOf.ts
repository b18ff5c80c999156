import { dayOf, parseIsoDay } from '../../kernel/day';

/** First and last day, both as `20250301`. */
interface Period {
  readonly from: string;
  readonly to: string;
}

const dayIn = (text: string): number =>
  parseIsoDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);

/** How many days a day lies outside a period; 0 within it, Infinity where the calendar does not have it. */
function outside(year: number, month: number, date: number, { from, to }: Period): number {
  const day = dayOf(year, month, date);
  return Number.isNaN(day) ? Infinity : Math.max(0, dayIn(from) - day, day - dayIn(to));
}

/**
 * A day without a year (`0103`, `103`, `01.03.`, `1/3` or `3/14`) with the year that puts it within the period, or next to it; as it was where it
 * is none. Where the month may come first the order is left as it stands.
 */
export function withYear(text: string, period: Period): string {
  const day = text.trim();
  const [, one = '', mark = '', two = ''] =
    /^(\d{1,2})([./-])(\d{1,2})\.?$/.exec(day) ?? /^(\d{1,2})(\.?)(\d{2})\.?$/.exec(day) ?? [];
  if (one === '') return text;
  const monthMayLead = mark === '/' || mark === '-';
  const years = [...new Set([period.from.slice(0, 4), period.to.slice(0, 4)])];
  const far = (year: string) => {
    const dayFirst = outside(Number(year), Number(two), Number(one), period);
    const monthFirst = monthMayLead ? outside(Number(year), Number(one), Number(two), period) : Infinity;
    return Math.min(dayFirst, monthFirst);
  };
  const year = years.reduce((best, each) => (far(each) < far(best) ? each : best));
  return monthMayLead
    ? `${one}${mark}${two}${mark}${year}`
    : `${one.padStart(2, '0')}.${two.padStart(2, '0')}.${year}`;
}

/** A day without a year with the year of its row; as it was where either is none. */
export function inYear(day: string, year: string): string {
  const [, one = '', mark = '', two = ''] = /^\s*(\d{1,2})([./-])(\d{1,2})\.?\s*$/.exec(day) ?? [];
  return one === '' || !/^\s*\d{4}\s*$/.test(year) ? day : `${one}${mark}${two}${mark}${year.trim()}`;
}
