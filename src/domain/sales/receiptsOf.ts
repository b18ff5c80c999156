import type { Day } from '../kernel/day';
import { NONE, type SaleColumns } from './columns';

/** One receipt of a client: its day, its net in cents and its rows in the log. */
export interface ClientReceipt {
  readonly day: Day;
  readonly total: number;
  readonly rows: readonly number[];
}

/**
 * A client's receipts up to a day, newest first. Rows that name no receipt make one receipt a day; the number of a receipt
 * counts within its import, so the day belongs to what tells receipts apart.
 */
export function receiptsOf(sales: SaleColumns, client: number, asOf: Day): ClientReceipt[] {
  const receipts = new Map<string, { day: Day; total: number; rows: number[] }>();
  for (let row = 0; row < sales.length; row++) {
    if (sales.client[row] !== client || sales.day[row]! > asOf) continue;
    const day = sales.day[row]! as Day;
    const number = sales.receipt[row]!;
    const key = number === NONE ? String(day) : `${day}/${number}`;
    const known = receipts.get(key);
    if (known) {
      known.rows.push(row);
      known.total += sales.cents[row]!;
    } else receipts.set(key, { day, total: sales.cents[row]!, rows: [row] });
  }
  return [...receipts.values()].sort((a, b) => b.day - a.day);
}
