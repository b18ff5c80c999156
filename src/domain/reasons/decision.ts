import { breakEvenUplift, winBackValue } from '../loss/winBackValue';
import type { Verdict } from './conversation';

/** What the owner weighs; money in cents, chances, margin 0-1. */
export interface Attempt {
  readonly yearlyValue: number;
  readonly margin: number;
  readonly years: number;
  /** Chance that they return without being asked; null where the shop is too small to tell, which counts as none. */
  readonly natural: number | null;
  readonly chance: number;
  readonly cost: number;
  readonly minutes: number;
  /** Cost of an hour of work; null where the owner has not said: then time is not counted. */
  readonly hourCost: number | null;
}

/** What an attempt brings and costs, cents; `breakEven` is the uplift (0-1) at which it pays for itself. */
export interface ExpectedGain {
  readonly gain: number;
  readonly cost: number;
  readonly staffCost: number;
  readonly breakEven: number;
}

/** Value x chance above the natural return - cost, the staff's time included (method.md [3.8], [4.11], rules.md 3.6). */
export function expectedGain(attempt: Attempt): ExpectedGain {
  const { yearlyValue, margin, years, natural, chance, minutes, hourCost } = attempt;
  const staffCost = (minutes / 60) * (hourCost ?? 0);
  const client = { yearlyCents: yearlyValue, margin, years, cost: attempt.cost + staffCost };
  return {
    gain: winBackValue(client, chance, natural ?? 0),
    cost: client.cost,
    staffCost,
    breakEven: breakEvenUplift(client),
  };
}

/** Why a verdict is proposed; each has a sentence. */
export const VERDICT_CAUSES = [
  'ended',
  'lost-twice',
  'worth-nothing',
  'not-above-natural',
  'costs-more',
  'bad-for-others',
  'circumstances',
  'among-best',
  'pays',
  'pays-little',
] as const;
export type VerdictCause = (typeof VERDICT_CAUSES)[number];

/** What the proposal goes by. */
export interface Weighed {
  /** As `expectedGain` has it; null while chance or cost are not known. */
  readonly gain: number | null;
  /** Chance if asked above the natural return, 0-1; null while the chance is not known. */
  readonly uplift: number | null;
  /** Cents, and margin 0-1. */
  readonly yearlyValue: number;
  readonly margin: number;
  /** Place by yearly value among all clients who have one, 1 for the dearest. */
  readonly rank: number;
  readonly ranked: number;
  readonly lostTwice: boolean;
  /** Other clients would take it badly. */
  readonly badForOthers: boolean;
  /** The client closed down, died, or needs nothing any more. */
  readonly ended: boolean;
  /** Nothing but the client's own circumstances made them leave. */
  readonly circumstances: boolean;
}

/** Below this margin a client is not worth pursuing (method.md [3.7]: "very low, zero or negative"). */
const LEAST_MARGIN = 0.02;
const BEST_SHARE = 0.2;
const UPPER_SHARE = 0.5;

/**
 * The category that is proposed, with the sentence why (method.md [3.5]-[3.8]). Let go: who needs nothing any more, who was lost twice
 * [2.5], who brings nothing, whose return costs more than it brings. If possible: who is expected to come back as likely without
 * being asked, what other clients would take badly, whom only their own circumstances drove away, and the lower half by value. Return
 * first: the dearest fifth. The owner may choose otherwise.
 */
export function proposedVerdict(weighed: Weighed): { verdict: Verdict; because: VerdictCause } {
  const { gain, yearlyValue, margin, rank, ranked } = weighed;
  if (weighed.ended) return { verdict: 'let-go', because: 'ended' };
  if (weighed.lostTwice) return { verdict: 'let-go', because: 'lost-twice' };
  if (!(yearlyValue > 0) || margin < LEAST_MARGIN) return { verdict: 'let-go', because: 'worth-nothing' };
  if (weighed.uplift !== null && weighed.uplift <= 0)
    return { verdict: 'if-possible', because: 'not-above-natural' };
  if (gain !== null && gain <= 0) return { verdict: 'let-go', because: 'costs-more' };
  if (weighed.badForOthers) return { verdict: 'if-possible', because: 'bad-for-others' };
  if (weighed.circumstances) return { verdict: 'if-possible', because: 'circumstances' };
  if (rank <= Math.max(1, ranked * BEST_SHARE)) return { verdict: 'return-first', because: 'among-best' };
  if (rank <= ranked * UPPER_SHARE) return { verdict: 'must-return', because: 'pays' };
  return { verdict: 'if-possible', because: 'pays-little' };
}
