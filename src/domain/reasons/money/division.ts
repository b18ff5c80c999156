import { monthOf, type Day } from '../../kernel/day';
import { revenueShares, type LastYears, type Shares } from '../../loss/revenueShares';
import type { SaleColumns } from '../../sales/columns';
import { NO_KEY } from '../reasonsReport';
import type { LostClients } from './lostClients';

/**
 * How the money of each lost client is divided: the parts of client k sum to 1 and stand under `keys[key]`. A client without a part
 * belongs to the last key, which stands for "none".
 */
export interface Division {
  readonly keys: readonly string[];
  readonly shares: Shares;
}

/** Who, or what, each index of a column of the sales stands for; `NO_KEY` for blank names, the same key for the same person. */
export type Named = readonly string[];

/** The money of clients by employee or product: each one's revenue in the 12 months up to the last visit (rules.md 3.6). */
export function byRevenue(
  clients: LastYears,
  sales: Pick<SaleColumns, 'length' | 'day' | 'client' | 'cents'>,
  column: Uint32Array,
  named: Named,
  asOf: Day,
): Division {
  const keys = [...new Set(named.filter((name) => name !== NO_KEY)), NO_KEY];
  const slots = new Map(keys.map((name, slot) => [name, slot]));
  const slotOf = Uint32Array.from(named, (name) => slots.get(name)!);
  const none = keys.length - 1;
  const isItself = slotOf.every((slot, index) => slot === index);
  const slotted = isItself ? column : column.map((index) => slotOf[index] ?? none);
  return { keys, shares: revenueShares(sales, slotted, none, clients, asOf) };
}

/** Lost money by month of the lost date (rules.md 3.6, "Months"). */
export function byMonth(lost: LostClients): Division {
  const months = Int32Array.from(lost.lostDate, (day) => monthOf(day as Day));
  const first = months.reduce((least, month) => Math.min(least, month), Infinity);
  const last = months.reduce((most, month) => Math.max(most, month), -Infinity);
  const length = lost.length === 0 ? 0 : last - first + 1;
  return {
    keys: Array.from({ length }, (_, k) => String(first + k)),
    shares: {
      start: Uint32Array.from({ length: lost.length + 1 }, (_, k) => k),
      key: Uint32Array.from(months, (month) => month - first),
      part: new Float64Array(lost.length).fill(1),
    },
  };
}

/** What every lost client gives to each of the keys, clients in order; cents. */
export function eachPart(
  { length, value }: Pick<LostClients, 'length' | 'value'>,
  { keys, shares }: Division,
  give: (client: number, key: number, cents: number) => void,
): void {
  for (let k = 0; k < length; k++) {
    const from = shares.start[k]!;
    const to = shares.start[k + 1]!;
    if (from === to) give(k, keys.length - 1, value[k]!);
    for (let s = from; s < to; s++) give(k, shares.key[s]!, value[k]! * shares.part[s]!);
  }
}
