import { dayOf } from '../../kernel/day';
import type { DateOrder } from '../layout';
import { monthOfWord } from './monthNames';
import { isForeignDigit, plainDigits } from './plainDigits';
import { serialParts } from './serialDates';

/** No date can be made out. */
export const UNREADABLE = 0x7fff_ffff;
/** A date that the calendar does not have, such as 31 February. */
export const IMPOSSIBLE = 0x7fff_fffe;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isGap = (code: number) =>
  code === 32 || code === 0xa0 || code === 9 || code === 0x202f || code === 0x200e || code === 0xfeff;
const isSeparator = (code: number) =>
  code === 45 || code === 47 || code === 46 || code === 0x2010 || code === 0x2011;

/** Words that join a day with its time of day: "1 апреля в 19:30", "01.04.2026 um 19:30". */
const JOINT = /^(?:(?:г|в|um|à|a las|a la|às|at|om|ora|la|alle|kl|den)[.,]?\s*)+(?=\d{1,2}[:.h]\d\d)/iu;
const HALF_DAY = /^\s?[ap]\.?\s?m\b/i;
const AFTER_TIME =
  /^(?:[.,]\d+)?\s*(?:([ap])\.?\s?m\b\.?|uhr|h)?\s*(?:z|\(?[a-z]{2,5}\)?|[a-z]+\/[a-z_]+)?\s*(?:[+\-\u2212]\d{1,2}(?::?\d{2})?)?\s*(?:[([][^)\]]{1,40}[)\]])?$/iu;
const AFTER_DATE = /^[\s.,]*(?:\p{L}{1,10}\.?|\(\p{L}{1,10}\.?\))?\s*$/u;

const fullYear = (year: number, digits: number) => (digits > 2 ? year : year + (year < 70 ? 2000 : 1900));

/**
 * Reads one date after another, the calendar day as written: any time of day and zone behind it are noted, never applied.
 * Only day/month/year and month/day/year need to be told apart; all other forms are read whatever the order given.
 */
export class DateReader {
  /** Seconds since midnight of the last date read; 0 without a time. */
  time = 0;
  /** Whether the last date was of two small parts and a year, so that day and month could be exchanged. */
  paired = false;
  first = 0;
  second = 0;
  year = 0;
  dotted = false;
  /** Form of the last date, as an order; `dmy` stands for both orders where `paired`. */
  form: DateOrder = 'ymd';

  /** The day as a whole number, or `UNREADABLE`, or `IMPOSSIBLE`. */
  read(text: string, order: DateOrder): number {
    this.time = 0;
    this.paired = false;
    let at = 0;
    let code = text.charCodeAt(0);
    while (isGap(code) || code === 39) code = text.charCodeAt(++at);
    const start = at;
    let a = 0;
    while (isDigit(code)) {
      a = a * 10 + code - 48;
      code = text.charCodeAt(++at);
    }
    const digits = at - start;
    if (digits >= 8 && (digits === 8 || digits === 12 || digits === 14))
      return this.#compact(text, start, digits);
    if (digits === 0 || digits > 4 || !isSeparator(code)) {
      if (order === 'serial' || order === 'serial1904') return this.#serial(text, order);
      if (code === 61 && /^="[^"]*"$/.test(text)) return this.read(text.slice(2, -1), order);
      if (digits === 0 && isForeignDigit(code)) return this.read(plainDigits(text), order);
      return this.#named(text, start);
    }
    const separator = code;
    code = text.charCodeAt(++at);
    while (isGap(code)) code = text.charCodeAt(++at);
    let from = at;
    let b = 0;
    while (isDigit(code)) {
      b = b * 10 + code - 48;
      code = text.charCodeAt(++at);
    }
    if (at === from) return this.#named(text, start);
    if (at - from > 2 || code !== separator) return UNREADABLE;
    code = text.charCodeAt(++at);
    while (isGap(code)) code = text.charCodeAt(++at);
    from = at;
    let c = 0;
    while (isDigit(code)) {
      c = c * 10 + code - 48;
      code = text.charCodeAt(++at);
    }
    const last = at - from;
    if (last === 0 || last > 4) return UNREADABLE;
    if (at < text.length && !this.#rest(text, at)) return UNREADABLE;
    if (digits > 2 || (order === 'ymd' && digits === 2 && last === 2)) {
      if (last > 2) return UNREADABLE;
      this.form = 'ymd';
      return this.#day(fullYear(a, digits), b, c);
    }
    if (last === 1) return UNREADABLE;
    this.form = 'dmy';
    this.paired = true;
    this.dotted = separator === 46;
    this.first = a;
    this.second = b;
    this.year = fullYear(c, last);
    if (order === 'dmy') return this.#day(this.year, b, a);
    if (order === 'mdy') return this.#day(this.year, a, b);
    return UNREADABLE;
  }

  #day(year: number, month: number, date: number): number {
    const day = dayOf(year, month, date);
    return day === day ? day : IMPOSSIBLE;
  }

