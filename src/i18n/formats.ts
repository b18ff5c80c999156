import { minorDigits } from '../domain/shop/minorDigits';
import type { Day, Month } from '../domain/kernel/day';
import { firstDayOf } from '../domain/kernel/day';
import { language } from './language.svelte';
import { t } from './t';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function numbers(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language.locale} ${name}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(language.locale, options);
  numberFormats.set(key, known);
  return known;
}

function days(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language.locale} ${name}`;
  const known =
    dayFormats.get(key) ?? new Intl.DateTimeFormat(language.locale, { ...options, timeZone: 'UTC' });
  dayFormats.set(key, known);
  return known;
}

const MILLISECONDS_A_DAY = 86_400_000;
const ROUND_FROM = 10_000;

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/**
 * Money of a shop, or a number of visits where the file had no amounts (currency `VISITS`, a visit being 100).
 * Rounded, for headlines: whole units, from 10,000 on three significant digits.
 */
export function formatMoney(
  minorUnits: number,
  currency: string,
  { rounded = false }: { rounded?: boolean } = {},
): string {
  if (Number.isNaN(minorUnits)) return t('format.none');
  const exact = minorUnits / 10 ** minorDigits(currency);
  const whole = Math.round(exact);
  const large = Math.abs(whole) >= ROUND_FROM;
  const amount = !rounded ? exact : large ? Number(whole.toPrecision(3)) : whole;
  if (currency === 'VISITS') return t('format.visits', { n: Math.round(amount) });
  const digits = rounded ? 0 : minorDigits(currency);
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  if (!isCurrency(currency))
    return `${numbers(`plain ${digits}`, fraction).format(amount)} ${currency}`.trim();
  return numbers(`${currency} ${digits}`, { style: 'currency', currency, ...fraction }).format(amount);
}

export type DayStyle = 'medium' | 'long' | 'dayMonth' | 'numeric' | 'weekday';

const DAY_STYLES: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  dayMonth: { day: 'numeric', month: 'long' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
  weekday: { weekday: 'long' },
};

/** A calendar day; the words for "none" where there is no such day. */
export function formatDay(day: Day | number, style: DayStyle = 'medium'): string {
  const time = day * MILLISECONDS_A_DAY;
  if (!(Math.abs(time) <= 8.64e15)) return t('format.none');
  return days(style, DAY_STYLES[style]).format(time);
}

/** "March 2025", or "Mar 25" where there is little room. */
export const formatMonth = (month: Month | number, style: 'long' | 'short' = 'long'): string =>
  days(
    `month ${style}`,
    style === 'long' ? { month: 'long', year: 'numeric' } : { month: 'short', year: '2-digit' },
  ).format(firstDayOf(month as Month) * MILLISECONDS_A_DAY);

export const formatCount = (count: number): string =>
  Number.isNaN(count) ? t('format.none') : numbers('count', { maximumFractionDigits: 0 }).format(count);

/** A number with at most `digits` decimal places, for formulas. */
export const formatNumber = (value: number, digits = 2): string =>
  Number.isNaN(value)
    ? t('format.none')
    : numbers(`upTo ${digits}`, { maximumFractionDigits: digits }).format(value);

/** Percent as a number of 0-100, with at most one decimal place. */
export const formatPercent = (percent: number, digits = 1): string =>
  Number.isNaN(percent)
    ? t('format.none')
    : numbers(`percent ${digits}`, { style: 'percent', maximumFractionDigits: digits }).format(percent / 100);

/** "21 days" */
export const formatDays = (count: number): string =>
  Number.isNaN(count) ? t('format.none') : t('format.days', { n: Math.round(count) });

/** The sign of a currency as people write it, for labels of fields: "€", "£", "lei". */
export function currencySign(currency: string): string {
  if (!isCurrency(currency)) return currency;
  const parts = numbers(`sign ${currency}`, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
