import type { Severity } from '../notebook/answer';
import type { ReasonGroup } from '../notebook/reason';
import { freshness } from './askOrder';
import { CHANCES, type Channel } from './conversation';

/** A former client buys with a chance of about 40 % (method.md [1.8]). */
const FORMER_CLIENT = 40;
/** The smaller the problem, the easier the return (method.md [4.8]). */
const BY_SEVERITY = { 1: 1.5, 2: 1.25, 3: 1, 4: 0.6, 5: 0.3 } as const satisfies Record<Severity, number>;
/** A human mistake is harder to forgive than a technical one (method.md [4.9]). */
const HUMAN_MISTAKE = 0.75;
/** What we did we can mend; circumstances we mostly cannot. */
const BY_GROUP = { ours: 1, competitor: 1, client: 0.5 } as const satisfies Record<ReasonGroup, number>;
/** Soon after, a call works better than paper; after a long time it is the other way round (method.md [5.4]). */
const CALL_UNTIL_WEEKS = 8;
const IN_PERSON = 1.2;
const FITTING = 1;
const UNFITTING = 0.8;
/** Nobody asks them: little is left but those who come by themselves. */
const NOBODY_ASKS = 0.25;

/** How soon after the loss a way to ask works best: a call within 8 weeks, later a letter by hand (method.md [5.4], [5.15]). */
export const proposedChannel = (weeksSinceLoss: number): Extract<Channel, 'call' | 'letter'> =>
  weeksSinceLoss <= CALL_UNTIL_WEEKS ? 'call' : 'letter';

function byChannel(channel: Channel | null, weeks: number): number {
  if (channel === null) return FITTING;
  if (channel === 'none') return NOBODY_ASKS;
  if (channel === 'visit' || channel === 'meet') return IN_PERSON;
  return channel === proposedChannel(weeks) ? FITTING : UNFITTING;
}

/**
 * A starting guess at the chance that an asked client returns, percent, one of `CHANCES`: 40 % [1.8], more for a trifle, less for a
 * catastrophe [4.8], a human mistake [4.9], the client's own circumstances, a loss long ago [2.6], a way that does not suit the time
 * [5.4]. Factors are chosen, not measured; null for what is not known leaves the guess as it is.
 */
export function proposedChance(
  severity: Severity | null,
  human: boolean | null,
  group: ReasonGroup | null,
  weeksSinceLoss: number,
  channel: Channel | null,
): number {
  const guess =
    FORMER_CLIENT *
    (severity === null ? 1 : BY_SEVERITY[severity]) *
    (human ? HUMAN_MISTAKE : 1) *
    (group === null ? 1 : BY_GROUP[group]) *
    freshness(weeksSinceLoss) *
    byChannel(channel, weeksSinceLoss);
  return CHANCES.reduce<number>(
    (nearest, chance) => (Math.abs(chance - guess) < Math.abs(nearest - guess) ? chance : nearest),
    CHANCES[0],
  );
}
