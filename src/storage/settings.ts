import type { ShopSettings } from '../domain/shop/settings';
import { decodeAll, decodeCard } from './decodeRecords';
import { decodeSettings } from './decodeSettings';
import type { ShopDb } from './shopDb';

/** What the owner wrote on clients' cards. */
export const readCards = async (db: ShopDb) => decodeAll(await db.cards.toArray(), decodeCard);

export async function readSettings(db: ShopDb): Promise<ShopSettings> {
  const fact = await db.facts.get('settings');
  return decodeSettings(fact?.value);
}

/** Intervals that the owner set for single clients, by client index. */
export async function readIntervals(db: ShopDb): Promise<Map<number, number>> {
  const { records } = await readCards(db);
  return new Map(records.flatMap((card) => (card.interval ? [[card.client, card.interval] as const] : [])));
}
