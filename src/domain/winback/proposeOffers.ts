import { addDays, type Day } from '../kernel/day';
import type { Offer, StepDraft } from '../notebook/plan';
import { costed, LADDER, ladderPercent, ticketOf } from './offers';
import { because, type Because } from './proposeBecause';
import type { PlanFacts, Reading } from './proposeFacts';

const [THIRD, SECOND, FIRST] = LADDER;
const RUNGS = new Map([
  ['ladder-first', FIRST],
  ['ladder-second', SECOND],
  ['ladder-third', THIRD],
]);

/** A ladder begins at the rung that the silence has reached; the later rungs wait for their day (method.md [5.7]). */
export function onLadder(steps: readonly StepDraft[], lastVisit: Day, silence: number): readonly StepDraft[] {
  const reached = LADDER.find(({ days }) => silence >= days)?.days ?? 0;
  return steps.flatMap((step) => {
    const rung = RUNGS.get(step.template ?? '');
    if (!rung) return [step];
    if (rung.days < reached) return [];
    if (rung.days === reached) return [{ ...step, due: { kind: 'after', days: 0 } }];
    return [{ ...step, due: { kind: 'on', day: addDays(lastVisit, rung.days) } }];
  });
}

/**
 * The steps with their offers costed for this client: no apology without something [5.5], a discount no smaller than the ladder's [5.7];
 * and why these offers.
 */
export function proposeOffers(
  steps: readonly StepDraft[],
  facts: PlanFacts,
  reading: Reading,
): { steps: readonly StepDraft[]; because: readonly Because[] } {
  const client = { ticket: ticketOf(facts), debt: facts.debt };
  const chase = steps.filter(({ aftercare }) => !aftercare);
  const bare = reading.ours && chase.length > 0 && chase.every(({ offer }) => offer === null);
  const first = chase[0];
  const ladder = ladderPercent(reading.silence);
  const raised = (step: StepDraft): Offer | null => {
    const offer = bare && step === first ? GIFT : step.offer;
    if (offer?.sort !== 'discount' || RUNGS.has(step.template ?? '')) return offer;
    return { ...offer, percent: Math.max(offer.percent ?? 0, ladder) };
  };
  const given = steps.map((step): StepDraft => {
    const offer = raised(step);
    return offer === null ? step : { ...step, offer: costed(offer, client) };
  });
  return { steps: given, because: whyThese(given, reading) };
}

const GIFT: Offer = { sort: 'gift', percent: null, cost: 0, text: '' };

function whyThese(steps: readonly StepDraft[], { ours, traits, silence }: Reading): readonly Because[] {
  const offers = steps.flatMap(({ offer, aftercare }) => (offer && !aftercare ? [offer] : []));
  const [first] = offers;
  if (!first) return [];
  const has = (sort: Offer['sort']) => offers.some((offer) => offer.sort === sort);
  const discount = offers.find(({ sort }) => sort === 'discount');
  const ladder = ladderPercent(silence);
  return [
    ...(ours ? [because('with-something')] : []),
    ...(first.sort === 'gift' && traits?.human ? [because('gift-not-discount')] : []),
    ...(traits?.type === 'price' && !discount && has('upgrade') ? [because('value-not-discount')] : []),
    ...(has('free-check') ? [because('free-check')] : []),
    ...(has('debt') ? [because('off-debt')] : []),
    ...(discount && ladder > 0 && discount.percent === ladder
      ? [because('ladder', { percent: ladder, days: silence })]
      : []),
    because('no-deadline'),
  ];
}
