import type { ShopSettings } from '../domain/shop/settings';
import { decodeSettings } from './decodeSettings';
import type { ShopDb } from './shopDb';

export async function readSettings(db: ShopDb): Promise<ShopSettings> {
  const fact = await db.facts.get('settings');
  return decodeSettings(fact?.value);
}

/** Intervals that the owner set for single clients, by client index. */
export async function readIntervals(db: ShopDb): Promise<Map<number, number>> {
  const cards = await db.cards.toArray();
  return new Map(cards.flatMap((card) => (card.interval ? [[card.client, card.interval] as const] : [])));
}
