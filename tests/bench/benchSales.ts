import type { Day } from '../../src/domain/kernel/day';
import { NONE, type SaleColumns } from '../../src/domain/sales/columns';

const FIRST_DAY = 18993; // 2022-01-01
const LOG_DAYS = 1096;

/** The last day of every generated log, to be used as the as-of date. */
export const BENCH_AS_OF = (FIRST_DAY + LOG_DAYS - 1) as Day;

/** Mulberry32: the same numbers in [0, 1) for the same seed, in every engine. */
export function seededNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A made-up log of three years in date order: each client has a first day, a time to stay, a rhythm that fits
 * into it, and now and then a long pause; a quarter of the rows share their day with the row before, 2 % are refunds, 3 % name nobody.
 */
export function benchSales(
  sales: number,
  clients: number,
  seed: number,
): { sales: SaleColumns; clientCount: number } {
  const draw = seededNumbers(seed);
  const day = new Int32Array(sales);
  const client = new Uint32Array(sales);
  const cents = new Float64Array(sales);
  let row = 0;
  for (let c = 0; row < sales; c = (c + 1) % clients) {
    const rows = Math.min(sales - row, 1 + Math.floor((-0.95 * Math.log(1 - draw()) * sales) / clients));
    const ticket = 300 + 9000 * draw() ** 3;
    let on = Math.floor(draw() ** 2 * LOG_DAYS);
    const stay = (LOG_DAYS - on) * Math.min(1, 0.2 + 1.2 * draw());
    const rhythm = Math.max(2, stay / (0.75 * rows));
    for (let k = 0; k < rows && on < LOG_DAYS; k++) {
      const refund = draw() < 0.02;
      day[row] = on;
      client[row] = draw() < 0.03 ? NONE : c;
      cents[row] =
        refund && k > 0 && draw() < 0.5 ? -cents[row - 1]! : Math.round(ticket * (0.4 + 1.2 * draw()));
      if (refund && cents[row]! > 0) cents[row] = -Math.round(cents[row]! / 3);
      row++;
      if (draw() < 0.25) continue;
      const pause = draw() < 0.01 ? 8 : 1;
      on += 1 + Math.floor(-0.5 * Math.log((1 - draw()) * (1 - draw())) * rhythm * pause);
    }
  }
  return { sales: inDateOrder(day, client, cents), clientCount: clients };
}

function inDateOrder(day: Int32Array, client: Uint32Array, cents: Float64Array): SaleColumns {
  const { length } = day;
  const next = new Uint32Array(LOG_DAYS + 1);
  for (const on of day) next[on + 1]!++;
  for (let d = 1; d <= LOG_DAYS; d++) next[d] = next[d]! + next[d - 1]!;
  const sales = {
    length,
    day: new Int32Array(length),
    client: new Uint32Array(length),
    cents: new Float64Array(length),
    receipt: new Uint32Array(length).fill(NONE),
    product: new Uint32Array(length),
    employee: new Uint32Array(length),
    quantity: new Int32Array(length).fill(1000),
    cost: new Float64Array(length).fill(NaN),
  };
  for (let i = 0; i < length; i++) {
    const at = next[day[i]!]!++;
    sales.day[at] = FIRST_DAY + day[i]!;
    sales.client[at] = client[i]!;
    sales.cents[at] = cents[i]!;
    sales.product[at] = (i * 7919) % 400;
    sales.employee[at] = client[i]! === NONE ? i % 8 : (client[i]! + (i % 5 === 0 ? i : 0)) % 8;
  }
  return sales;
}
