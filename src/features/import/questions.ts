import type { Day } from '../../domain/kernel/day';
import type { DateOrder, DecimalMark, Mapping } from '../../domain/intake/layout';
import type { Question } from '../../domain/intake/survey';
import { AmountReader } from '../../domain/intake/values/amountReader';
import { DateReader, IMPOSSIBLE, UNREADABLE } from '../../domain/intake/values/dateReader';

/** The questions about columns that still hold what they ask about. */
export const questionsFor = (
  asked: readonly Question[],
  { columns, countVisits }: Mapping,
): readonly Question[] =>
  asked.filter(({ kind, column }) =>
    kind === 'date-order'
      ? columns.date === column
      : kind === 'every-line'
        ? !countVisits && columns.amount === column
        : !countVisits && [columns.amount, columns.price, columns.cost].includes(column),
  );

/** The day that a text stands for when it is read in this order; NaN where it is none. */
export function dayRead(text: string, order: DateOrder): Day {
  const day = new DateReader().read(text, order);
  return (day === UNREADABLE || day === IMPOSSIBLE ? NaN : day) as Day;
}

/** The number that a text stands for with this decimal mark; NaN where it is none. */
export function numberRead(text: string, decimal: DecimalMark): number {
  const reader = new AmountReader();
  return reader.read(text, decimal) ? reader.mantissa / 10 ** reader.scale : NaN;
}
