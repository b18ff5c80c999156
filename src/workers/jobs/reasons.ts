import type { Day } from '../../domain/kernel/day';
import { entriesOf, type Entry, type EntryKind } from '../../domain/notebook/notebook';
import { employees } from '../../domain/people/employees';
import { byMonth, byRevenue, type Division } from '../../domain/reasons/money/division';
import { lostClients, type LostClients } from '../../domain/reasons/money/lostClients';
import { clientsOfLine } from '../../domain/reasons/money/moneyLines';
import {
  divisionOf,
  reasonsInMoney,
  saidOf,
  type LostMoney,
} from '../../domain/reasons/money/reasonsInMoney';
import { foldedText } from '../../domain/sales/foldedText';
import { readEntries } from '../../storage/notebook';
import type { Results } from '../../storage/results';
import type { Input, Output } from '../protocol';
import { contacts } from './contacts';
import { nameOf } from './figures';
import { shop, type OpenShop } from './openShops';
import { figuresOrFail } from './shopFigures';
import { whileWarm } from './whileWarm';

/** What the sales say of the lost clients; employees by their folded name, whatever the owner wrote about them. */
interface Sold {
  readonly lost: LostClients;
  readonly employee: Division;
  readonly product: Division;
  readonly month: Division;
}

const sold = whileWarm(async (open, { clients, headline }): Promise<Sold> => {
  const { sales, employees: served, products } = await open.log();
  const { asOf } = headline.report;
  const lost = lostClients(clients);
  return {
    lost,
    employee: byRevenue(lost, sales, sales.employee, served.map(foldedText), asOf),
    product: byRevenue(lost, sales, sales.product, products, asOf),
    month: byMonth(lost),
  };
});

const KINDS = ['reason', 'interview', 'statement', 'person'] as const satisfies readonly EntryKind[];

interface Read {
  readonly results: Results;
  readonly money: LostMoney;
  readonly entries: readonly Entry[];
}

async function read(open: OpenShop, today: Day, kinds: readonly EntryKind[]): Promise<Read> {
  const results = await figuresOrFail(open, today);
  const [{ lost, ...divisions }, { records: entries }, log] = await Promise.all([
    sold(open, results),
    readEntries(open.db, kinds),
    open.log(),
  ]);
  const people = employees(log.employees, entriesOf(entries, 'person'));
  const idOf = new Map(people.map(({ id, soldAs }) => [foldedText(soldAs ?? ''), id]));
  const { employee } = divisions;
  const named = { ...employee, keys: employee.keys.map((name) => idOf.get(name) ?? name) };
  return { results, entries, money: { lost, sold: { ...divisions, employee: named } } };
}

export async function reasonsReport({
  shopId,
  today,
}: Input<'reasonsReport'>): Promise<Output<'reasonsReport'>> {
  const { results, money, entries } = await read(await shop(shopId), today, [...KINDS, 'cause']);
  return reasonsInMoney(money, results.headline.report, entries, today);
}

export async function reasonClients({
  shopId,
  today,
  view,
  dimension,
  key,
}: Input<'reasonClients'>): Promise<Output<'reasonClients'>> {
  const open = await shop(shopId);
  const [{ money, entries }, { list, cards }] = await Promise.all([read(open, today, KINDS), contacts(open)]);
  const { lost } = money;
  const division = divisionOf(money, saidOf(money, entries), view, dimension);
  return clientsOfLine(lost, division, dimension, key).map(({ at, cents }) => {
    const client = lost.client[at]!;
    return { client, name: nameOf(client, list, cards), cents, lostDate: lost.lostDate[at]! as Day };
  });
}
