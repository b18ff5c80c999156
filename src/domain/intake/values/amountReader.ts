import type { DecimalMark } from '../layout';
import { isCurrencySign, isDigit, isGap, isLetter, isLoneMark, isMinus } from './amountSigns';
import { isCurrencyWord } from './currencyWords';
import { hasForeignDigits, plainDigits } from './plainDigits';

const DOT = 46;
const COMMA = 44;

/** What a value says about the decimal mark of its column; `open` where it fits both readings ("15.000"). */
export const MARKS = { none: 0, dot: 1, comma: 2, openDot: 3, openComma: 4 } as const;
type Mark = (typeof MARKS)[keyof typeof MARKS];

/** A sum marked as a debit or a credit: which of them is money for the shop, its file alone knows. */
const BOOKED = /(?<!\p{L})[cd]r\.?\s*$/iu;

const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const LONGEST_WORD = 5;

/**
 * Reads one amount after another, exactly: value = `mantissa` / 10^`scale`, whole numbers both. Currency signs and words on either
 * side, grouped thousands, parentheses and a minus in front or behind are understood; a percentage or a date is no amount.
 */
export class AmountReader {
  mantissa = 0;
  scale = 0;
  mark: Mark = MARKS.none;
  /** Whether letters stood right at the digits ("R100045"): a currency perhaps, or the number of a receipt. */
  lettered = false;
  #digits = 0;
  #word = false;
  #signed = false;

  /** Reads the text; false where it is no amount with this decimal mark. */
  read(text: string, decimal: DecimalMark): boolean {
    this.mark = MARKS.none;
    this.lettered = false;
    const length = text.length;
    let at = 0;
    let code = text.charCodeAt(0);
    const negative = code === 45;
    if (negative) code = text.charCodeAt(++at);
    const start = at;
    let mantissa = 0;
    while (isDigit(code)) {
      mantissa = mantissa * 10 + code - 48;
      code = text.charCodeAt(++at);
    }
    const whole = at - start;
    if (whole === 0) return this.#carefully(text, decimal);
    if (at === length) {
      if (whole > 15) return this.#carefully(text, decimal);
      this.mantissa = negative ? 0 - mantissa : mantissa;
      this.scale = 0;
      return true;
    }
    if (code !== (decimal === '.' ? DOT : COMMA)) return this.#carefully(text, decimal);
    const mark = at;
    code = text.charCodeAt(++at);
    while (isDigit(code)) {
      mantissa = mantissa * 10 + code - 48;
      code = text.charCodeAt(++at);
    }
    const decimals = at - mark - 1;
    if (at !== length || decimals === 0 || whole + decimals > 15) return this.#carefully(text, decimal);
    this.mantissa = negative ? 0 - mantissa : mantissa;
    this.scale = decimals;
    const dotted = decimal === '.';
    const open = decimals === 3 && whole <= 3 && text.charCodeAt(start) !== 48;
    this.mark = open ? (dotted ? MARKS.openDot : MARKS.openComma) : dotted ? MARKS.dot : MARKS.comma;
    return true;
  }

  /** Whole minor units, half a unit rounded away from zero. */
  minor(minorDigits: number): number {
    return scaled(this.mantissa, this.scale, minorDigits);
  }

  #carefully(text: string, decimal: DecimalMark): boolean {
    if (text.charCodeAt(0) === 61 && /^="[^"]*"$/.test(text)) return this.read(text.slice(2, -1), decimal);
    let from = 0;
    while (from < text.length && !isDigit(text.charCodeAt(from))) from++;
    if (from === text.length) return hasForeignDigits(text) && this.#foreign(text, decimal);
    let to = text.length;
    while (to > from && !isDigit(text.charCodeAt(to - 1))) to--;
    if (from === to || to - from > 40 || text.length > 60) return false;
    const before = text.charCodeAt(from - 1);
    if (before === DOT || before === COMMA) {
      if (!isLetter(text.charCodeAt(from - 2))) from--;
      else if (before === COMMA || isSpoilt(text, from, to)) return false;
    }
    this.#signed = false;
    const signBefore = this.#affix(text, 0, from, true);
    const wordBefore = this.#word;
    const signBehind = this.#affix(text, to, text.length, false);
    if (signBefore === undefined || signBehind === undefined) return false;
    if (wordBefore && this.#word && !this.#signed) return false;
    if (this.#word && BOOKED.test(text)) return false;
    const bracketed = text.lastIndexOf('(', from) !== -1;
    if (bracketed !== text.includes(')', to)) return false;
    if (!this.#body(text.slice(from, to), decimal) && !this.#parted(text.slice(from, to), decimal))
      return false;
    if (signBefore || signBehind || bracketed) this.mantissa = 0 - this.mantissa;
    return true;
  }

  /** Digits of another writing; of the Arabic marks it is known which of them parts the decimals. */
  #foreign(text: string, decimal: DecimalMark): boolean {
    const plain = plainDigits(text).replaceAll('\u066c', '');
    const isRead = this.read(plain.replace('\u066b', decimal), decimal);
    if (plain.includes('\u066b')) this.mark = MARKS.none;
    return isRead;
  }

  /** Where the sign of the currency stands in place of the decimal mark: "12€50". */
  #parted(body: string, decimal: DecimalMark): boolean {
    const parts = /^([\d\s]+?)\s?([^\d\s])\s?(\d\d)$/u.exec(body);
    if (!parts || !isCurrencySign(parts[2]!.charCodeAt(0))) return false;
    const isRead = this.#body(`${parts[1]!}${decimal}${parts[3]!}`, decimal);
    this.mark = MARKS.none;
    return isRead;
  }

