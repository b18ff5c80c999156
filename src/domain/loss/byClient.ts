import type { Day } from '../kernel/day';
import { NONE, type LossColumns } from '../sales/columns';
import { rowsByDay } from './rowsByDay';

/** The rows up to the as-of date, client by client and by rising day: those of client c are `start[c]` up to `start[c + 1]`. */
export interface ClientRows {
  readonly start: Uint32Array;
  readonly day: Int32Array;
  readonly cents: Float64Array;
  /** First row of the shop, with or without a client; the as-of date where there are no rows. */
  readonly logStart: Day;
  readonly rowsUsed: number;
  readonly rowsWithoutClient: number;
  /** Net of the rows used, and the part of it with a client; cents. */
  readonly turnover: number;
  readonly turnoverWithClient: number;
}

/**
 * Puts the shop's rows up to the as-of date in order of client and day, by counting; rows without a client go into the
 * turnover only, later rows nowhere (rules.md 3.1, 3.2).
 */
export function rowsByClient(sales: LossColumns, clientCount: number, asOf: Day): ClientRows {
  const { length, day, client, cents } = sales;
  const start = new Uint32Array(clientCount + 1);
  let rowsUsed = 0;
  let rowsWithoutClient = 0;
  let turnover = 0;
  let turnoverWithClient = 0;
  let logStart = asOf as number;
  let previous = -Infinity;
  let rising = true;
  for (let i = 0; i < length; i++) {
    const on = day[i]!;
    if (on > asOf) continue;
    if (on < previous) rising = false;
    previous = on;
    if (on < logStart) logStart = on;
    rowsUsed++;
    turnover += cents[i]!;
    if (client[i]! === NONE) {
      rowsWithoutClient++;
    } else {
      start[client[i]! + 1]!++;
      turnoverWithClient += cents[i]!;
    }
  }
  for (let c = 0; c < clientCount; c++) start[c + 1] = start[c + 1]! + start[c]!;
  const grouped = rising
    ? scatter(sales, start, asOf)
    : scatterInOrder(sales, start, rowsByDay(sales, logStart, asOf));
  return {
    start,
    ...grouped,
    logStart: logStart as Day,
    rowsUsed,
    rowsWithoutClient,
    turnover,
    turnoverWithClient,
  };
}

type Grouped = Pick<ClientRows, 'day' | 'cents'>;

function scatter({ length, day, client, cents }: LossColumns, start: Uint32Array, asOf: Day): Grouped {
  const next = start.slice();
  const total = start[start.length - 1]!;
  const sortedDay = new Int32Array(total);
  const sortedCents = new Float64Array(total);
  for (let i = 0; i < length; i++) {
    if (client[i]! === NONE || day[i]! > asOf) continue;
    const at = next[client[i]!]!++;
    sortedDay[at] = day[i]!;
    sortedCents[at] = cents[i]!;
  }
  return { day: sortedDay, cents: sortedCents };
}

function scatterInOrder({ day, client, cents }: LossColumns, start: Uint32Array, rows: Uint32Array): Grouped {
  const next = start.slice();
  const sortedDay = new Int32Array(rows.length);
  const sortedCents = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]!;
    const at = next[client[i]!]!++;
    sortedDay[at] = day[i]!;
    sortedCents[at] = cents[i]!;
  }
  return { day: sortedDay, cents: sortedCents };
}
