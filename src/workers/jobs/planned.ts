import type { Day } from '../../domain/kernel/day';
import type { ClientFigures } from '../../domain/loss/clientFigures';
import { isFromSurvey } from '../../domain/complaints/warnings';
import { stageOf } from '../../domain/complaints/steps';
import { entriesOf, type EntryKind } from '../../domain/notebook/notebook';
import type { Complaint } from '../../domain/notebook/complaint';
import type { Plan } from '../../domain/notebook/plan';
import { rulesOf, type ShopSettings } from '../../domain/shop/settings';
import type { PlanState } from '../../domain/winback/planState';
import { returnOf, type Return } from '../../domain/winback/recovery';
import { scheduler } from '../../domain/winback/schedule';
import { planState } from '../../domain/winback/stage';
import { walkSome, type WalkOfSome } from '../../domain/winback/walkSome';
import type { ShopLog } from '../../storage/importWriter';
import { readKnown, type EntryLists } from '../../storage/knownEntries';
import { readEntries } from '../../storage/notebook';
import type { Results } from '../../storage/results';
import { readCards, readSettings } from '../../storage/settings';
import type { CardRecord } from '../../storage/shopDb';
import type { OpenShop } from './openShops';
import { KNOWING } from './planKnowing';
import { figuresOrFail } from './shopFigures';

/** A plan with what the sales say of it. */
export interface Planned {
  readonly plan: Plan;
  /** Entry of the client in the figures; negative where the shop has no sales of them. */
  readonly entry: number;
  readonly back: Return | null;
  readonly state: PlanState;
}

const KINDS = ['plan', 'complaint', ...KNOWING] as const satisfies readonly EntryKind[];
type Lists = EntryLists<(typeof KINDS)[number]>;

/** All plans of a shop, or of one of its clients, with all that they rest on. */
export interface PlanBook {
  readonly results: Results;
  readonly log: ShopLog;
  readonly settings: ShopSettings;
  readonly cards: ReadonlyMap<number, CardRecord>;
  readonly lists: Lists;
  readonly some: WalkOfSome;
  readonly planned: readonly Planned[];
}

/** Reads the plans and walks their clients alone. A client who must not be contacted has no next step (method.md [5.10]). */
export async function planBook(open: OpenShop, today: Day, client?: number): Promise<PlanBook> {
  const results = await figuresOrFail(open, today);
  const [log, settings, { records }, lists] = await Promise.all([
    open.log(),
    readSettings(open.db),
    readCards(open.db),
    client === undefined ? readKnown(open.db, KINDS) : listsOf(open, client),
  ]);
  const cards = new Map(records.map((card) => [card.client, card]));
  const some = walkOf(lists.plan, results, log, settings, cards);
  const complaints = complaintDays(lists.complaint);
  const entryOf = entryFinder(results.clients);
  const dueDays = scheduler(settings.closures, settings.freeWeekdays);
  const { asOf } = results.headline.report;
  const planned = lists.plan.map((plan): Planned => {
    const place = some.placeOf(plan.client);
    const back =
      place === undefined ? null : returnOf(plan, some.walk, place, complaints.get(plan.client) ?? []);
    const state = planState(plan, back?.recovery ?? null, dueDays, asOf, today);
    const isLeftAlone = cards.get(plan.client)?.doNotContact === true;
    return { plan, entry: entryOf(plan.client), back, state: isLeftAlone ? leftAlone(state) : state };
  });
  return { results, log, settings, cards, lists, some, planned };
}

/** Whoever must not be contacted has no next step, and their chase is over (method.md [5.10]). */
const leftAlone = (state: PlanState): PlanState => ({
  ...state,
  stage: state.recovery ? state.stage : 'closed',
  next: null,
});

/** What was written of one client, with the reasons, which are of none. */
async function listsOf({ db }: OpenShop, client: number): Promise<Lists> {
  const [{ reason }, { records }] = await Promise.all([
    readKnown(db, ['reason']),
    readEntries(db, KINDS, client),
  ]);
  return {
    reason,
    plan: entriesOf(records, 'plan'),
    complaint: entriesOf(records, 'complaint'),
    interview: entriesOf(records, 'interview'),
    statement: entriesOf(records, 'statement'),
    response: entriesOf(records, 'response'),
  };
}

/** The walk made last, for figures that still hold; it serves as long as it knows every client that is asked for. */
const walks = new WeakMap<Results, WalkOfSome>();

function walkOf(
  plans: readonly Plan[],
  results: Results,
  { sales, clients }: ShopLog,
  settings: ShopSettings,
  cards: ReadonlyMap<number, CardRecord>,
): WalkOfSome {
  const wanted = plans.map(({ client }) => client).filter((client) => client < clients.keys.length);
  const before = walks.get(results);
  if (before && wanted.every((client) => before.placeOf(client) !== undefined)) return before;
  const intervals = new Map(
    wanted.flatMap((client) => {
      const interval = cards.get(client)?.interval;
      return interval ? [[client, interval] as const] : [];
    }),
  );
  const some = walkSome(sales, wanted, rulesOf(settings, intervals), results.headline.report);
  walks.set(results, some);
  return some;
}

/** The days on which each client complained; what is still being written down is no complaint yet. */
function complaintDays(complaints: readonly Complaint[]): ReadonlyMap<number, readonly Day[]> {
  const days = new Map<number, Day[]>();
  for (const complaint of complaints) {
    const { client, day } = complaint;
    if (client === null || (stageOf(complaint) === 'registered' && !isFromSurvey(complaint))) continue;
    days.set(client, [...(days.get(client) ?? []), day]);
  }
  return days;
}

/** Finds a client's entry in the figures, which rise by client; negative for one who is not there. */
function entryFinder({ client, length }: ClientFigures): (wanted: number) => number {
  return (wanted) => {
    let from = 0;
    let to = length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (client[middle]! < wanted) from = middle + 1;
      else to = middle;
    }
    return client[from] === wanted ? from : -1;
  };
}
