import { parseIsoDay, type Day } from '../../src/domain/kernel/day';
import { NONE, type LossColumns } from '../../src/domain/sales/columns';

/** A sale of a test log: ISO date, client (null for nobody), amount in whole units of money. */
export type Sale = readonly [date: string, client: string | null, amount: number];

export const day = (iso: string): Day => parseIsoDay(iso);

/** Sales as columns, clients numbered in order of first appearance. */
export function salesLog(log: readonly Sale[]): { sales: LossColumns; clients: string[] } {
  const clients = [...new Set(log.flatMap(([, client]) => (client === null ? [] : [client])))];
  return {
    clients,
    sales: {
      length: log.length,
      day: Int32Array.from(log, ([date]) => day(date)),
      client: Uint32Array.from(log, ([, client]) => (client === null ? NONE : clients.indexOf(client))),
      cents: Float64Array.from(log, ([, , amount]) => Math.round(amount * 100)),
    },
  };
}
