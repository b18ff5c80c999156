import type { Channel, Plan, PlanStep } from '../notebook/plan';
import type { Reason } from '../notebook/reason';
import { traitsOf } from '../reasons/catalogue';
import type { Channel as AskChannel } from '../reasons/conversation';
import { expectedGain } from '../reasons/decision';
import { proposedChance } from '../reasons/proposedChance';
import { stepsToDo } from './chain';
import type { PlanKnowledge } from './known';
import type { PlanState } from './planState';

/** What a client's return is weighed by; money in cents, margin and chances 0-1. */
export interface Stake {
  readonly yearlyValue: number;
  readonly margin: number;
  readonly years: number;
  /** Chance of return if they are asked, and within a year without; null where the shop is too small to tell. */
  readonly chance: number;
  readonly natural: number | null;
  /** Cost of an hour of work; null where the owner has not said: then time is not counted. */
  readonly hourCost: number | null;
}

/**
 * What going on with a plan is worth, cents: value x chance above the natural return, less the steps still to do and, where the client
 * comes, the last offer of the chain (method.md [3.8], rules.md 3.6). Of a client who is back it is a year's value, less the aftercare
 * still to do; a closed plan is worth nothing more.
 */
export function planGain(plan: Plan, { stage, recovery }: PlanState, stake: Stake): number {
  if (stage === 'closed') return 0;
  const toDo = stepsToDo(plan, recovery !== null);
  const cost = toDo.reduce((sum, step) => sum + step.cost, 0);
  const minutes = toDo.reduce((sum, step) => sum + step.minutes, 0);
  if (recovery) {
    const gifts = toDo.reduce((sum, { offer }) => sum + (offer?.cost ?? 0), 0);
    return expectedGain({ ...stake, years: 1, chance: 1, natural: 0, cost: cost + gifts, minutes }).gain;
  }
  const offer = lastOffer(plan.steps)?.cost ?? 0;
  return expectedGain({ ...stake, cost: cost + stake.chance * offer, minutes }).gain;
}

const lastOffer = (steps: readonly PlanStep[]) =>
  steps.findLast(({ offer, aftercare, dropped, done }) => offer && !aftercare && (done !== null || !dropped))
    ?.offer;

/**
 * The chance (0-1) that the client comes back if the next step is taken: the owner's decision, else the starting guess of
 * `proposedChance` (method.md [4.11], [1.8]).
 */
export function chanceIfAsked(
  { chance, severity, human, reason }: PlanKnowledge,
  reasons: readonly Reason[],
  weeksSinceLoss: number,
  channel: Channel | null,
): number {
  if (chance !== null) return chance / 100;
  const group = reason === null ? null : (traitsOf(reasons, reason)?.group ?? null);
  const way = channel && WAYS[channel];
  return proposedChance(severity, human, group, weeksSinceLoss, way) / 100;
}

/** The ways of a plan as the conversation tells them apart. */
const WAYS = {
  call: 'call',
  sms: 'message',
  whatsapp: 'message',
  viber: 'message',
  telegram: 'message',
  email: 'mail',
  letter: 'letter',
  visit: 'visit',
  gift: 'letter',
  event: 'meet',
  other: null,
} as const satisfies Record<Channel, AskChannel | null>;
