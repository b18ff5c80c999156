import { chanceToBuy } from '../../domain/chance/chanceToBuy';
import type { Parameters } from '../../domain/chance/parameters';
import { addDays, type Day } from '../../domain/kernel/day';
import type { ClientFigures } from '../../domain/loss/clientFigures';
import { lastYearOf } from '../../domain/loss/lastYearOf';
import { yearsOfStay } from '../../domain/loss/lifetimeValue';
import { marginOf } from '../../domain/loss/margin';
import { repeatLostRatio } from '../../domain/loss/repeatLostRatio';
import type { StatusCode } from '../../domain/loss/status';
import type { BusinessEvent } from '../../domain/notebook/event';
import { entriesOf } from '../../domain/notebook/notebook';
import type { Employee } from '../../domain/notebook/person';
import { employees } from '../../domain/people/employees';
import { foldedText } from '../../domain/sales/foldedText';
import { lastTicket } from '../../domain/sales/lastTicket';
import type { ShopLog } from '../../storage/importWriter';
import { readEntries } from '../../storage/notebook';
import type { Results } from '../../storage/results';
import { readCard, readSettings } from '../../storage/settings';
import type { Input, Output } from '../protocol';
import type { CaseFile, Ticket } from '../reasonsJobs';
import { alikeTo, evidenceOf, parametersOf } from './chances';
import { contactOf } from './contacts';
import { goodsMargin } from './goodsMargin';
import { shop, type OpenShop } from './openShops';
import { figuresOrFail } from './shopFigures';

const MOST_PRODUCTS = 5;
const EVENTS_FROM = 120;
const YEAR = 365;

/** Reads what a case needs of the whole shop while the list of whom to ask is looked at; a case that fails will say so itself. */
export function makeReady(open: OpenShop, results: Results): void {
  void Promise.all([
    goodsMargin(open, results),
    parametersOf(open, results),
    evidenceOf(open, results),
  ]).catch(() => undefined);
}

/** Everything the conversation about one client begins with. */
export async function caseFile({ shopId, client, today }: Input<'caseFile'>): Promise<Output<'caseFile'>> {
  const open = await shop(shopId);
  const results = await figuresOrFail(open, today);
  const { clients: figures, headline } = results;
  const entry = figures.client.indexOf(client);
  if (entry < 0 || figures.visits[entry] === 0) return null;
  const [log, settings, card, { records }, ofGoods, natural] = await Promise.all([
    open.log(),
    readSettings(open.db),
    readCard(open.db, client),
    readEntries(open.db, ['event', 'person']),
    goodsMargin(open, results),
    naturalOf(open, results, entry),
  ]);
  const { asOf, year } = headline.report;
  const lastVisit = figures.lastVisit[entry]! as Day;
  const lostDate = figures.lostDate[entry]! as Day;
  const people = employees(log.employees, entriesOf(records, 'person'));
  const servedBy = servedByIn(log, people, client, lastVisit, asOf);
  const { margin, isKnown } = marginOf(ofGoods, settings.marginPercent);
  return {
    client,
    ...contactOf(client, log.clients, new Map(card ? [[client, card]] : [])),
    segment: log.clients.segments[client] ?? '',
    doNotContact: card?.doNotContact === true,
    status: figures.status[entry]! as StatusCode,
    asOf,
    visits: figures.visits[entry]!,
    firstVisit: figures.firstVisit[entry]! as Day,
    lastVisit,
    silence: figures.silence[entry]!,
    interval: figures.interval[entry]!,
    lostDate,
    timesLost: figures.timesLost[entry]!,
    yearlyValue: figures.yearlyValue[entry]!,
    lostSoFar: figures.lostSoFar[entry]!,
    products: productsIn(log, client, lastVisit, asOf),
    lastTicket: ticketIn(log, client, asOf),
    servedBy,
    lostBy: servedBy[0]?.person ?? null,
    events: eventsBetween(entriesOf(records, 'event'), addDays(lastVisit, -EVENTS_FROM), lostDate),
    ...natural,
    margin,
    marginKnown: isKnown,
    years: yearsOfStay(repeatLostRatio(figures, year)),
    hourCost: settings.hourCost,
    ...standing(figures, entry),
  };
}

const productsIn = ({ sales, products }: ShopLog, client: number, lastVisit: Day, asOf: Day) =>
  lastYearOf(sales, sales.product, (index) => products[index] ?? '', client, lastVisit, asOf)
    .slice(0, MOST_PRODUCTS)
    .map(({ name, cents, last }) => ({ name, cents, lastBought: last }));

function ticketIn({ sales, products }: ShopLog, client: number, asOf: Day): Ticket | null {
  const found = lastTicket(sales, client, asOf);
  if (!found) return null;
  const { day, total, rows } = found;
  const lines = rows.map((row) => ({
    product: products[sales.product[row]!] ?? '',
    cents: sales.cents[row]!,
    quantity: sales.quantity[row]!,
  }));
  return { day, total, lines };
}

function servedByIn(log: ShopLog, people: readonly Employee[], client: number, lastVisit: Day, asOf: Day) {
  const bySoldName = new Map(people.map((person) => [foldedText(person.soldAs ?? ''), person]));
  const personOf = log.employees.map((name) => bySoldName.get(foldedText(name))?.id ?? '');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const idAt = (index: number) => personOf[index] ?? '';
  return lastYearOf(log.sales, log.sales.employee, idAt, client, lastVisit, asOf).map(
    ({ name: person, share }) => ({ person, name: names.get(person) ?? '', share }),
  );
}

const eventsBetween = (events: readonly BusinessEvent[], from: Day, to: Day) =>
  events
    .filter(({ day }) => day >= from && day <= to)
    .toSorted((a, b) => a.day - b.day || a.madeAt - b.madeAt);

type Natural = Pick<CaseFile, 'natural' | 'naturalFrom' | 'naturalCases'>;

/** The natural return of a client: what past silences like theirs led to, else what the model foretells (rules.md 3.6). */
async function naturalOf(open: OpenShop, results: Results, entry: number): Promise<Natural> {
  const [parameters, alike] = await Promise.all([
    parametersOf(open, results),
    evidenceOf(open, results).then((seen) => alikeTo(open, results, seen, entry)),
  ]);
  if (alike) return { natural: alike.returned / alike.cases, naturalFrom: 'cases', naturalCases: alike };
  const { clients, headline } = results;
  return parameters
    ? {
        natural: withinYear(parameters, clients, entry, headline.report.asOf),
        naturalFrom: 'model',
        naturalCases: null,
      }
    : { natural: null, naturalFrom: null, naturalCases: null };
}

function withinYear(parameters: Parameters, figures: ClientFigures, entry: number, asOf: Day): number {
  const first = figures.firstVisit[entry]!;
  const history = {
    repeats: figures.visits[entry]! - 1,
    lastAt: figures.lastVisit[entry]! - first,
    age: asOf - first,
  };
  return chanceToBuy(parameters, history, YEAR);
}

/** The client's place among all by yearly value, 1 for the dearest, and how many have a value. */
function standing({ length, yearlyValue }: ClientFigures, entry: number) {
  let dearer = 0;
  let ranked = 0;
  for (let k = 0; k < length; k++) {
    if (yearlyValue[k]! > 0) ranked++;
    if (yearlyValue[k]! > yearlyValue[entry]!) dearer++;
  }
  return { rank: dearer + 1, ranked };
}
