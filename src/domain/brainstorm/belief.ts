import type { Brainstorm } from '../notebook/brainstorm';
import { NOT_ASKED, UNKNOWN, type MoneyLine } from '../reasons/reasonsReport';
import { votesOf } from './vote';

/** Votes on heaps that no reason was chosen for. */
export const NO_REASON = '';

/** Share (0-1) of all dots by reason, largest first; empty where nobody voted. `countedAs` follows reasons that were merged. */
export function believedShares(
  storm: Brainstorm,
  countedAs: (reason: string) => string,
): ReadonlyMap<string, number> {
  const all = votesOf(storm);
  const votes = new Map<string, number>();
  for (const heap of storm.heaps) {
    const reason = heap.reason === null ? NO_REASON : countedAs(heap.reason);
    if (heap.votes > 0) votes.set(reason, (votes.get(reason) ?? 0) + heap.votes);
  }
  return new Map(
    [...votes].sort(([, a], [, b]) => b - a).map(([reason, given]) => [reason, given / all] as const),
  );
}

/** Share (0-1) of the lost money whose reason is known, by reason, largest first; empty where none is. */
export function foundShares(lines: readonly MoneyLine[]): ReadonlyMap<string, number> {
  const known = lines.filter(({ key, cents }) => key !== NOT_ASKED && key !== UNKNOWN && cents > 0);
  const all = known.reduce((sum, { cents }) => sum + cents, 0);
  return new Map(
    known.toSorted((a, b) => b.cents - a.cents).map(({ key, cents }) => [key, cents / all] as const),
  );
}

/** A reason as people believed it before they saw the figures, and as it was found. Shares 0-1. */
export interface Belief {
  readonly reason: string;
  readonly believed: number;
  readonly found: number;
}

/** Every reason that either side names, those that people believed in most first. */
export function beliefs(
  believed: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): readonly Belief[] {
  const reasons = [...new Set([...believed.keys(), ...found.keys()])];
  return reasons
    .map((reason) => ({ reason, believed: believed.get(reason) ?? 0, found: found.get(reason) ?? 0 }))
    .sort((a, b) => b.believed - a.believed || b.found - a.found);
}

/** Where people were furthest off; null where nothing was found to compare with, or they were right throughout. */
export function furthestOff(
  believed: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): Belief | null {
  if (believed.size === 0 || found.size === 0) return null;
  const gap = (one: Belief) => Math.abs(one.believed - one.found);
  const [first] = beliefs(believed, found)
    .filter(({ reason }) => reason !== NO_REASON)
    .toSorted((a, b) => gap(b) - gap(a));
  return first && gap(first) > 0 ? first : null;
}
