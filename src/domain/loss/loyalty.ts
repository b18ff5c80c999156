import type { Day } from '../kernel/day';
import type { LossColumns } from '../sales/columns';
import { NONE } from '../sales/columns';
import type { Walk } from './walk';

/** Loyalty index of a period: clients with 2 or more visits in percent of clients with any; NaN without a visit (method.md [6.3], rules.md 3.5). */
export function loyaltyIndex({ visits }: Walk, from: Day, to: Day): number {
  let once = 0;
  let repeat = 0;
  for (let c = 0; c + 1 < visits.start.length; c++) {
    let inPeriod = 0;
    for (let i = visits.start[c]!; i < visits.start[c + 1]!; i++) {
      if (visits.day[i]! >= from && visits.day[i]! <= to) inPeriod++;
    }
    if (inPeriod > 0) once++;
    if (inPeriod > 1) repeat++;
  }
  return once === 0 ? NaN : (100 * repeat) / once;
}

/** Net turnover of a period in cents: all of it, the part with a client, and the part of clients who first came before it. */
export interface PeriodTurnover {
  readonly total: number;
  readonly withClient: number;
  readonly oldClients: number;
}

/** What the shop sold from `from` to `to`, and to whom; `sales` are the rows the walk was made from (method.md [6.3], rules.md 3.5). */
export function periodTurnover(sales: LossColumns, { visits }: Walk, from: Day, to: Day): PeriodTurnover {
  let total = 0;
  let withClient = 0;
  let oldClients = 0;
  for (let i = 0; i < sales.length; i++) {
    if (sales.day[i]! < from || sales.day[i]! > to) continue;
    total += sales.cents[i]!;
    const c = sales.client[i]!;
    if (c === NONE) continue;
    withClient += sales.cents[i]!;
    const first = visits.start[c]!;
    if (first < visits.start[c + 1]! && visits.day[first]! < from) oldClients += sales.cents[i]!;
  }
  return { total, withClient, oldClients };
}

/** Share of old clients: their part of the turnover with a client, in percent; NaN without such turnover (method.md [6.3], rules.md 3.5). */
export const shareOfOldClients = ({ withClient, oldClients }: PeriodTurnover): number =>
  withClient === 0 ? NaN : (100 * oldClients) / withClient;
