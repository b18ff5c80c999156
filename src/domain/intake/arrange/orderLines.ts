import type { IssueCode } from '../issues';
import type { DecimalMark } from '../layout';
import { exactOf, exactText, inScale, plus, sumOf } from './exactSum';

/** Takes arranged rows, and rows that are no sales, each with its cells as they were. */
export interface ArrangedRows {
  take(cells: string[], line: number, cut: boolean, asWas: readonly string[]): void;
  leave(code: IssueCode, asWas: readonly string[], line: number, sample: string): void;
  /** A row goes on that only the owner's decision keeps. */
  counted?(): void;
}

export interface HeldRow {
  /** The cells to read, arranged. */
  readonly cells: string[];
  /** The cells as they stood in the file. */
  readonly asWas: readonly string[];
  readonly line: number;
}

const ONE = { units: 1, scale: 0 };

/** Columns of the order, of the amount, the pieces and the price of a piece; one piece each where no column counts them. */
export interface LineColumns {
  readonly receipt?: number;
  readonly amount: number;
  readonly quantity?: number;
  readonly price?: number;
}

/** A date as it is written, without the time of day: the lines of an order may differ by seconds. */
export const dayWritten = (cell = ''): string => cell.replace(/[\sT,]+\d{1,2}:\d{2}.*$/, '').trim();

/** Whether the amounts of the lines below add up to that of the first. */
export function sumsUp(
  first: HeldRow,
  further: readonly HeldRow[],
  amount: number,
  decimal: DecimalMark,
): boolean {
  const whole = exactOf(first.cells[amount] ?? '', decimal);
  const parts = sumOf(
    further.map(({ cells }) => cells[amount] ?? ''),
    decimal,
  );
  return whole !== undefined && typeof parts === 'object' && plus(whole, parts, -1).units === 0;
}

/**
 * Shares an order's amount, which stands on its first line, out over its lines in proportion to pieces x price, so that the lines add up
 * to it to the cent; lines without prices leave all of it on the first.
 */
export function shareOut(
  rows: readonly HeldRow[],
  { amount, quantity, price }: LineColumns,
  decimal: DecimalMark,
  minorDigits: number,
): void {
  const first = rows[0];
  const whole = first && exactOf(first.cells[amount] ?? '', decimal);
  if (!first || !whole || rows.length < 2) return;
  const scale = Math.max(whole.scale, minorDigits);
  const total = inScale(whole, scale);
  const weights = rows.map(({ cells }) => {
    const pieces = quantity === undefined ? ONE : exactOf(cells[quantity] ?? '', decimal);
    const each = price === undefined ? undefined : exactOf(cells[price] ?? '', decimal);
    return pieces && each
      ? Math.abs((pieces.units / 10 ** pieces.scale) * (each.units / 10 ** each.scale))
      : 0;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let given = 0;
  for (let i = rows.length - 1; i >= 0; i--) {
    const part = i === 0 ? total - given : all > 0 ? Math.round((total * weights[i]!) / all) : 0;
    given += part;
    rows[i]!.cells[amount] = exactText({ units: part, scale }, decimal);
  }
}
