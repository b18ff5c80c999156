import type { Day } from '../kernel/day';
import { NONE, type SaleColumns } from '../sales/columns';
import { NO_DAY, type ClientFigures } from './clientFigures';

/** Clients as columns, with the day up to which a year of theirs is counted. */
export type LastYears = Pick<ClientFigures, 'length' | 'client' | 'lastVisit'>;

/**
 * Who, or what, has which part in each client: those of client entry k are `start[k]` up to `start[k + 1]`, with parts above 0
 * that sum to 1. A client without revenue has none.
 */
export interface Shares {
  readonly start: Uint32Array;
  readonly key: Uint32Array;
  readonly part: Float64Array;
}

const YEAR = 365;

/**
 * Each client's revenue shared out by a column of the sales, such as employee or product: net of refunds in the 365 days up to
 * the last visit, and the refunds since (rules.md 3.6). What is below zero has no part; rows that name nothing have the key `keyCount`.
 */
export function revenueShares(
  sales: Pick<SaleColumns, 'length' | 'day' | 'client' | 'cents'>,
  column: Uint32Array,
  keyCount: number,
  clients: LastYears,
  asOf: Day,
): Shares {
  const grouped = rowsOfLastYears(sales, column, keyCount, clients, asOf);
  const { start, key, cents } = grouped;
  const sum = new Float64Array(keyCount + 1);
  const found = new Uint32Array(keyCount + 1);
  const shares = {
    start: new Uint32Array(clients.length + 1),
    key: new Uint32Array(key.length),
    part: new Float64Array(key.length),
  };
  let at = 0;
  for (let k = 0; k < clients.length; k++) {
    const from = start[k]!;
    const to = start[k + 1]!;
    for (let r = from; r < to; r++) sum[key[r]!]! += cents[r]!;
    let count = 0;
    let total = 0;
    for (let r = from; r < to; r++) {
      const served = sum[key[r]!]!;
      sum[key[r]!] = 0;
      if (!(served > 0)) continue;
      found[count] = key[r]!;
      shares.part[at + count] = served;
      total += served;
      count++;
    }
    for (let n = 0; n < count; n++, at++) {
      shares.key[at] = found[n]!;
      shares.part[at]! /= total;
    }
    shares.start[k + 1] = at;
  }
  return { start: shares.start, key: shares.key.slice(0, at), part: shares.part.slice(0, at) };
}

/** The rows that count for each client, side by side. */
function rowsOfLastYears(
  { length, day, client, cents }: Pick<SaleColumns, 'length' | 'day' | 'client' | 'cents'>,
  column: Uint32Array,
  keyCount: number,
  clients: LastYears,
  asOf: Day,
) {
  const entryOf = entriesByClient(clients);
  const start = new Uint32Array(clients.length + 1);
  const entryOfRow = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const entry = client[i]! < entryOf.length ? entryOf[client[i]!]! : NONE;
    const counts = entry !== NONE && day[i]! > clients.lastVisit[entry]! - YEAR && day[i]! <= asOf;
    entryOfRow[i] = counts ? entry : NONE;
    if (counts) start[entry + 1]!++;
  }
  for (let k = 0; k < clients.length; k++) start[k + 1] = start[k + 1]! + start[k]!;
  const next = start.slice();
  const key = new Uint32Array(start[clients.length]!);
  const sums = new Float64Array(key.length);
  for (let i = 0; i < length; i++) {
    const entry = entryOfRow[i]!;
    if (entry === NONE) continue;
    const at = next[entry]!++;
    key[at] = Math.min(column[i]!, keyCount);
    sums[at] = cents[i]!;
  }
  return { start, key, cents: sums };
}

function entriesByClient({ length, client, lastVisit }: LastYears): Uint32Array {
  let places = 0;
  for (let k = 0; k < length; k++) if (client[k]! >= places) places = client[k]! + 1;
  const entryOf = new Uint32Array(places).fill(NONE);
  for (let k = 0; k < length; k++) if (lastVisit[k] !== NO_DAY) entryOf[client[k]!] = k;
  return entryOf;
}
