import { AmountReader, MARKS } from '../values/amountReader';
import { isCurrencyWord } from '../values/currencyWords';
import { isBlank } from '../values/blank';
import { DateReader, UNREADABLE } from '../values/dateReader';

export type CellKind = 'blank' | 'date' | 'number' | 'text';

const dates = new DateReader();
const amounts = new AmountReader();

/** Whether a cell has the form of a date in any order; 31 February has it. */
export const isDateLike = (cell: string): boolean =>
  cell.length < 60 && dates.read(cell, 'dmy') !== UNREADABLE;

/** Whether a cell has the form of a number or a sum of money, with either decimal mark; "R1001" and "Table 6" have not. */
export function isNumberLike(cell: string): boolean {
  if (!amounts.read(cell, '.') && !amounts.read(cell, ',')) return false;
  if (amounts.scale > 0) return true;
  if (amounts.lettered && amounts.mark === MARKS.none) return false;
  const word = /^\W*(\p{L}+)\.?\s/u.exec(cell)?.[1];
  return word === undefined || isCurrencyWord(word);
}

/** What a single cell looks like; columns are judged by many of them. */
export function cellKind(cell: string): CellKind {
  if (isBlank(cell)) return 'blank';
  if (isDateLike(cell)) return 'date';
  return isNumberLike(cell) ? 'number' : 'text';
}
