import { addDays, type Day } from '../../kernel/day';
import type { Cause } from '../../notebook/cause';
import type { CauseEffect, MoneyLine } from '../reasonsReport';
import { accident } from './accident';
import type { Division } from './division';
import { isReason } from './known';
import type { LostClients } from './lostClients';
import { lostWithin } from './lostWithin';
import { moneyLines } from './moneyLines';

const MOST_MONTHS = 12;
const MONTH = 365 / 12;

/** What may be looked at: last visits from the beginning of the log to the last day of which all losses are declared (rules.md 3.5). */
export interface RipeDays {
  readonly from: Day;
  readonly until: Day;
}

/**
 * Whether losses for a cause fell after it was removed: clients lost for its reason (view `best`) in as many whole months before
 * and from that day on, up to 12. They are dated by the last visit: by lost date those who had left already would count as lost after it. Only present losses count, whichever side they are on: those who came
 * back are missing more before than after it, so that a fall is rather understated. `accident` allows for fewer of the newly
 * lost having been asked: the later side's part of all losses is the share known there over the sum of both shares.
 */
export function causeEffect(
  { id, doneOn }: Cause,
  reason: string,
  table: readonly MoneyLine[],
  lost: LostClients,
  byReason: Division,
  ripe: RipeDays,
): CauseEffect {
  const lossNow = table.find(({ key }) => key === reason)?.cents ?? 0;
  const months = doneOn === null ? 0 : monthsAround(doneOn, ripe);
  if (doneOn === null || months < 1) return { cause: id, lossNow, effect: null };
  const days = Math.round(months * MONTH);
  const before = losses(reason, lost, byReason, addDays(doneOn, -days), addDays(doneOn, -1));
  const after = losses(reason, lost, byReason, doneOn, addDays(doneOn, days - 1));
  return {
    cause: id,
    lossNow,
    effect: {
      months,
      clientsBefore: before.clients,
      clientsAfter: after.clients,
      centsBefore: before.cents,
      centsAfter: after.cents,
      knownBefore: before.known,
      knownAfter: after.known,
      accident: accident(before.clients, after.clients, after.known / (before.known + after.known)),
    },
  };
}

function monthsAround(doneOn: Day, { from, until }: RipeDays): number {
  const days = Math.min(until - doneOn + 1, doneOn - from);
  return Math.min(MOST_MONTHS, Math.floor(days / MONTH));
}

function losses(reason: string, lost: LostClients, byReason: Division, from: Day, to: Day) {
  const { lost: some, division } = lostWithin(lost, byReason, from, to, 'lastVisit');
  const line = moneyLines(some, division, 'reason').find(({ key }) => key === reason);
  return {
    clients: line?.clients ?? 0,
    cents: line?.cents ?? 0,
    known: some.length === 0 ? 0 : clientsWithReason(some.length, division) / some.length,
  };
}

function clientsWithReason(clients: number, { keys, shares }: Division): number {
  let known = 0;
  for (let k = 0; k < clients; k++) {
    const parts = shares.key.subarray(shares.start[k], shares.start[k + 1]);
    if (parts.some((key) => isReason(keys[key]!))) known++;
  }
  return known;
}
