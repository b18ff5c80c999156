import type { Aliases } from '../../domain/identity/aliases';
import { abcClasses } from '../../domain/loss/abc';
import type { ClientFigures } from '../../domain/loss/clientFigures';
import { isLostStatus, STATUS_NAMES } from '../../domain/loss/status';
import { foldedText } from '../../domain/sales/foldedText';
import type { ClientList } from '../../storage/clientList';
import type { Results } from '../../storage/results';
import { readAliases } from '../../storage/sameClients';
import { readCards } from '../../storage/settings';
import { joinTexts } from '../../storage/texts';
import { isGone } from '../../storage/undo';
import type { CardRecord } from '../../storage/shopDb';
import type { ClientListColumns, ClientSort, Input } from '../protocol';
import { nameOf } from './figures';
import { shop } from './openShops';
import { figuresOrFail } from './shopFigures';

/** Folded names and phone digits by client, made when somebody first searches or sorts by name. */
let folded: { readonly list: ClientList; readonly names: string[]; readonly digits: string[] } | undefined;

/** What the owner's cards say is few and changes, so it is put over the kept texts, which only an import changes. */
function foldedOf(list: ClientList, cards: ReadonlyMap<number, CardRecord>) {
  if (folded?.list !== list) {
    folded = {
      list,
      names: list.keys.map((_, client) => foldedName(client, list, NO_CARDS)),
      digits: list.phones.map(digitsOf),
    };
  }
  if (cards.size === 0) return folded;
  const names = [...folded.names];
  const digits = [...folded.digits];
  for (const [client, { phone }] of cards) {
    names[client] = foldedName(client, list, cards);
    if (phone !== undefined) digits[client] = digitsOf(phone);
  }
  return { names, digits };
}

const NO_CARDS: ReadonlyMap<number, CardRecord> = new Map();

const foldedName = (client: number, list: ClientList, cards: ReadonlyMap<number, CardRecord>): string =>
  foldedText(nameOf(client, list, cards));

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

const LEAST_DIGITS = 3;
const OWN_DIGITS = 8;

/** What to look for in a phone: the same number is written 06 12 34 56 78 at home and +33 6 12 34 56 78 from abroad. */
const phoneParts = (digits: string): string[] =>
  [digits, digits.replace(/^0+/, ''), digits.length > OWN_DIGITS ? digits.slice(-OWN_DIGITS) : ''].filter(
    (part) => part.length >= LEAST_DIGITS,
  );

/** The clients that fit a filter and a search, in the order asked for, as columns. */
export async function clientList(input: Input<'clientList'>): Promise<ClientListColumns> {
  const open = await shop(input.shopId);
  const [results, list, cardRecords, aliases] = await Promise.all([
    figuresOrFail(open, input.today),
    open.clients(),
    readCards(open.db),
    readAliases(open.db),
  ]);
  const cards = new Map(cardRecords.records.map((card) => [card.client, card]));
  const found = searched(results.clients, input.query, list, cards, aliases);
  const countsByStatus = STATUS_NAMES.map(() => 0);
  for (const entry of found) countsByStatus[results.clients.status[entry]!]!++;
  const wanted = new Set(input.statuses);
  const shown =
    wanted.size === 0 ? found : found.filter((entry) => wanted.has(results.clients.status[entry]!));
  const entries = sorted(shown, results, input.sort, input.rising, () => foldedOf(list, cards).names);
  const columns = columnsOf(entries, results.clients, list, cards, countsByStatus);
  if (!input.withClasses) return columns;
  const classes = classesOf(results.clients, (client) => nameOf(client, list, cards));
  return { ...columns, classes: Uint8Array.from(entries, (entry) => classes[entry]!) };
}

/** Clients who brought the same go by their names (rules.md 3.7). */
function classesOf({ client, revenue }: ClientFigures, name: (client: number) => string): Uint8Array {
  return abcClasses(revenue, (one, other) => {
    const [a, b] = [name(client[one]!), name(client[other]!)];
    return a < b ? -1 : a > b ? 1 : one - other;
  });
}

/** Those whose name, number or phone holds what is looked for, also under a name that was merged into theirs. */
function searched(
  figures: ClientFigures,
  query: string,
  list: ClientList,
  cards: ReadonlyMap<number, CardRecord>,
  aliases: Aliases,
): Uint32Array {
  const all = new Uint32Array(figures.length);
  for (let entry = 0; entry < all.length; entry++) all[entry] = entry;
  const words = foldedText(query);
  if (words === '') return all;
  const { names, digits } = foldedOf(list, cards);
  const numbers = /^[\d\s+()./-]+$/.test(query.trim()) ? phoneParts(digitsOf(query)) : [];
  const holds = (client: number) =>
    names[client]!.includes(words) ||
    numbers.some((number) => digits[client]!.includes(number)) ||
    (!isGone(list.keys[client]!) && list.keys[client]!.toLowerCase().includes(words));
  const away = new Set([...aliases].flatMap(([client, kept]) => (holds(client) ? [kept] : [])));
  return all.filter((entry) => {
    const client = figures.client[entry]!;
    return holds(client) || away.has(client);
  });
}

function sorted(
  entries: Uint32Array,
  { clients, ranked }: Results,
  sort: ClientSort,
  rising: boolean,
  names: () => readonly string[],
): Uint32Array {
  if (sort === 'value' && !rising && isRanked(entries, clients, ranked)) return ranked;
  const sign = rising ? 1 : -1;
  if (sort === 'name') {
    const folds = names();
    const name = (entry: number) => folds[clients.client[entry]!]!;
    return entries.sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0) * sign || a - b);
  }
  const key = sort === 'value' ? clients.yearlyValue : clients.silence;
  return entries.sort((a, b) => sign * (key[a]! - key[b]!) || a - b);
}

/** Exactly the lost clients are asked for: their order is kept ready. */
const isRanked = (entries: Uint32Array, { status }: ClientFigures, ranked: Uint32Array): boolean =>
  entries.length === ranked.length && entries.every((entry) => isLostStatus(status[entry]!));

function columnsOf(
  entries: Uint32Array,
  figures: ClientFigures,
  list: ClientList,
  cards: ReadonlyMap<number, CardRecord>,
  countsByStatus: readonly number[],
): ClientListColumns {
  const length = entries.length;
  const columns = {
    length,
    client: new Uint32Array(length),
    status: new Uint8Array(length),
    visits: new Uint32Array(length),
    yearlyValue: new Float64Array(length),
    silence: new Int32Array(length),
    interval: new Float64Array(length),
    lastVisit: new Int32Array(length),
  };
  const names: string[] = [];
  let totalValue = 0;
  let totalRevenue = 0;
  for (let row = 0; row < length; row++) {
    const entry = entries[row]!;
    const client = figures.client[entry]!;
    columns.client[row] = client;
    columns.status[row] = figures.status[entry]!;
    columns.visits[row] = figures.visits[entry]!;
    columns.yearlyValue[row] = figures.yearlyValue[entry]!;
    columns.silence[row] = figures.silence[entry]!;
    columns.interval[row] = figures.interval[entry]!;
    columns.lastVisit[row] = figures.lastVisit[entry]!;
    names.push(nameOf(client, list, cards));
    totalValue += figures.yearlyValue[entry]!;
    totalRevenue += figures.revenue[entry]!;
  }
  return { ...columns, names: joinTexts(names), totalValue, totalRevenue, countsByStatus };
}
