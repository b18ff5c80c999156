import { addDays, type Day } from '../../kernel/day';
import type { Channel, Offer, OfferSort, Outcome, PlanStep } from '../../notebook/plan';
import { traitsOf } from '../../reasons/catalogue';
import { STARTING_REASONS } from '../../reasons/startingReasons';
import { costed } from '../../winback/offers';
import { playbookFor, playbooksOf } from '../../winback/playbooks';
import { FREE_WEEKDAYS, toWorkday } from '../../winback/schedule';

/** What offers of the example shop cost where that does not follow from the client, cents. */
const COSTS: Readonly<Partial<Record<OfferSort, number>>> = {
  'free-delivery': 690,
  'pay-on-delivery': 350,
  trial: 1_200,
  upgrade: 900,
  event: 1_100,
};
const POSTAGE = 140;
/** Nothing comes back at once by these; whoever answers does so later. */
const ONE_WAY: readonly Channel[] = ['sms', 'email', 'letter', 'gift'];

const open = toWorkday([], FREE_WEEKDAYS);
const chains = playbooksOf([]);

/** A chain of the method, fitted to a client who spends so much a purchase (cents); nothing of it is done. */
export function chainFor(
  { client, ticket }: { readonly client: number; readonly ticket: number },
  reason: string,
  who: string,
): { readonly playbook: string; readonly steps: readonly PlanStep[] } {
  const chain = playbookFor(chains, [reason], traitsOf(STARTING_REASONS, reason) ?? null)!;
  const steps = chain.steps.map((step, place) => ({
    ...step,
    id: `example-${client}-step-${place + 1}`,
    who,
    offer: step.offer && offerOf(step.offer, ticket),
    cost: step.channel === 'letter' ? POSTAGE : 0,
    done: null,
    dropped: false,
  }));
  return { playbook: chain.id, steps };
}

function offerOf(offer: Offer, ticket: number): Offer {
  const cost = COSTS[offer.sort];
  return costed(cost === undefined ? offer : { ...offer, cost }, { ticket, debt: 0 });
}

/** The day to begin on so that so many steps are done by a day, and how many of them fit in after the loss. */
export function firstDay(
  steps: readonly PlanStep[],
  wanted: number,
  by: Day,
  lostDate: Day,
): { readonly startedOn: Day; readonly count: number } {
  for (let count = wanted; ; count--) {
    const between = steps.slice(1, count);
    const days = between.reduce((sum, { due }) => sum + (due.kind === 'after' ? due.days : 0), 0);
    if (by - days > lostDate || count <= 1)
      return { startedOn: Math.max(by - days, lostDate + 1) as Day, count };
  }
}

/** What came of a step, and in whose words. */
export interface Came {
  readonly outcome: Outcome;
  readonly why?: string;
  readonly note?: string;
}

/** The steps with the first ones done, each on the workday it fell due, none later than `latest`. */
export function doneFrom(
  steps: readonly PlanStep[],
  from: Day,
  came: readonly Came[],
  latest: Day,
): readonly PlanStep[] {
  let on = from;
  return steps.map((step, place) => {
    const one = came[place];
    if (!one) return step;
    on = open(place === 0 || step.due.kind === 'on' ? on : addDays(on, step.due.days));
    if (on > latest) return step;
    const isSilent = ONE_WAY.includes(step.channel) && one.outcome === 'not-reached';
    const outcome = isSilent ? 'done' : one.outcome;
    return { ...step, done: { on, outcome, why: one.why ?? '', note: one.note ?? '' } };
  });
}

const AFTERWARDS: readonly Came[] = [
  { outcome: 'done' },
  { outcome: 'reached', note: 'Content.' },
  { outcome: 'done' },
  { outcome: 'promised' },
];
/** What fell due in the last days is still to do. */
const BEHIND = 3;

/** The same with what followed the return up to today (method.md [5.11]). */
export function withAftercare(steps: readonly PlanStep[], backOn: Day, today: Day): readonly PlanStep[] {
  const chase = steps.filter(({ aftercare }) => !aftercare);
  const after = steps.filter(({ aftercare }) => aftercare);
  return [...chase, ...doneFrom(after, backOn, AFTERWARDS, addDays(today, -BEHIND))];
}

/** The same where nobody means to follow the return. */
export const withoutAftercare = (steps: readonly PlanStep[]): readonly PlanStep[] =>
  steps.map((step) => (step.aftercare ? { ...step, dropped: true } : step));
