import type { Day } from '../../domain/kernel/day';
import type { ClientFigures } from '../../domain/loss/clientFigures';
import { isFromSurvey } from '../../domain/complaints/warnings';
import { stageOf } from '../../domain/complaints/steps';
import { entriesOf, type Entry, type EntryKind } from '../../domain/notebook/notebook';
import type { Complaint } from '../../domain/notebook/complaint';
import type { Plan } from '../../domain/notebook/plan';
import { rulesOf, type ShopSettings } from '../../domain/shop/settings';
import type { PlanState } from '../../domain/winback/planState';
import { returnOf, type Return } from '../../domain/winback/recovery';
import { scheduler } from '../../domain/winback/schedule';
import { planState } from '../../domain/winback/stage';
import { walkSome, type WalkOfSome } from '../../domain/winback/walkSome';
import type { ShopLog } from '../../storage/importWriter';
import { readKnown } from '../../storage/knownEntries';
import { readEntries } from '../../storage/notebook';
import type { Results } from '../../storage/results';
import { readCards, readSettings } from '../../storage/settings';
import type { CardRecord } from '../../storage/shopDb';
import type { OpenShop } from './openShops';
import { figuresOrFail } from './shopFigures';

/** A plan with what the sales say of it. */
export interface Planned {
  readonly plan: Plan;
  /** Entry of the client in the figures; negative where the shop has no sales of them. */
  readonly entry: number;
  readonly back: Return | null;
  readonly state: PlanState;
}

/** All plans of a shop, or of one of its clients, with all that they rest on. */
export interface PlanBook {
  readonly results: Results;
  readonly log: ShopLog;
  readonly settings: ShopSettings;
  readonly cards: ReadonlyMap<number, CardRecord>;
  /** Of the kinds plan, complaint and reason, and of those asked for. */
  readonly entries: readonly Entry[];
  readonly some: WalkOfSome;
  readonly planned: readonly Planned[];
}

/** Reads the plans and walks their clients alone. A client who must not be contacted has no next step (method.md [5.10]). */
export async function planBook(
  open: OpenShop,
  today: Day,
  kinds: readonly EntryKind[],
  client?: number,
): Promise<PlanBook> {
  const results = await figuresOrFail(open, today);
  const [log, settings, { records }, entries] = await Promise.all([
    open.log(),
    readSettings(open.db),
    readCards(open.db),
    read(open, ['plan', 'complaint', ...kinds], client),
  ]);
  const cards = new Map(records.map((card) => [card.client, card]));
  const plans = entriesOf(entries, 'plan');
  const some = walkOf(plans, results, log, settings, cards);
  const complaints = complaintDays(entriesOf(entries, 'complaint'));
  const entryOf = entryFinder(results.clients);
  const dueDays = scheduler(settings.closures);
  const { asOf } = results.headline.report;
  const planned = plans.map((plan): Planned => {
    const place = some.placeOf(plan.client);
    const back =
      place === undefined ? null : returnOf(plan, some.walk, place, complaints.get(plan.client) ?? []);
    const state = planState(plan, back?.recovery ?? null, dueDays, asOf, today);
    const isLeftAlone = cards.get(plan.client)?.doNotContact === true;
    return { plan, entry: entryOf(plan.client), back, state: isLeftAlone ? { ...state, next: null } : state };
  });
  return { results, log, settings, cards, entries, some, planned };
}

/** Entries of all clients, or of one with the reasons, which are of no client. */
async function read(
  { db }: OpenShop,
  kinds: readonly EntryKind[],
  client?: number,
): Promise<readonly Entry[]> {
  if (client === undefined) return readKnown(db, ['reason', ...kinds]);
  const [reasons, { records }] = await Promise.all([
    readKnown(db, ['reason']),
    readEntries(db, kinds, client),
  ]);
  return [...reasons, ...records];
}

function walkOf(
  plans: readonly Plan[],
  { headline }: Results,
  { sales, clients }: ShopLog,
  settings: ShopSettings,
  cards: ReadonlyMap<number, CardRecord>,
): WalkOfSome {
  const known = plans.map(({ client }) => client).filter((client) => client < clients.keys.length);
  const intervals = new Map(
    known.flatMap((client) => {
      const interval = cards.get(client)?.interval;
      return interval ? [[client, interval] as const] : [];
    }),
  );
  return walkSome(sales, known, rulesOf(settings, intervals), headline.report);
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
