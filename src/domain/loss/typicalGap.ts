import { openDays, type ClosedDays } from './closedDays';
import { medianOfCounts } from './medianOfCounts';
import type { Visits } from './visits';

/** The typical gap of a shop whose log is too short to show one, in days. */
const FALLBACK_GAP = 45;
const LEAST_GAPS = 10;
const LEAST_CLIENTS = 5;

/**
 * How many days usually pass between two visits in this shop: the median of all gaps of all clients, closures left out
 * (rules.md 3.3). `found` is false, and the answer 45, below 10 gaps from 5 clients. `longest` is the age of the log in days.
 */
export function typicalGap(
  visits: Visits,
  closed: ClosedDays,
  longest: number,
): { days: number; found: boolean } {
  const { start, day } = visits;
  const counts = new Uint32Array(longest + 1);
  let clients = 0;
  for (let c = 0; c + 1 < start.length; c++) {
    const end = start[c + 1]!;
    if (end - start[c]! > 1) clients++;
    for (let i = start[c]! + 1; i < end; i++) counts[openDays(closed, day[i - 1]!, day[i]!)]!++;
  }
  let gaps = 0;
  for (let value = 0; value < counts.length; value++) gaps += counts[value]!;
  const found = gaps >= LEAST_GAPS && clients >= LEAST_CLIENTS;
  return { days: found ? medianOfCounts(counts, gaps) : FALLBACK_GAP, found };
}