  /** Whether a minus stands there; undefined where something stands there that no amount has beside it. */
  #affix(text: string, from: number, to: number, before: boolean): boolean | undefined {
    let minus = false;
    let letters = 0;
    this.#word = false;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (isMinus(code)) {
        if (isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at + 1))) return undefined;
        const afterMark = !before && (text.charCodeAt(at - 1) === DOT || text.charCodeAt(at - 1) === COMMA);
        if (!afterMark) minus = true;
      } else if (isLetter(code)) {
        letters++;
        this.#word = true;
        if (before ? at === to - 1 : at === from) this.lettered = true;
      } else if (isCurrencySign(code)) this.#signed = true;
      else if (
        !isGap(code) &&
        code !== DOT &&
        code !== COMMA &&
        code !== 40 &&
        code !== 41 &&
        !(before && (code === 43 || code === 39))
      )
        return undefined;
    }
    return letters > LONGEST_WORD ? undefined : minus;
  }

  #body(body: string, decimal: DecimalMark): boolean {
    const exponent = /^(\d+(?:[.,]\d+)?)[eE]([+-]?\d{1,2})$/.exec(body);
    if (exponent) return this.#withExponent(exponent[1]!, Number(exponent[2]), decimal);
    let dots = 0;
    let commas = 0;
    let gaps = 0;
    let lastMark = -1;
    let firstMark = -1;
    for (let at = 0; at < body.length; at++) {
      const code = body.charCodeAt(at);
      if (isDigit(code)) continue;
      if (code === DOT) dots++;
      else if (code === COMMA) commas++;
      else if (isGap(code) || isLoneMark(code)) gaps++;
      else return false;
      if (firstMark < 0) firstMark = at;
      lastMark = at;
    }
    this.mark = this.#markOf(body, dots, commas, gaps, firstMark, lastMark);
    const mark = decimal === '.' ? DOT : COMMA;
    const marks = decimal === '.' ? dots : commas;
    if (marks > 1) return false;
    const point = marks === 1 ? body.indexOf(decimal) : body.length;
    if (point < lastMark) return false;
    if (!grouped(body.slice(0, point))) return false;
    this.mantissa = 0;
    this.scale = 0;
    this.#digits = 0;
    for (let at = 0; at < body.length; at++) {
      const code = body.charCodeAt(at);
      if (!isDigit(code)) {
        if (code === mark && at === body.length - 1) return false;
        continue;
      }
      if (this.#digits === 0 && code === 48 && at < point) continue;
      if (this.#digits >= 15) {
        if (at < point) return false;
        continue;
      }
      if (this.mantissa > 0 || code !== 48) this.#digits++;
      this.mantissa = this.mantissa * 10 + code - 48;
      if (at > point) this.scale++;
    }
    return this.scale < POWERS.length;
  }

  #markOf(body: string, dots: number, commas: number, gaps: number, first: number, last: number): Mark {
    if (dots + commas === 0) return MARKS.none;
    if (dots > 0 && commas > 0) return body.charCodeAt(last) === DOT ? MARKS.dot : MARKS.comma;
    const dotted = dots > 0;
    if (dots + commas > 1) return dotted ? MARKS.comma : MARKS.dot;
    const open =
      body.length - last - 1 === 3 && gaps === 0 && first > 0 && first <= 3 && body.charCodeAt(0) !== 48;
    if (open) return dotted ? MARKS.openDot : MARKS.openComma;
    return dotted ? MARKS.dot : MARKS.comma;
  }

  #withExponent(digits: string, exponent: number, decimal: DecimalMark): boolean {
    if (!this.#body(digits, decimal)) return false;
    this.scale -= exponent;
    if (this.scale < 0) {
      this.mantissa *= POWERS[-this.scale] ?? Infinity;
      this.scale = 0;
    }
    return this.mantissa <= Number.MAX_SAFE_INTEGER && this.scale < POWERS.length;
  }
}

/** Whether letters stand where the figures before the mark should be ("l2O.50"), and are no currency ("Rs.50"). */
const isSpoilt = (text: string, from: number, to: number) =>
  to - from < 3 && !isCurrencyWord(/(\p{L}*)\.$/u.exec(text.slice(0, from))?.[1] ?? '');

/** Whether the whole part is plain digits or in groups: threes (1 234 567), or twos before the last three (12,34,567). */
const grouped = (whole: string) =>
  /^\d*$/.test(whole) ||
  /^\d{1,3}(?:(\D)\d{3})(?:\1\d{3})*$/.test(whole) ||
  /^\d{1,2}(?:(\D)\d{2})*,\d{3}$/.test(whole);

/** mantissa / 10^scale in units of 10^-digits, half a unit rounded away from zero, without drift (1.005 is 101 cents). */
export function scaled(mantissa: number, scale: number, digits: number): number {
  if (scale <= digits) return mantissa * POWERS[digits - scale]!;
  const size = Math.abs(mantissa) / POWERS[scale - digits]!;
  const rounded = Math.floor(size + 0.5);
  return mantissa < 0 ? 0 - rounded : rounded;
}
