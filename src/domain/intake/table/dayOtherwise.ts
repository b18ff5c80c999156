import type { Day } from '../../kernel/day';
import type { DateOrder } from '../layout';
import { UNREADABLE, type DateReader } from '../values/dateReader';
import { isOutside } from './undated';

/** The day of a date in the first of these orders that makes it one of a sale; `UNREADABLE` where none does. */
export function dayOtherwise(
  reader: DateReader,
  text: string,
  orders: readonly DateOrder[],
  today: Day,
): number {
  for (const order of orders) {
    const day = reader.read(text, order);
    if (!isOutside(day, today)) return day;
  }
  return UNREADABLE;
}
