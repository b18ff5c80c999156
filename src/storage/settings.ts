import type { ShopSettings } from '../domain/shop/settings';
import { behind, type Aliases } from '../domain/identity/aliases';
import { decodeAll, decodeCard } from './decodeRecords';
import { decodeSettings } from './decodeSettings';
import { ownWords, readListed, withListed, type ListedCard } from './listed';
import { cardsToStore, joinedCards, readAliases } from './sameClients';
import type { CardRecord, ShopDb } from './shopDb';

/**
 * Clients' cards as they are shown, one a client: what the owner wrote, beneath it what lists of clients tell. Those of merged clients, by
 * the stored decisions or by `as`, are put together.
 */
export async function readCards(db: ShopDb, as?: Aliases) {
  const [stored, aliases, listed] = await Promise.all([
    db.cards.toArray(),
    as ?? readAliases(db),
    readListed(db),
  ]);
  const { records, setAside } = decodeAll(stored, decodeCard);
  return { records: joinedCards(withListed(records, listed, aliases), aliases), setAside };
}

/** What the owner alone wrote on clients' cards, one a client. */
export async function readOwnCards(db: ShopDb): Promise<readonly CardRecord[]> {
  const [stored, aliases] = await Promise.all([db.cards.toArray(), readAliases(db)]);
  return joinedCards(decodeAll(stored, decodeCard).records, aliases);
}

/** The card of one client as it is shown, put together with those of clients merged into this one. */
export async function readCard(db: ShopDb, client: number): Promise<CardRecord | undefined> {
  const [aliases, listed] = await Promise.all([readAliases(db), readListed(db)]);
  const group = behind(aliases, client);
  const stored = await db.cards.bulkGet([...group]);
  const cards = decodeAll(
    stored.filter((card) => card !== undefined),
    decodeCard,
  ).records;
  const told = new Map(group.flatMap((one) => (listed.has(one) ? [[one, listed.get(one)!] as const] : [])));
  return joinedCards(withListed(cards, told, aliases), aliases).find((card) => card.client === client);
}

/**
 * Part of a transaction on cards, entries, imports, clients and facts: a client's card as the owner wrote it, for all who were merged into
 * the client. What only a list tells does not become the owner's words by being shown in a form.
 */
export async function writeCard(db: ShopDb, card: CardRecord): Promise<unknown> {
  const [aliases, listed] = await Promise.all([readAliases(db), readListed(db)]);
  const group = [...behind(aliases, card.client)];
  const stored = (await db.cards.bulkGet(group)).filter((other) => other !== undefined);
  const told = Object.assign({}, ...group.toReversed().map((client) => listed.get(client))) as ListedCard;
  const own = ownWords(card, stored, told);
  return db.cards.bulkPut([
    ...cardsToStore(
      own,
      stored.filter(({ client }) => client !== card.client),
    ),
  ]);
}

export async function readSettings(db: ShopDb): Promise<ShopSettings> {
  const fact = await db.facts.get('settings');
  return decodeSettings(fact?.value);
}

/** Intervals that the owner set for single clients, by client index. */
export async function readIntervals(db: ShopDb): Promise<Map<number, number>> {
  const { records } = await readCards(db);
  return new Map(records.flatMap((card) => (card.interval ? [[card.client, card.interval] as const] : [])));
}
