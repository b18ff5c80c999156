import { STATUS } from '../loss/status';
import type { PlanStep, StepDraft } from '../notebook/plan';
import { speaksFor } from '../reasons/catalogue';
import { proposedChannel } from '../reasons/proposedChance';
import { inAnotherWay } from './anotherWay';
import { needsNothing } from './known';
import { offerBreakEven, stepsCost } from './offers';
import { playbooksFor, type Chain } from './playbooks';
import { because, type Because } from './proposeBecause';
import { addressMissing, proposeChannels } from './proposeChannels';
import { proposeExtras } from './proposeExtras';
import { readFacts, type PlanFacts, type Reading } from './proposeFacts';
import { onLadder, proposeOffers } from './proposeOffers';
import { proposeWho } from './proposeWho';

/** A plan as it is proposed; without a playbook nothing is to be done. */
export interface Proposal {
  readonly playbook: Chain | null;
  readonly steps: readonly PlanStep[];
  /** A person's id; null for the head in person. */
  readonly responsible: string | null;
  readonly because: readonly Because[];
}

/** Within so many days of the last purchase a quarrel is fresh, and a pause of so many days helps (method.md [2.6]). */
const FRESH_QUARREL = 14;
const PAUSE = 7;

/**
 * The way back that is proposed for a client, each choice with the sentence why (method.md 5). Nobody who asked to be left alone is
 * contacted [5.10]; who needs nothing any more is let go [4.13]; who was lost twice gets one honest letter [2.5]; all others the chain of
 * their reason [5.1], fitted to them. `newId` gives each step its id.
 */
export function propose(facts: PlanFacts, newId: () => string): Proposal {
  const { chains, playbook } = facts;
  const nothing = { playbook: null, steps: [], responsible: null };
  if (facts.doNotContact) return { ...nothing, because: [because('do-not-contact')] };
  const lostTwice = facts.status === STATUS.lostTwice;
  if (lostTwice && facts.override === null) return regret(facts, newId);
  const chosen = chains.find(({ id }) => id === playbook);
  const { reason, reasons } = facts;
  if (needsNothing(reason, reasons) && !chosen)
    return {
      ...nothing,
      playbook: chains.find(({ id }) => id === 'closed') ?? null,
      because: [because('ended')],
    };

  const reading = readFacts(facts);
  const ids = reason === null ? [] : speaksFor(reasons, reason);
  const chain = chosen ?? playbooksFor(chains, ids, reading.traits)[0];
  if (!chain) return { ...nothing, because: [] };
  const who = proposeWho(facts, reading);
  const first = firstDays(onLadder(chain.steps, facts.lastVisit, reading.silence), reading);
  const extended = proposeExtras(first.steps, facts, reading);
  const reached = proposeChannels(extended.steps, facts, reading);
  const varied = inAnotherWay(reached.steps, facts, chain.changed);
  const offered = proposeOffers(varied.steps, facts, reading);
  const tries = offered.steps.filter(({ aftercare }) => !aftercare);
  return {
    playbook: chain,
    steps: offered.steps.map((step) => asStep(step, who.responsible, newId)),
    responsible: who.responsible,
    because: [
      ...(lostTwice ? [because('override', { why: facts.override ?? '' })] : []),
      ...whyChain(chain, ids, facts),
      ...(reading.ours ? [because('mend-first')] : []),
      ...(facts.wish.trim() === '' ? [] : [because('wish', { wish: facts.wish })]),
      ...first.because,
      ...reached.because,
      ...addressMissing(varied.steps, facts),
      ...who.because,
      ...offered.because,
      ...(tries.length > 1 ? [because('several-tries', { steps: tries.length })] : []),
      ...varied.because,
      ...extended.because,
      ...whetherItPays(tries, facts),
    ],
  };
}

const asStep = (step: StepDraft, who: string | null, newId: () => string): PlanStep => ({
  ...step,
  id: newId(),
  who,
  done: null,
  dropped: false,
});

/** One honest letter from the head, and nothing after it (method.md [2.5]). */
function regret(facts: PlanFacts, newId: () => string): Proposal {
  const chain = facts.chains.find(({ id }) => id === 'regret') ?? null;
  const byMail = facts.wishes.preferred === 'email' && facts.email.trim() !== '';
  const steps = (chain?.steps ?? [])
    .slice(0, 1)
    .map((step): StepDraft => (byMail ? { ...step, channel: 'email' } : step));
  return {
    playbook: chain,
    steps: steps.map((step) => asStep(step, null, newId)),
    responsible: null,
    because: [
      because('lost-twice'),
      ...(byMail ? [because('preferred', { channel: 'email' })] : []),
      ...(!byMail && facts.wishes.address.trim() === '' ? [because('address-missing')] : []),
    ],
  };
}

function whyChain(chain: Chain, ids: readonly string[], { reason, playbook }: PlanFacts): readonly Because[] {
  if (reason === null) return [because('ask-first')];
  if (ids.some((id) => chain.reasons.includes(id)))
    return [because(chain.builtIn ? 'by-reason' : 'own-playbook', { reason })];
  return playbook === null ? [because('like-reason', { reason })] : [];
}

/** A short pause right after a quarrel; else the sooner the easier (method.md [2.6]). */
function firstDays(
  steps: readonly StepDraft[],
  { serious, silence, weeks }: Reading,
): { steps: readonly StepDraft[]; because: readonly Because[] } {
  const [first, ...rest] = steps;
  if (!first || first.aftercare) return { steps, because: [] };
  if (serious && silence < FRESH_QUARREL && first.due.kind === 'after') {
    const days = Math.max(PAUSE, first.due.days);
    return {
      steps: [{ ...first, due: { kind: 'after', days } }, ...rest],
      because: [because('pause', { days })],
    };
  }
  return { steps, because: proposedChannel(weeks) === 'call' ? [because('soon')] : [] };
}

/** Whether the chain can pay for itself: a client is an investment (method.md [3.8], rules.md 3.6). */
function whetherItPays(tries: readonly StepDraft[], facts: PlanFacts): readonly Because[] {
  const cost = stepsCost(tries, facts.hourCost);
  if (cost <= 0) return [];
  const uplift = offerBreakEven(facts, cost);
  return uplift < 1
    ? [because('pays', { percent: Math.max(1, Math.ceil(uplift * 100)), cents: Math.round(cost) })]
    : [because('pays-not', { cents: Math.round(cost) })];
}
