import type { DecimalMark } from '../layout';
import { plainWords } from '../roles/fold';
import { AmountReader } from '../values/amountReader';
import { isBlank } from '../values/blank';

/** So many rows show how a file is laid out. */
const MOST_ROWS = 5000;

/** Rows from the whole length of a table, asked about as a proof needs it. */
export class Samples {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly #decimal: DecimalMark;
  readonly #read = new AmountReader();

  constructor(titles: readonly string[], rows: readonly (readonly string[])[], decimal: DecimalMark) {
    this.titles = titles.map(plainWords);
    this.rows = rows.slice(0, MOST_ROWS);
    this.#decimal = decimal;
  }

  text(cells: readonly string[], column: number | undefined): string {
    const cell = cells[column ?? -1];
    return isBlank(cell) ? '' : cell!.trim();
  }

  /** What stands there as a number; NaN where none does. */
  number(cells: readonly string[], column: number | undefined): number {
    const cell = cells[column ?? -1];
    if (isBlank(cell) || !this.#read.read(cell!, this.#decimal)) return NaN;
    return this.#read.mantissa / 10 ** this.#read.scale;
  }

  /** Columns, of those that mean nothing yet, that hold numbers wherever they hold something. */
  numeric(taken: ReadonlySet<number>): readonly number[] {
    return this.titles.flatMap((_, column) => {
      if (taken.has(column)) return [];
      const filled = this.rows.filter((cells) => this.text(cells, column) !== '');
      const numbers = filled.filter((cells) => !Number.isNaN(this.number(cells, column)));
      return filled.length > 0 && numbers.length >= filled.length * 0.95 ? [column] : [];
    });
  }

  /** The columns that mean nothing yet whose title is one of these. */
  titled(known: ReadonlySet<string>, taken: ReadonlySet<number>): readonly number[] {
    return this.titles.flatMap((title, column) => (known.has(title) && !taken.has(column) ? [column] : []));
  }
}

/** Half a unit of the second decimal: sums of rounded parts may be off by that much. */
const ROUNDING = 0.0151;

export const sameMoney = (one: number, other: number): boolean => Math.abs(one - other) < ROUNDING;

export const sumOver = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0);

/** Words of a list as plain words. */
export const titleList = (text: string): ReadonlySet<string> => new Set(text.split(',').map(plainWords));
