import type { Day } from '../kernel/day';
import type { Field } from './fields';
import type { DateOrder } from './layout';
import type { JudgedColumn } from './roles/judgeColumn';
import { AmountReader } from './values/amountReader';
import { isBlank } from './values/blank';
import { DateEvidence } from './values/dateEvidence';
import { DateReader, UNREADABLE } from './values/dateReader';
import { DecimalEvidence } from './values/decimalEvidence';
import { serialOrderOf } from './values/serialOrder';

interface Rows {
  readonly rows: readonly (readonly string[])[];
}

/** How the columns of money are written, by all their sampled values. */
export function decimalOf(
  shape: Rows,
  columns: readonly JudgedColumn[],
  roles: Partial<Record<Field, number>>,
) {
  const read = new AmountReader();
  const evidence = new DecimalEvidence();
  const money = [roles.amount, roles.price, roles.cost].filter((index) => index !== undefined);
  const from = money.length
    ? money
    : columns.filter((column) => column.numberShare > 0.5).map((column) => column.index);
  for (const cells of shape.rows) {
    for (const index of from) {
      const cell = cells[index];
      if (cell === undefined || isBlank(cell)) continue;
      if (read.read(cell, '.') || read.read(cell, ',')) evidence.see(read, cell);
    }
  }
  return { ...evidence.verdict(), sample: evidence.sample, column: from[0] ?? 0 };
}

/** How a column of dates is written. */
export function dateOrderOf(shape: Rows, column: number, today: Day) {
  const read = new DateReader();
  const evidence = new DateEvidence(today);
  const unread: string[] = [];
  let readable = false;
  let halfDays = false;
  for (const cells of shape.rows) {
    const cell = cells[column];
    if (cell === undefined || isBlank(cell)) continue;
    if (read.read(cell, 'dmy') === UNREADABLE) {
      if (/\d/.test(cell)) unread.push(cell);
      continue;
    }
    readable = true;
    evidence.see(read, cell);
    halfDays ||= /\d\s?[ap]\.?m/i.test(cell);
  }
  const readings = (one: DateOrder, other: DateOrder): readonly DateOrder[] => [one, other];
  const serial = readable ? undefined : serialOrderOf(unread, today);
  if (serial) return { ...serial, readings: readings('serial', 'serial1904') };
  return { ...evidence.verdict(halfDays), sample: evidence.sample, readings: readings('dmy', 'mdy') };
}
