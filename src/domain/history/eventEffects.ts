import { addDays, type Day } from '../kernel/day';
import type { BusinessEvent } from '../notebook/event';

/** Losses by client and day, present ones or past absences; yearly value in cents. */
export interface Losses {
  readonly lostDate: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

interface LostAround {
  readonly clients: number;
  readonly cents: number;
}

/** Losses around a change in the business; `whole` is false while the six months after it are not over, or not all declared. */
export interface EffectOfEvent {
  readonly event: BusinessEvent;
  readonly before: LostAround;
  readonly after: LostAround;
  readonly whole: boolean;
}

/** Six months as 26 weeks: either side has as many of each weekday. */
const HALF_YEAR = 182;

/**
 * What was lost in the six months before each event and in the six from its day on (method.md [4.4]), events in the order given.
 * Both present losses and past absences count, by lost date as everywhere: a loss is declared only after the client's own patience, so what an
 * event drove away shows weeks or months after it, and what it met already silent is among the losses after it.
 */
export function eventEffects(
  events: readonly BusinessEvent[],
  losses: readonly Losses[],
  ripeUntil: Day,
): readonly EffectOfEvent[] {
  const within = (from: Day, to: Day): LostAround => {
    let clients = 0;
    let cents = 0;
    for (const { lostDate, value } of losses)
      for (let k = 0; k < lostDate.length; k++) {
        if (lostDate[k]! < from || lostDate[k]! > to) continue;
        clients++;
        cents += value[k]!;
      }
    return { clients, cents: Math.round(cents) };
  };
  return events.map((event) => {
    const last = addDays(event.day, HALF_YEAR - 1);
    return {
      event,
      before: within(addDays(event.day, -HALF_YEAR), addDays(event.day, -1)),
      after: within(event.day, last),
      whole: last <= ripeUntil,
    };
  });
}
