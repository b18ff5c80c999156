import { monthOf } from '../kernel/day';
import type { Plan } from '../notebook/plan';
import { chaseDone, type DoneStep } from './chain';
import type { EarnedBy } from './earnedReport';
import type { Return } from './recovery';

/** What came of one plan, before it is summed up with others (method.md [5.13]). Money in cents. */
export interface Deed {
  readonly reached: boolean;
  readonly recovered: boolean;
  readonly firstPurchase: number;
  readonly since: number;
  readonly yearly: number;
  readonly cost: number;
  readonly minutes: number;
  /** What would be expected to have come without contact. */
  readonly natural: number;
  /** What it is told by; empty where the plan does not say. */
  readonly keys: Readonly<Record<EarnedBy, string>>;
}

/** A plan with what the sales say of it. */
export interface PlanOutcome {
  readonly plan: Plan;
  /** The reason of the plan as it counts today; merged ones under the one they went into. */
  readonly reason: string | null;
  readonly back: Return | null;
  /** See `naturalRevenue`; 0 where the shop is too small to tell. */
  readonly natural: number;
}

/**
 * What came of a plan; null where no step to bring the client back was done. Only a return after the first of them is ours. The last offer
 * made before it is taken to have been taken, and every offer of aftercare; steps cost what they cost when they are done, and time at the
 * shop's rate in cents an hour, null where the owner has not said (method.md [5.12], [5.13], rules.md 3.6).
 */
export function deedOf(outcome: PlanOutcome, hourCost: number | null): Deed | null {
  const { plan, reason, natural } = outcome;
  const chase = chaseDone(plan);
  const [first] = chase;
  if (!first) return null;
  const recovery = outcome.back?.recovery;
  const back = recovery?.ours ? recovery : null;
  const before = back ? chase.filter(({ done }) => done.on <= back.day) : chase;
  const last = before.at(-1) ?? first;
  const offer = before.findLast((step) => step.offer !== null)?.offer;
  const done = plan.steps.filter((step): step is DoneStep => step.done !== null);
  const minutes = sum(done, (step) => step.minutes);
  const gifts = sum(done, (step) => (step.aftercare ? (step.offer?.cost ?? 0) : 0));
  const taken = back ? (offer?.cost ?? 0) : 0;
  return {
    reached: back !== null || chase.some(isReached),
    recovered: back !== null,
    firstPurchase: back?.sum ?? 0,
    since: back?.since ?? 0,
    yearly: outcome.back && back ? yearAtPace(outcome.back) : 0,
    cost: taken + gifts + sum(done, (step) => step.cost) + (minutes / 60) * (hourCost ?? 0),
    minutes,
    natural: recovery && !recovery.ours ? 0 : natural,
    keys: {
      reason: reason ?? '',
      playbook: plan.playbook ?? '',
      offer: offer?.sort ?? '',
      channel: last.channel,
      employee: last.who ?? plan.responsible ?? '',
      month: String(monthOf(first.done.on)),
    },
  };
}

/** A year at the pace since the return, cents; nothing of a client who is lost again, or of whom no pace is known. */
const yearAtPace = ({ recovery: { lostAgainOn, volume }, valueBefore }: Return): number =>
  lostAgainOn === null && volume > 0 ? volume * valueBefore : 0;

const isReached = ({ done: { outcome } }: DoneStep): boolean =>
  outcome !== 'done' && outcome !== 'not-reached';

const sum = (steps: readonly DoneStep[], of: (step: DoneStep) => number): number =>
  steps.reduce((total, step) => total + of(step), 0);
