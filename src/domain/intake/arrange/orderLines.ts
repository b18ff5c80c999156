import type { DecimalMark } from '../layout';
import { exactOf, exactText, inScale } from './exactSum';

export interface HeldRow {
  /** The cells to read, arranged. */
  readonly cells: string[];
  /** The cells as they stood in the file. */
  readonly asWas: readonly string[];
  readonly line: number;
}

/** Columns of the amount, the pieces and the price of a piece. */
export interface LineColumns {
  readonly amount: number;
  readonly quantity: number;
  readonly price: number;
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
    const pieces = exactOf(cells[quantity] ?? '', decimal);
    const each = exactOf(cells[price] ?? '', decimal);
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
