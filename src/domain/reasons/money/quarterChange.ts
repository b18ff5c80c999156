import { addDays, type Day } from '../../kernel/day';
import type { MoneyLine, QuarterChange } from '../reasonsReport';
import type { Division } from './division';
import type { LostClients } from './lostClients';
import { bySize, moneyLines } from './moneyLines';
import { lostWithin } from './lostWithin';

/** Thirteen weeks: as many Mondays and Saturdays in one as in the other. */
const QUARTER = 91;

/**
 * Losses by reason of the last 91 days whose losses are all declared, up to `ripeUntil`, beside the 91 days before, by lost date
 * (method.md [4.4], rules.md 3.5). Clients who have come back since are in neither. Cents of either time sum exactly to what was lost in it.
 */
export function quarterChange(lost: LostClients, byReason: Division, ripeUntil: Day): QuarterChange {
  const from = addDays(ripeUntil, 1 - QUARTER);
  const now = linesWithin(lost, byReason, from, ripeUntil);
  const before = linesWithin(lost, byReason, addDays(from, -QUARTER), addDays(from, -1));
  const lines = [...new Set([...now.keys(), ...before.keys()])].map((key) => ({
    key,
    cents: now.get(key)?.cents ?? 0,
    clients: now.get(key)?.clients ?? 0,
    centsBefore: before.get(key)?.cents ?? 0,
    clientsBefore: before.get(key)?.clients ?? 0,
  }));
  return { from, until: ripeUntil, lines: lines.sort(bySize) };
}

function linesWithin(lost: LostClients, byReason: Division, from: Day, to: Day): Map<string, MoneyLine> {
  const { lost: some, division } = lostWithin(lost, byReason, from, to);
  return new Map(moneyLines(some, division, 'reason').map((line) => [line.key, line]));
}
