import { NONE, type LossColumns } from '../sales/columns';

/**
 * Row numbers of the rows that name a client, from the day `first` to the day `last`, by rising day; rows of one day stay
 * in the order of the log (a counting sort by day).
 */
export function rowsByDay(sales: LossColumns, first: number, last: number): Uint32Array {
  const { length, day, client } = sales;
  const next = new Uint32Array(last - first + 2);
  for (let i = 0; i < length; i++) {
    if (client[i]! !== NONE && day[i]! <= last) next[day[i]! - first + 1]!++;
  }
  for (let d = 1; d < next.length; d++) next[d] = next[d]! + next[d - 1]!;
  const rows = new Uint32Array(next[next.length - 1]!);
  for (let i = 0; i < length; i++) {
    if (client[i]! !== NONE && day[i]! <= last) rows[next[day[i]! - first]!++] = i;
  }
  return rows;
}
