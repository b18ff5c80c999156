import type { Day } from '../../kernel/day';
import { SOURCES, type Source } from '../../notebook/answer';
import { isOld } from '../claims';
import type { Coverage, MoneyLine } from '../reasonsReport';
import { apportion } from './apportion';
import { isReason, reasonsKnown, type KnownClients } from './known';
import type { LostClients } from './lostClients';

/** Below so many clients with a reason, or such a part of the money, shares say little. */
const FEWEST_CLIENTS = 10;
const LEAST_PART = 1 / 5;

/**
 * How much of the lost money has a reason, by whose word, and how much of that is older than a year; whole cents, the sources summing
 * exactly to the money that the table by reason (view `best`) has lines for.
 */
export function coverage(
  lost: Pick<LostClients, 'value' | 'cents'>,
  known: KnownClients,
  byReason: readonly MoneyLine[],
  today: Day,
): Coverage {
  const bySource = new Map<Source, number>();
  let knownClients = 0;
  let old = 0;
  for (const [place, { best }] of known) {
    const { reasons, part } = reasonsKnown(best);
    if (reasons.length === 0 || best.source === null) continue;
    const cents = lost.value[place]! * part;
    knownClients++;
    bySource.set(best.source, (bySource.get(best.source) ?? 0) + cents);
    if (best.day !== null && isOld({ day: best.day }, today)) old += cents;
  }
  const cents = byReason.reduce((sum, line) => sum + (isReason(line.key) ? line.cents : 0), 0);
  const whole = apportion(
    SOURCES.map((source) => bySource.get(source) ?? 0),
    cents,
  );
  return {
    known: cents,
    bySource: Object.fromEntries(SOURCES.map((source, k) => [source, whole[k]!])) as Record<Source, number>,
    knownClients,
    old: Math.min(cents, Math.round(old)),
    thin: knownClients < FEWEST_CLIENTS || cents < LEAST_PART * lost.cents,
  };
}
