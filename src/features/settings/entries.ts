import { isoDay, parseIsoDay, type Day } from '../../domain/kernel/day';
import type { Closure, Patience, Rules } from '../../domain/loss/rules';
import { minorDigits } from '../../domain/shop/minorDigits';
import type { ShopSettings } from '../../domain/shop/settings';
import { parseMoney, writtenMoney } from '../../domain/shop/writtenMoney';
import { parsePercent } from '../../domain/shop/writtenPercent';

/** The settings as they stand in the fields: texts stay as typed, also those that cannot be read. */
export interface Entries {
  readonly name: string;
  readonly currency: string;
  readonly preset: Rules['preset'];
  readonly fixedDays: string;
  readonly patience: readonly string[];
  readonly closures: readonly Closure[];
  readonly freeWeekdays: readonly number[];
  readonly margin: string;
  readonly rent: string;
  readonly salary: string;
  readonly hour: string;
  readonly asOf: string;
}

/** Fields that may hold what cannot be kept. */
export type Problem =
  'fixedDays' | 'patience' | 'freeWeekdays' | 'margin' | 'rent' | 'salary' | 'hour' | 'asOf';

/** First and last day of the shop's sales; null for a shop without any. */
export interface DataSpan {
  readonly first: Day;
  readonly last: Day;
}

export interface Reading {
  /** What the entries amount to; where one cannot be read, what was kept before. */
  readonly settings: ShopSettings;
  readonly problems: ReadonlySet<Problem>;
}

export function entriesOf(settings: ShopSettings): Entries {
  const digits = minorDigits(settings.currency);
  return {
    name: settings.name,
    currency: settings.currency,
    preset: settings.preset,
    fixedDays: String(settings.fixedDays),
    patience: settings.patience.map(String),
    closures: settings.closures,
    freeWeekdays: settings.freeWeekdays,
    margin: settings.marginPercent === null ? '' : String(settings.marginPercent),
    rent: writtenMoney(settings.rentAMonth, digits),
    salary: writtenMoney(settings.salaryAMonth, digits),
    hour: writtenMoney(settings.hourCost, digits),
    asOf: settings.asOf === null ? '' : isoDay(settings.asOf),
  };
}

export function readEntries(entries: Entries, kept: ShopSettings, span: DataSpan | null): Reading {
  const problems = new Set<Problem>();
  const digits = minorDigits(entries.currency);
  const orKept = <T>(field: Problem, read: { ok: true; value: T } | { ok: false }, before: T): T => {
    if (read.ok) return read.value;
    problems.add(field);
    return before;
  };
  const settings: ShopSettings = {
    name: entries.name.trim(),
    currency: entries.currency,
    preset: entries.preset,
    fixedDays:
      entries.preset === 'fixed'
        ? orKept('fixedDays', days(entries.fixedDays), kept.fixedDays)
        : kept.fixedDays,
    patience:
      entries.preset === 'rhythm'
        ? orKept('patience', patience(entries.patience), kept.patience)
        : kept.patience,
    closures: entries.closures,
    freeWeekdays: orKept('freeWeekdays', freeDays(entries.freeWeekdays), kept.freeWeekdays),
    marginPercent: orKept('margin', parsePercent(entries.margin), kept.marginPercent),
    rentAMonth: orKept('rent', parseMoney(entries.rent, digits), kept.rentAMonth),
    salaryAMonth: orKept('salary', parseMoney(entries.salary, digits), kept.salaryAMonth),
    hourCost: orKept('hour', parseMoney(entries.hour, digits), kept.hourCost),
    asOf: orKept('asOf', dayWithin(entries.asOf, span), kept.asOf),
  };
  return { settings, problems };
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

const when = <T>(isRight: boolean, value: T): Read<T> => (isRight ? { ok: true, value } : { ok: false });

function days(text: string): Read<number> {
  const number = Number(text);
  return when(text.trim() !== '' && Number.isInteger(number) && number >= 1 && number <= 730, number);
}

function patience(texts: readonly string[]): Read<Patience> {
  const times = texts.map(timesOf);
  return when(times.length === 4 && !times.includes(NaN), times as unknown as Patience);
}

const WEEK = 7;

const freeDays = (chosen: readonly number[]): Read<readonly number[]> =>
  when(
    chosen.length < WEEK,
    chosen.toSorted((a, b) => a - b),
  );

/** How many usual pauses a text stands for, 0.5 to 20; NaN where it stands for none. */
export function timesOf(text: string): number {
  const times = text.trim() === '' ? NaN : Number(text.replace(',', '.'));
  return times >= 0.5 && times <= 20 ? times : NaN;
}

function dayWithin(text: string, span: DataSpan | null): Read<Day | null> {
  if (text === '') return { ok: true, value: null };
  const day = parseIsoDay(text);
  return when(!Number.isNaN(day) && (span === null || (day >= span.first && day <= span.last)), day);
}

/** The part of the settings that decides who counts as lost; equal texts mean equal figures. */
export const lossBasis = ({ preset, fixedDays, patience: times, closures, asOf }: ShopSettings): string =>
  JSON.stringify([preset, preset === 'fixed' && fixedDays, preset === 'rhythm' && times, closures, asOf]);
