import { chanceToBuy } from '../../domain/chance/chanceToBuy';
import { naturalReturn } from '../../domain/chance/naturalReturn';
import type { Day } from '../../domain/kernel/day';
import { weeksSince } from '../../domain/reasons/askOrder';
import { yearsOfStay } from '../../domain/loss/lifetimeValue';
import { repeatLostRatio } from '../../domain/loss/repeatLostRatio';
import { STATUS, type StatusCode } from '../../domain/loss/status';
import type { Plan } from '../../domain/notebook/plan';
import { catalogue } from '../../domain/reasons/catalogue';
import { stepsToDo } from '../../domain/winback/chain';
import { chanceIfAsked, planGain } from '../../domain/winback/gain';
import type { PlanRow } from '../winbackJobs';
import { contactOf } from './contacts';
import { evidenceOf, parametersOf } from './chances';
import { shopMargin } from './goodsMargin';
import type { OpenShop } from './openShops';
import { knowing } from './planKnowing';
import type { PlanBook, Planned } from './planned';

const YEAR = 365;

/**
 * Weighs the plans of a book: what going on with each is worth, cents. What comes back by itself is told as in the conversation:
 * from past silences like the client's, else from the model (rules.md 3.6).
 */
export async function weigher(
  open: OpenShop,
  book: PlanBook,
  today: Day,
): Promise<(planned: Planned) => number> {
  const { results, settings, lists, cards } = book;
  const { clients: figures, headline } = results;
  const { asOf, year } = headline.report;
  const [{ margin }, parameters, seen] = await Promise.all([
    shopMargin(open, results, settings),
    parametersOf(open, results),
    evidenceOf(open, results),
  ]);
  const years = yearsOfStay(repeatLostRatio(figures, year));
  const reasons = catalogue(lists.reason);
  const known = knowing(lists);
  const natural = (entry: number) => {
    const alike = cards.get(figures.client[entry]!)?.interval
      ? undefined
      : naturalReturn(seen, {
          visits: figures.visits[entry]!,
          silence: figures.silence[entry]!,
          interval: figures.interval[entry]!,
          lostAfter: figures.lostAfter[entry]!,
        });
    if (alike) return alike.returned / alike.cases;
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
    const weeks = weeksSince(plan.lostDate, today);
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
    isLast: state.next !== null && stepsToDo(plan, state.recovery !== null).length === 1,
    stepsDone: plan.steps.filter(({ done }) => done !== null).length,
    steps: plan.steps.filter(({ done, dropped }) => done !== null || !dropped).length,
  };
}

/** Dearest first, then the newest. */
export const byGain = (a: PlanRow, b: PlanRow): number =>
  b.expectedGain - a.expectedGain || b.startedOn - a.startedOn || (a.plan < b.plan ? -1 : 1);
