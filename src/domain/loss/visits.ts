import type { ClientRows } from './byClient';

/**
 * Visits of every client by rising day: those of client c are `start[c]` up to `start[c + 1]` (rules.md 3.1).
 * A visit is a day with a positive net; several receipts of a day are one visit.
 */
export interface Visits {
  readonly start: Uint32Array;
  readonly day: Int32Array;
  readonly cents: Float64Array;
  /** Net of all rows of each client, cents. */
  readonly revenue: Float64Array;
  readonly other: OtherDays;
}

/**
 * Client-days with money that are no visit: refunds, and visits that a refund cancelled. Same layout as `Visits`.
 * An entry counts from `knownFrom` on: a refund from its own day, a cancelled visit from the day of its refund.
 */
export interface OtherDays {
  readonly start: Uint32Array;
  readonly day: readonly number[];
  readonly cents: readonly number[];
  readonly knownFrom: readonly number[];
}

/** A refund within 1/200 (0.5 %) of a visit's net cancels that visit. */
const CANCELS_WITHIN = 200;

/**
 * Turns a shop's grouped rows into visits; refunds cancel the latest earlier visit of the same sum (rules.md 3.1).
 * Takes over the memory of `rows`, which must not be read afterwards.
 */
export function visitsByClient(rows: ClientRows): Visits {
  const { start: rowStart, day, cents } = rows;
  const clientCount = rowStart.length - 1;
  const start = new Uint32Array(clientCount + 1);
  const otherStart = new Uint32Array(clientCount + 1);
  const revenue = new Float64Array(clientCount);
  const other = { start: otherStart, day: [] as number[], cents: [] as number[], knownFrom: [] as number[] };
  let visits = 0;
  for (let c = 0; c < clientCount; c++) {
    const first = visits;
    const end = rowStart[c + 1]!;
    let total = 0;
    for (let i = rowStart[c]!; i < end;) {
      const on = day[i]!;
      let net = cents[i++]!;
      while (i < end && day[i]! === on) net += cents[i++]!;
      total += net;
      if (net > 0) {
        day[visits] = on;
        cents[visits] = net;
        visits++;
      } else if (net < 0) {
        const cancelled = visitOfSum(cents, first, visits, -net);
        if (cancelled >= 0) {
          addOther(other, day[cancelled]!, cents[cancelled]!, on);
          day.copyWithin(cancelled, cancelled + 1, visits);
          cents.copyWithin(cancelled, cancelled + 1, visits);
          visits--;
        }
        addOther(other, on, net, on);
      }
    }
    revenue[c] = total;
    start[c + 1] = visits;
    otherStart[c + 1] = other.day.length;
  }
  return { start, day: day.subarray(0, visits), cents: cents.subarray(0, visits), revenue, other };
}

function visitOfSum(cents: Float64Array, first: number, end: number, refund: number): number {
  for (let k = end - 1; k >= first; k--) {
    if (Math.abs(cents[k]! - refund) * CANCELS_WITHIN <= cents[k]!) return k;
  }
  return -1;
}

type OtherLists = { day: number[]; cents: number[]; knownFrom: number[] };

function addOther(other: OtherLists, day: number, cents: number, knownFrom: number) {
  other.day.push(day);
  other.cents.push(cents);
  other.knownFrom.push(knownFrom);
}
