import type { Day } from '../kernel/day';
import { NONE } from '../sales/columns';
import type { ClientRows } from './byClient';
import { closedDays, openDays, type ClosedDays } from './closedDays';
import type { Rules } from './rules';
import { lostAfter, type Law } from './thresholds';
import { typicalGap } from './typicalGap';
import { visitsByClient, type Visits } from './visits';

/** Every client's visits walked from the first to the last, with the patience in force after each of them (rules.md 3.4). */
export interface Walk {
  readonly asOf: Day;
  readonly logStart: Day;
  readonly closed: ClosedDays;
  readonly law: Law;
  readonly typicalGapFound: boolean;
  /** Usual interval set by the owner, by client index. */
  readonly intervals: Rules['intervals'];
  readonly visits: Visits;
  /** By visit: sum of the used gaps before it, and the days of silence L after it that mean lost. */
  readonly usedGaps: Int32Array;
  readonly lostAfter: Int32Array;
  /** By client: losses that ended in a return, and the visit of the latest return, `NONE` without one. */
  readonly returns: Uint32Array;
  readonly lastReturn: Uint32Array;
  /** Visits, by rising index, after which the client was lost and came back. */
  readonly absences: readonly number[];
}

/** The interval the owner set for a client in days; NaN for none. */
export const ownInterval = (walk: Pick<Walk, 'intervals'>, client: number): number =>
  walk.intervals.size === 0 ? NaN : (walk.intervals.get(client) ?? NaN);

/** Walks all clients of a shop up to the as-of date; takes over the memory of `rows`. */
export function walkShop(rows: ClientRows, rules: Rules, asOf: Day): Walk {
  const visits = visitsByClient(rows);
  const closed = closedDays(rules.closures);
  const found = typicalGap(visits, closed, asOf - rows.logStart);
  const law: Law = { ...rules, typicalGap: rules.typicalGap ?? found.days };
  const clientCount = visits.start.length - 1;
  const walk = {
    asOf,
    logStart: rows.logStart,
    closed,
    law,
    typicalGapFound: found.found,
    intervals: rules.intervals,
    visits,
    usedGaps: new Int32Array(visits.day.length),
    lostAfter: new Int32Array(visits.day.length),
    returns: new Uint32Array(clientCount),
    lastReturn: new Uint32Array(clientCount).fill(NONE),
    absences: [] as number[],
  };
  for (let c = 0; c < clientCount; c++) walkClient(walk, c);
  return walk;
}

function walkClient(walk: Walk & { absences: number[] }, client: number) {
  const { law, closed, visits, usedGaps, absences } = walk;
  const { day } = visits;
  const own = ownInterval(walk, client);
  const first = visits.start[client]!;
  const end = visits.start[client + 1]!;
  let used = 0;
  let patience = 0;
  for (let i = first; i < end; i++) {
    if (i > first) {
      const gap = openDays(closed, day[i - 1]!, day[i]!);
      if (gap > patience) {
        absences.push(i - 1);
        walk.returns[client]!++;
        walk.lastReturn[client] = i;
      }
      used += gap < patience ? gap : patience;
    }
    patience = lostAfter(law, own, i - first + 1, used);
    usedGaps[i] = used;
    walk.lostAfter[i] = patience;
  }
}
