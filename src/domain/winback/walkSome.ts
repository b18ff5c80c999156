import type { Day } from '../kernel/day';
import { rowsByClient } from '../loss/byClient';
import type { Rules } from '../loss/rules';
import { walkShop, type Walk } from '../loss/walk';
import { NONE, type LossColumns } from '../sales/columns';

/** Some clients of a shop walked, each under a place of its own. */
export interface WalkOfSome {
  readonly walk: Walk;
  /** The place of a client in the walk; undefined for one who was not asked for. */
  readonly placeOf: (client: number) => number | undefined;
}

/** What the analysis of the whole shop found, and a walk of some of its clients cannot. */
export interface WholeShop {
  readonly asOf: Day;
  readonly logStart: Day;
  /** Days. */
  readonly typicalGap: number;
}

/**
 * Walks the visits of some clients as the analysis of the whole shop walks all of them (rules.md 3.1-3.4): one pass over the sales, then work
 * for those clients alone.
 */
export function walkSome(
  sales: LossColumns,
  clients: Iterable<number>,
  rules: Rules,
  { asOf, logStart, typicalGap }: WholeShop,
): WalkOfSome {
  const places = new Map([...new Set(clients)].map((client, place) => [client, place]));
  const most = Math.max(-1, ...places.keys());
  const placed = new Uint32Array(most + 1).fill(NONE);
  for (const [client, place] of places) placed[client] = place;
  const rows = { ...rowsByClient(salesOf(sales, placed), places.size, asOf), logStart };
  const intervals = new Map<number, number>();
  for (const [client, interval] of rules.intervals) {
    const place = places.get(client);
    if (place !== undefined) intervals.set(place, interval);
  }
  return {
    walk: walkShop(rows, { ...rules, typicalGap, intervals }, asOf),
    placeOf: (client) => places.get(client),
  };
}

/** The rows of the placed clients, who are numbered by their places. */
function salesOf({ length, day, client, cents }: LossColumns, placed: Uint32Array): LossColumns {
  const place = (row: number) => (client[row]! < placed.length ? placed[client[row]!]! : NONE);
  let count = 0;
  for (let i = 0; i < length; i++) if (place(i) !== NONE) count++;
  const some = {
    length: count,
    day: new Int32Array(count),
    client: new Uint32Array(count),
    cents: new Float64Array(count),
  };
  let at = 0;
  for (let i = 0; i < length; i++) {
    const to = place(i);
    if (to === NONE) continue;
    some.day[at] = day[i]!;
    some.client[at] = to;
    some.cents[at++] = cents[i]!;
  }
  return some;
}