  #serial(text: string, order: 'serial' | 'serial1904'): number {
    const parts = serialParts(text, order);
    if (!parts) return UNREADABLE;
    this.form = order;
    this.time = parts.time;
    return parts.day;
  }

  #compact(text: string, start: number, digits: number): number {
    const part = (from: number, length: number) => Number(text.slice(start + from, start + from + length));
    const year = part(0, 4);
    if (year < 1900 || year > 2199) return UNREADABLE;
    if (digits > 8) this.time = part(8, 2) * 3600 + part(10, 2) * 60 + (digits === 14 ? part(12, 2) : 0);
    else if (start + 8 < text.length && !this.#rest(text, start + 8) && !this.#compactTime(text, start + 8))
      return UNREADABLE;
    this.form = 'compact';
    return this.#day(year, part(4, 2), part(6, 2));
  }

  /** The time of day behind a day without marks: `T233000`, `T2330Z`. */
  #compactTime(text: string, from: number): boolean {
    const [, hour = '', minute = '', second = '0', rest = ''] =
      /^T(\d\d)(\d\d)(\d\d)?(\D.*)?$/.exec(text.slice(from)) ?? [];
    if (hour === '' || !AFTER_TIME.test(rest)) return false;
    this.time = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
    return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 61;
  }

  #named(text: string, start: number): number {
    const tokens = /(\d+)|([\p{L}\p{M}]+)/gu;
    tokens.lastIndex = start;
    const numbers: { value: number; digits: number }[] = [];
    let month = 0;
    let end = start;
    for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
      if (match[1] !== undefined) {
        if (numbers.length === 2) break;
        numbers.push({ value: Number(match[1]), digits: match[1].length });
      } else {
        if (numbers.length === 2 && month > 0) break;
        const named = monthOfWord(match[2]!);
        if (Number.isNaN(named)) return UNREADABLE;
        if (named > 0) month = named;
      }
      end = tokens.lastIndex;
    }
    const [one, two] = numbers;
    if (month === 0 || !one || !two || one.digits > 4 || two.digits > 4) return UNREADABLE;
    const yearFirst = one.digits > 2;
    const [year, date] = yearFirst ? [one, two] : [two, one];
    if (date.digits > 2 || year.digits === 1 || year.digits === 3) return UNREADABLE;
    if (end < text.length && !this.#rest(text, end)) return UNREADABLE;
    this.form = 'named';
    return this.#day(fullYear(year.value, year.digits), month, date.value);
  }

  #rest(text: string, from: number): boolean {
    let at = from;
    let code = text.charCodeAt(at);
    while (isGap(code) || code === 44 || code === 84 || code === 46) code = text.charCodeAt(++at);
    if (at >= text.length) return true;
    if (!isDigit(code)) {
      const joint = JOINT.exec(text.slice(at))?.[0].length ?? 0;
      if (joint > 0) return this.#rest(text, at + joint);
      return AFTER_DATE.test(text.slice(from)) || AFTER_TIME.test(text.slice(at));
    }
    let hour = code - 48;
    code = text.charCodeAt(++at);
    if (isDigit(code)) {
      hour = hour * 10 + code - 48;
      code = text.charCodeAt(++at);
    }
    let minute = 0;
    let second = 0;
    if (code === 58 || code === 46 || code === 104) {
      const mark = code;
      const tens = text.charCodeAt(at + 1);
      const ones = text.charCodeAt(at + 2);
      if (!isDigit(tens) || !isDigit(ones)) return false;
      minute = tens * 10 + ones - 528;
      at += 3;
      code = text.charCodeAt(at);
      const seconded = (code === 58 || code === mark) && isDigit(text.charCodeAt(at + 1));
      if (seconded && isDigit(text.charCodeAt(at + 2))) {
        second = text.charCodeAt(at + 1) * 10 + text.charCodeAt(at + 2) - 528;
        at += 3;
      } else if (code === 46) return false;
    } else if (!HALF_DAY.test(text.slice(at))) return false;
    if (hour > 24 || minute > 59 || second > 60 || isDigit(text.charCodeAt(at))) return false;
    if (at < text.length) {
      const behind = AFTER_TIME.exec(text.slice(at));
      if (!behind) return false;
      const half = behind[1]?.toLowerCase();
      if (half === 'p' && hour < 12) hour += 12;
      else if (half === 'a' && hour === 12) hour = 0;
    }
    this.time = hour * 3600 + minute * 60 + second;
    return true;
  }
}
