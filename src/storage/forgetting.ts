import { forgetfulOf } from '../domain/identity/forgetful';
import { hidden, wordless } from '../domain/identity/scrubbed';
import { clientOf, type Entry } from '../domain/notebook/notebook';
import type { Forgotten } from '../domain/notebook/forgotten';
import type { ClientList } from './clientList';
import { decodeEntry } from './decodeEntries';
import { decodeAll, decodeCard, decodeClients } from './decodeRecords';
import type { ShopLog } from './importWriter';
import type { CardRecord, ClientsRecord, ShopDb } from './shopDb';
import { joinTexts, splitTexts } from './texts';
import { goneKey } from './undo';

/** Who is forgotten: the places of one person in the shop's list, and what finds their names in other texts. */
export interface Forgetting {
  readonly places: ReadonlySet<number>;
  readonly naming: RegExp | undefined;
  /** One for each place. */
  readonly entries: readonly Forgotten[];
}

/** What stays of a card: how the sales are judged, and that nobody is to be reached by it. */
export const namelessCard = ({ client, interval }: CardRecord): CardRecord => ({
  client,
  doNotContact: true,
  ...(interval !== undefined && { interval }),
});

/**
 * Part of a transaction on clients, cards, entries and facts: takes names, addresses and everything written out of all that is stored.
 * Sales, choices, days and sums stay.
 */
export async function writeForgotten(db: ShopDb, forgetting: Forgetting): Promise<void> {
  const { places, naming, entries } = forgetting;
  const clean = <Stored>(value: Stored): Stored => (naming ? hidden(value, naming) : value);
  const clients = decodeAll(await db.clients.toArray(), decodeClients).records;
  await db.clients.bulkPut(clients.map((record) => nameless(record, places)));
  const cards = decodeAll(await db.cards.toArray(), decodeCard).records;
  const others = cards.filter(({ client }) => !places.has(client)).map(clean);
  const own = new Map(cards.map((card) => [card.client, card]));
  const mine = [...places].map((client) => namelessCard(own.get(client) ?? { client }));
  await db.cards.bulkPut([...others, ...mine]);
  const stored = decodeAll(await db.entries.toArray(), decodeEntry).records;
  const changed = stored.flatMap((entry) => {
    const left = entry.kind === 'person' ? entry : clean(unwritten(entry, places));
    return left === entry ? [] : [{ ...left, rev: entry.rev + 1 }];
  });
  await db.entries.bulkPut([...changed, ...entries]);
}

/** An entry about somebody who is forgotten without its words; the very same for any other. */
function unwritten(entry: Entry, places: ReadonlySet<number>): Entry {
  if (entry.kind === 'handSales') {
    const sales = entry.sales.map((sale) =>
      sale.who?.kind === 'known' && places.has(sale.who.client)
        ? { ...sale, who: { ...sale.who, name: '' } }
        : sale,
    );
    return sales.every((sale, at) => sale === entry.sales[at]) ? entry : { ...entry, sales };
  }
  const client = clientOf(entry);
  return client !== null && places.has(client) && entry.kind !== 'forgotten' ? wordless(entry) : entry;
}

function nameless(record: ClientsRecord, places: ReadonlySet<number>): ClientsRecord {
  const keys = record.keys === '' ? [] : record.keys.split('\u0000');
  const owners = [...keys.map((_, k) => record.first + k), ...record.changed];
  const without = (joined: string, of: readonly number[] = owners) =>
    joinTexts(splitTexts(joined, of.length).map((text, k) => (places.has(of[k]!) ? '' : text)));
  const { known, listed, ...rest } = record;
  const told = listed && [...listed.clients];
  return {
    ...rest,
    keys: joinTexts(keys.map((key, k) => (places.has(record.first + k) ? goneKey(record.first + k) : key))),
    names: without(record.names),
    phones: without(record.phones),
    emails: without(record.emails),
    segments: without(record.segments),
    ...(known && { known: known.filter((client) => !places.has(client)) }),
    ...(listed && {
      listed: {
        clients: listed.clients,
        addresses: without(listed.addresses, told),
        notes: without(listed.notes, told),
        wishes: without(listed.wishes, told),
        likes: without(listed.likes, told),
        birthdays: without(listed.birthdays, told),
      },
    }),
  };
}

/** The log as it will be read once the clients are forgotten. */
export function logWithoutNames(log: ShopLog, { places }: Forgetting, all: readonly Forgotten[]): ShopLog {
  const { known: knownBefore, forgotten: _, same, ...rest } = log;
  const known = knownBefore?.filter((client) => !places.has(client)) ?? [];
  const forgotten = forgetfulOf(all);
  return {
    ...rest,
    clients: listWithout(log.clients, places),
    ...(known.length > 0 && { known }),
    ...(forgotten && { forgotten }),
    ...(same && { same: { ...same, apart: listWithout(same.apart, places) } }),
  };
}

function listWithout(list: ClientList, places: ReadonlySet<number>): ClientList {
  const blank = (texts: readonly string[]) => texts.map((text, client) => (places.has(client) ? '' : text));
  return {
    keys: list.keys.map((key, client) => (places.has(client) ? goneKey(client) : key)),
    names: blank(list.names),
    phones: blank(list.phones),
    emails: blank(list.emails),
    segments: blank(list.segments),
  };
}
