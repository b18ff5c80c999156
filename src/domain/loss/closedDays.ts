import { addDays, type Day } from '../kernel/day';
import type { Closure } from './rules';

/** The shop's closures in order of time, none touching another; entry i is closed from `first[i]` to `last[i]`. */
export interface ClosedDays {
  readonly length: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Closures as the owner gave them, in any order and overlapping, made into separate stretches by rising day (rules.md 3.3). */
export function closedDays(closures: readonly Closure[]): ClosedDays {
  const merged: { first: Day; last: Day }[] = [];
  for (const { first, last } of closures.toSorted((a, b) => a.first - b.first)) {
    if (!(first <= last)) continue;
    const before = merged.at(-1);
    if (before && first <= before.last + 1) before.last = last > before.last ? last : before.last;
    else merged.push({ first, last });
  }
  return {
    length: merged.length,
    first: Int32Array.from(merged, (closure) => closure.first),
    last: Int32Array.from(merged, (closure) => closure.last),
  };
}

/** Days of silence from `from` (not counted) to `to` (counted), closed days left out (rules.md 3.3). */
export function openDays(closed: ClosedDays, from: number, to: number): number {
  let days = to - from;
  for (let i = 0; i < closed.length && closed.first[i]! <= to; i++) {
    const start = Math.max(closed.first[i]!, from + 1);
    const end = Math.min(closed.last[i]!, to);
    if (end >= start) days -= end - start + 1;
  }
  return days;
}

/** The day on which `days` open days have passed since `from`: the date of becoming sleeping or lost (rules.md 3.4). */
export function dayAfterOpenDays(closed: ClosedDays, from: number, days: number): Day {
  let day = from + days;
  for (let i = 0; i < closed.length && closed.first[i]! <= day; i++) {
    const start = Math.max(closed.first[i]!, from + 1);
    if (closed.last[i]! >= start) day = addDays(day as Day, closed.last[i]! - start + 1);
  }
  return day as Day;
}
