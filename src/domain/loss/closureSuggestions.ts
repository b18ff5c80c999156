import type { Day } from '../kernel/day';
import { valueAt } from './medianOfCounts';
import type { Closure } from './rules';

const SHORTEST_CLOSURE = 14;
const TIMES_USUAL_PAUSE = 5;
const USUAL_PAUSE_RANK = 0.95;

/**
 * Stretches in which the shop seems to have been closed, by rising day, for the owner to confirm: at least 14 days without
 * any sale, and at least 5 times the 95th percentile (nearest rank) of the pauses between neighbouring sale days
 * (rules.md 3.3). `days` are the days of the shop's rows, in any order and repeated; empty where nothing stands out.
 */
export function closureSuggestions(days: Int32Array): Closure[] {
  const saleDays = Int32Array.from(new Set(days)).sort();
  const pauses = Math.max(0, saleDays.length - 1);
  if (pauses === 0) return [];
  const counts = new Uint32Array(saleDays[saleDays.length - 1]! - saleDays[0]! + 1);
  for (let i = 1; i < saleDays.length; i++) counts[pauseBefore(saleDays, i)]!++;
  const usual = valueAt(counts, Math.ceil(USUAL_PAUSE_RANK * pauses) - 1);
  const suggested: Closure[] = [];
  for (let i = 1; i < saleDays.length; i++) {
    const pause = pauseBefore(saleDays, i);
    if (pause >= SHORTEST_CLOSURE && pause >= TIMES_USUAL_PAUSE * usual) {
      suggested.push({ first: (saleDays[i - 1]! + 1) as Day, last: (saleDays[i]! - 1) as Day });
    }
  }
  return suggested;
}

/** Days without any sale between one sale day and the one before. */
const pauseBefore = (saleDays: Int32Array, i: number) => saleDays[i]! - saleDays[i - 1]! - 1;
