import { isoDay, type Day } from '../../kernel/day';
import { DateReader, IMPOSSIBLE, UNREADABLE } from '../values/dateReader';
import type { RowRules } from './rules';
import { titleList, type Samples } from './samples';
import { withYear } from './yearOf';

const YEAR = titleList('year,sale year,sales year,jaar,jahr,annee,an,anul,ano,anno,год');
const DAY_AND_MONTH = /^\d{1,2}[./-]\d{1,2}\.?$/;

/** Whether a cell is a day and a month that say no year, such as `01.03.` or `3/14`. */
export const isYearless = (cell: string): boolean => DAY_AND_MONTH.test(cell.trim());

const YEAR_ALONE = /(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/-])/g;

/** The days that a line over the titles names, such as "from 01.03.2026 to 31.03.2026"; none where it names none. */
function daysIn(line: string): number[] {
  const read = new DateReader();
  return (line.match(/\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/g) ?? []).flatMap((text) => {
    const day = read.read(text, 'dmy');
    return day === UNREADABLE || day === IMPOSSIBLE ? [] : [day];
  });
}

const compact = (day: number) => isoDay(day as Day).replaceAll('-', '');

function periodOver(lines: readonly string[]): NonNullable<RowRules['period']> | undefined {
  const [from, to] = lines.map(daysIn).find((days) => days.length === 2) ?? [];
  if (from !== undefined && to !== undefined && from <= to && to - from < 366)
    return { from: compact(from), to: compact(to) };
  const years = new Set(lines.flatMap((line) => line.match(YEAR_ALONE) ?? []));
  const [year] = years;
  return years.size === 1 ? { from: `${year!}0101`, to: `${year!}1231` } : undefined;
}

/**
 * Where the year of days without one stands: in a column of its own, or over the titles as a period or a single year, in which case all days must
 * lie in it and before today. Undefined where the days have a year, or where nothing tells it.
 */
export function yearOfDays(
  samples: Samples,
  date: number | undefined,
  above: readonly string[],
  today: Day,
  taken: ReadonlySet<number>,
): Pick<RowRules, 'year' | 'period'> | undefined {
  if (date === undefined) return undefined;
  const days = samples.rows.map((cells) => samples.text(cells, date)).filter((cell) => cell !== '');
  if (days.length === 0 || days.filter(isYearless).length < days.length * 0.9) return undefined;
  const year = samples
    .titled(YEAR, taken)
    .find((column) =>
      samples.rows.every((cells) => /^(?:(?:19|20)\d\d)?$/.test(samples.text(cells, column))),
    );
  if (year !== undefined) return { year };
  const period = periodOver(above);
  if (!period) return undefined;
  const read = new DateReader();
  const within = (order: 'dmy' | 'mdy') => {
    const all = days.filter(isYearless).map((cell) => read.read(withYear(cell, period), order));
    const real = all.filter((day) => day !== IMPOSSIBLE && day !== UNREADABLE);
    const fits = (day: number) => day <= today && compact(day) >= period.from && compact(day) <= period.to;
    return real.length >= all.length * 0.8 && real.every(fits);
  };
  return within('dmy') || within('mdy') ? { period } : undefined;
}
