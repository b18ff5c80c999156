import { chanceToBuy } from '../../domain/chance/chanceToBuy';
import type { Day } from '../../domain/kernel/day';
import { yearsOfStay } from '../../domain/loss/lifetimeValue';
import { repeatLostRatio } from '../../domain/loss/repeatLostRatio';
import { STATUS, type StatusCode } from '../../domain/loss/status';
import { clientOf, entriesOf, type Entry, type EntryKind } from '../../domain/notebook/notebook';
import type { Plan } from '../../domain/notebook/plan';
import type { Reason } from '../../domain/notebook/reason';
import { catalogue } from '../../domain/reasons/catalogue';
import { claimsOf, sinceLastVisit } from '../../domain/reasons/claims';
import { chanceIfAsked, planGain } from '../../domain/winback/gain';
import { planKnowledge, type PlanKnowledge } from '../../domain/winback/known';
import type { PlanRow } from '../winbackJobs';
import { contactOf } from './contacts';
import { parametersOf } from './chances';
import { shopMargin } from './goodsMargin';
import type { OpenShop } from './openShops';
import type { PlanBook, Planned } from './planned';

/** The kinds of entries that, beside the reasons, say what is known of an absence. */
export const KNOWING = ['interview', 'statement', 'response'] as const satisfies readonly EntryKind[];

/** What is known of a client's absence that began with that visit. */
export type Knowing = (client: number, lastVisit: number) => PlanKnowledge;

/** What people said, looked up by client; the book must hold the kinds `KNOWING`. */
export function knowing(
  entries: readonly Entry[],
  reasons: readonly Reason[],
  clients: ReadonlySet<number>,
): Knowing {
  const told = entries.filter((entry) => entry.kind === 'reason' || clients.has(clientOf(entry) ?? -1));
  const claims = byClient(claimsOf(told));
  const interviews = byClient(entriesOf(told, 'interview'));
  const responses = byClient(entriesOf(told, 'response').filter(({ survey }) => survey === 'lost'));
  return (client, lastVisit) =>
    planKnowledge(
      {
        claims: sinceLastVisit(claims.get(client) ?? [], lastVisit as Day),
        interviews: (interviews.get(client) ?? []).filter(({ startedOn }) => startedOn > lastVisit),
        responses: (responses.get(client) ?? []).filter(({ day }) => day > lastVisit),
      },
      reasons,
    );
}

function byClient<Of extends { readonly client: number | null }>(
  some: readonly Of[],
): ReadonlyMap<number, readonly Of[]> {
  const found = new Map<number, Of[]>();
  for (const one of some) {
    if (one.client === null) continue;
    const others = found.get(one.client);
    if (others) others.push(one);
    else found.set(one.client, [one]);
  }
  return found;
}

const YEAR = 365;

/** Weighs the plans of a book: what going on with each is worth, cents. */
export async function weigher(open: OpenShop, book: PlanBook): Promise<(planned: Planned) => number> {
  const { results, settings, entries, planned } = book;
  const { clients: figures, headline } = results;
  const { asOf, year } = headline.report;
  const [{ margin }, parameters] = await Promise.all([
    shopMargin(open, results, settings),
    parametersOf(open, results),
  ]);
  const years = yearsOfStay(repeatLostRatio(figures, year));
  const reasons = catalogue(entriesOf(entries, 'reason'));
  const chased = planned.filter(({ state }) => state.stage !== 'closed' && state.recovery === null);
  const known = knowing(entries, reasons, new Set(chased.map(({ plan }) => plan.client)));
  const natural = (entry: number) => {
    const first = figures.firstVisit[entry]!;
    const history = {
      repeats: figures.visits[entry]! - 1,
      lastAt: figures.lastVisit[entry]! - first,
      age: asOf - first,
    };
    return parameters && chanceToBuy(parameters, history, YEAR);
  };
  return ({ plan, entry, state }) => {
    if (entry < 0 || figures.visits[entry] === 0 || state.stage === 'closed') return 0;
    const stake = { yearlyValue: figures.yearlyValue[entry]!, margin, years, hourCost: settings.hourCost };
    if (state.recovery) return planGain(plan, state, { ...stake, chance: 1, natural: null });
    const weeks = Math.max(0, Math.floor((asOf - plan.lostDate) / 7));
    const channel = nextOf(plan, state.next?.step)?.channel ?? null;
    const chance = chanceIfAsked(known(plan.client, figures.lastVisit[entry]!), reasons, weeks, channel);
    return planGain(plan, state, { ...stake, chance, natural: natural(entry) });
  };
}

const nextOf = (plan: Plan, step: string | undefined) => plan.steps.find(({ id }) => id === step) ?? null;

/** A plan as lists show it. Whoever must not be contacted is in lists without a way to do so. */
export function planRow(
  { results, log, cards }: PlanBook,
  { plan, entry, state }: Planned,
  expectedGain: number,
): PlanRow {
  const { clients: figures } = results;
  const { name, phone, email } = contactOf(plan.client, log.clients, cards);
  const isLeftAlone = cards.get(plan.client)?.doNotContact === true;
  return {
    plan: plan.id,
    client: plan.client,
    name,
    phone: isLeftAlone ? '' : phone,
    email: isLeftAlone ? '' : email,
    status: (entry < 0 ? STATUS.potential : figures.status[entry]!) as StatusCode,
    yearlyValue: entry < 0 ? 0 : figures.yearlyValue[entry]!,
    expectedGain,
    reason: plan.reason,
    playbook: plan.playbook,
    responsible: plan.responsible,
    lostDate: plan.lostDate,
    startedOn: plan.startedOn,
    state,
    nextStep: nextOf(plan, state.next?.step),
    stepsDone: plan.steps.filter(({ done }) => done !== null).length,
    steps: plan.steps.filter(({ done, dropped }) => done !== null || !dropped).length,
  };
}

/** Dearest first, then the newest. */
export const byGain = (a: PlanRow, b: PlanRow): number =>
  b.expectedGain - a.expectedGain || b.startedOn - a.startedOn || (a.plan < b.plan ? -1 : 1);
