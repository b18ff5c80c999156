import type { Day } from '../../domain/kernel/day';
import type { Parameters } from '../../domain/chance/parameters';
import { stageOf } from '../../domain/complaints/steps';
import type { Complaint } from '../../domain/notebook/complaint';
import { catalogue, countedAs } from '../../domain/reasons/catalogue';
import { deedOf, type Deed, type PlanOutcome } from '../../domain/winback/deed';
import { earnedBy, earnedOf } from '../../domain/winback/earned';
import { refusals } from '../../domain/winback/funnel';
import { needsNothing } from '../../domain/winback/known';
import { leakByMonth } from '../../domain/winback/leak';
import { naturalOf } from '../../domain/winback/natural';
import { onceEach } from '../../domain/winback/onceEach';
import { STAGES } from '../../domain/winback/planState';
import { isReturn } from '../../domain/winback/recovery';
import type { Input, Output } from '../protocol';
import type { PlanRow } from '../winbackJobs';
import { whoToAsk } from './asking';
import { caseFile } from './caseFile';
import { parametersOf } from './chances';
import { decodeWork } from './decodeAnswers';
import { shopMargin } from './goodsMargin';
import { keptAnswer } from './keptAnswer';
import { shop, type OpenShop } from './openShops';
import { planBook, type PlanBook, type Planned } from './planned';
import { knowing } from './planKnowing';
import { byGain, planRow, weigher } from './planRows';

const MOST_DUE = 100;

/** All plans, the dearest first. */
export async function plans({ shopId, today }: Input<'plans'>): Promise<Output<'plans'>> {
  const open = await shop(shopId);
  const book = await planBook(open, today);
  const gainOf = await weigher(open, book, today);
  return book.planned.map((planned) => planRow(book, planned, gainOf(planned))).sort(byGain);
}

/** Everything about one client's way back. */
export async function planFile({ shopId, client, today }: Input<'planFile'>): Promise<Output<'planFile'>> {
  const open = await shop(shopId);
  const file = await caseFile({ shopId, client, today });
  if (!file) return null;
  const book = await planBook(open, today, client);
  const gainOf = await weigher(open, book, today);
  const newestFirst = book.planned.toSorted(
    (a, b) => b.plan.startedOn - a.plan.startedOn || b.plan.madeAt - a.plan.madeAt,
  );
  return {
    case: file,
    card: book.cards.get(client) ?? null,
    knowledge: knowing(book.lists)(client, absenceFrom(book, newestFirst, file.lastVisit)),
    plans: newestFirst.map((planned) => ({
      plan: planned.plan,
      state: planned.state,
      expectedGain: gainOf(planned),
    })),
  };
}

/**
 * The last visit before the absence that a plan is about: of a client who is back the one that the newest plan answered, else the
 * present one.
 */
function absenceFrom({ some }: PlanBook, [newest]: readonly Planned[], lastVisit: number): number {
  const place = newest && some.placeOf(newest.plan.client);
  if (!newest?.back || place === undefined) return lastVisit;
  const { start, day } = some.walk.visits;
  let before = -Infinity;
  for (let i = start[place]!; i < start[place + 1]! && !isReturn(newest.plan, day[i]!); i++) before = day[i]!;
  return before;
}

/** What is to be done today. */
export async function work({ shopId, today }: Input<'work'>): Promise<Output<'work'>> {
  const open = await shop(shopId);
  return keptAnswer(open, 'work', today, decodeWork, () => workOf(open, today));
}

async function workOf(open: OpenShop, today: Day): Promise<Output<'work'>> {
  // One after the other: the second finds the entries that the first has read.
  const book = await planBook(open, today);
  const asking = await whoToAsk({ shopId: open.id, today });
  const gainOf = await weigher(open, book, today);
  const rowOf = (planned: Planned) => planRow(book, planned, gainOf(planned));
  const due = book.planned.filter(({ state: { next } }) => next && next.overdue >= 0);
  const isAftercare = ({ state }: Planned) => state.recovery !== null;
  return {
    due: due.map(rowOf).sort(byGain).slice(0, MOST_DUE),
    dueCount: due.length,
    overdueCount: due.filter(({ state: { next } }) => next!.overdue > 0).length,
    back: book.planned.filter(isUnseen).map(rowOf).sort(newestReturn),
    toAsk: asking.length,
    idle: book.planned.filter(isIdle).length,
    complaints: book.lists.complaint.filter(isWithoutCause).length,
    aftercare: due.filter(isAftercare).length,
    taken: takenOf(book),
  };
}

/**
 * Of the dearest lost clients those who are being won back, or whose chase the owner ended: nobody is chased twice for one loss
 * (method.md [5.1]); and whoever needs nothing any more [4.13].
 */
function takenOf({ planned, lists, results: { headline } }: PlanBook): readonly number[] {
  const lastVisits = new Map(headline.top.map(({ client, lastVisit }) => [client, lastVisit]));
  const taken = new Set(
    planned
      .filter(({ plan, state }) =>
        plan.closed === null ? state.stage !== 'closed' : plan.lostDate > lastVisits.get(plan.client)!,
      )
      .map(({ plan: { client } }) => client),
  );
  const reasons = catalogue(lists.reason);
  const known = knowing(lists);
  return [...lastVisits]
    .filter(([client, day]) => taken.has(client) || needsNothing(known(client, day).reason, reasons))
    .map(([client]) => client);
}

const isIdle = ({ plan, state }: Planned): boolean =>
  state.next === null && ['contacted', 'talking', 'promised'].includes(state.stage) && plan.closed === null;

const isUnseen = ({ plan, state: { recovery } }: Planned): boolean =>
  recovery !== null && recovery.lostAgainOn === null && plan.greeted !== recovery.day;

const isWithoutCause = (complaint: Complaint): boolean =>
  ['registered', 'found'].includes(stageOf(complaint));

const newestReturn = (a: PlanRow, b: PlanRow): number =>
  b.state.recovery!.day - a.state.recovery!.day || byGain(a, b);

/** What all plans earned, and whether the leak is closing. */
export async function earned({ shopId, today }: Input<'earned'>): Promise<Output<'earned'>> {
  const open = await shop(shopId);
  const book = await planBook(open, today);
  const { results, settings, planned } = book;
  const [{ margin, isKnown }, parameters] = await Promise.all([
    shopMargin(open, results, settings),
    parametersOf(open, results),
  ]);
  const outcomes = onceEach(outcomesOf(book, parameters));
  const deeds = outcomes
    .map((outcome) => deedOf(outcome, settings.hourCost))
    .filter((deed): deed is Deed => deed !== null);
  return {
    total: earnedOf(deeds, margin),
    by: earnedBy(deeds, margin),
    stages: Object.fromEntries(
      STAGES.map((stage) => [stage, planned.filter(({ state }) => state.stage === stage).length]),
    ),
    refusals: refusals(planned.map(({ plan }) => plan)),
    leak: leakByMonth(
      results.headline.report.months,
      outcomes.flatMap(({ back }) => back ?? []),
    ),
    marginKnown: isKnown,
    hourCostKnown: settings.hourCost !== null,
    naturalKnown: parameters !== null,
  };
}

function outcomesOf(
  { planned, some, lists }: PlanBook,
  parameters: Parameters | null,
): readonly PlanOutcome[] {
  const reasons = catalogue(lists.reason);
  return planned.map(({ plan, back }) => {
    const place = some.placeOf(plan.client);
    return {
      plan,
      reason: plan.reason === null ? null : countedAs(reasons, plan.reason),
      back,
      natural: parameters && place !== undefined ? naturalOf(plan, some.walk, place, parameters) : 0,
    };
  });
}
