import { NONE, type LossColumns } from '../sales/columns';
import type { Visits } from './visits';

/** What the refunds of an import take back; money in cents. */
export interface ImportRefunds {
  /** Refund lines after the last day told of before, and their sum (0 or less). */
  readonly rows: number;
  readonly cents: number;
  /** Visits told of before that they pay back in full, so that these are none any more, and what was paid for them. */
  readonly visits: number;
  readonly visitCents: number;
}

/** A client's day as one number. */
const dayOf = (client: number, day: number) => client * 2 ** 20 + day;

/**
 * Refunds that an import (`own`) brought in days after `toldUpTo`, and the earlier visits of the whole shop that they cancel
 * (rules.md 3.1). Refunds without a client lower the turnover only.
 */
export function importRefunds(own: LossColumns, { start, other }: Visits, toldUpTo: number): ImportRefunds {
  const refundDays = new Set<number>();
  const clients = new Set<number>();
  let rows = 0;
  let cents = 0;
  for (let row = 0; row < own.length; row++) {
    if (own.cents[row]! >= 0 || own.day[row]! <= toldUpTo) continue;
    rows++;
    cents += own.cents[row]!;
    const client = own.client[row]!;
    if (client === NONE || client >= start.length - 1) continue;
    clients.add(client);
    refundDays.add(dayOf(client, own.day[row]!));
  }
  let visits = 0;
  let visitCents = 0;
  for (const client of clients) {
    for (let i = other.start[client]!; i < other.start[client + 1]!; i++) {
      const cancelled = other.cents[i]! > 0 && other.day[i]! <= toldUpTo;
      if (!cancelled || !refundDays.has(dayOf(client, other.knownFrom[i]!))) continue;
      visits++;
      visitCents += other.cents[i]!;
    }
  }
  return { rows, cents, visits, visitCents };
}
