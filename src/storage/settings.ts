import type { ShopSettings } from '../domain/shop/settings';
import { behind, type Aliases } from '../domain/identity/aliases';
import { decodeAll, decodeCard } from './decodeRecords';
import { decodeSettings } from './decodeSettings';
import { cardsToStore, joinedCards, readAliases } from './sameClients';
import type { CardRecord, ShopDb } from './shopDb';

/** What the owner wrote on clients' cards, one a client: those of merged clients, by the stored decisions or by `as`, are put together. */
export async function readCards(db: ShopDb, as?: Aliases) {
  const [stored, aliases] = await Promise.all([db.cards.toArray(), as ?? readAliases(db)]);
  const { records, setAside } = decodeAll(stored, decodeCard);
  return { records: joinedCards(records, aliases), setAside };
}

/** What the owner wrote on the card of one client, and on those of clients merged into this one. */
export async function readCard(db: ShopDb, client: number): Promise<CardRecord | undefined> {
  const aliases = await readAliases(db);
  const stored = await db.cards.bulkGet([...behind(aliases, client)]);
  const cards = decodeAll(
    stored.filter((card) => card !== undefined),
    decodeCard,
  ).records;
  return joinedCards(cards, aliases).find((card) => card.client === client);
}

/** Part of a transaction on cards and entries: a client's card as the owner wrote it, for all who were merged into the client. */
export async function writeCard(db: ShopDb, card: CardRecord): Promise<unknown> {
  const aliases = await readAliases(db);
  if (aliases.size === 0) return db.cards.put(card);
  const stored = await db.cards.bulkGet([...behind(aliases, card.client).slice(1)]);
  return db.cards.bulkPut([
    ...cardsToStore(
      card,
      stored.filter((other) => other !== undefined),
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
