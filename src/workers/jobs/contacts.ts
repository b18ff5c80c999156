import type { ClientList } from '../../storage/clientList';
import { readCards } from '../../storage/settings';
import type { CardRecord } from '../../storage/shopDb';
import { nameOf } from './figures';
import type { OpenShop } from './openShops';

type Cards = ReadonlyMap<number, CardRecord>;

/** All names and ways to reach clients, with what the owner wrote on their cards. */
export async function contacts(open: OpenShop): Promise<{ list: ClientList; cards: Cards }> {
  const [list, { records }] = await Promise.all([open.clients(), readCards(open.db)]);
  return { list, cards: new Map(records.map((card) => [card.client, card])) };
}

/** How to reach a client: what the owner wrote, else the file. */
export const contactOf = (client: number, list: ClientList, cards: Cards) => ({
  name: nameOf(client, list, cards),
  phone: cards.get(client)?.phone ?? list.phones[client] ?? '',
  email: cards.get(client)?.email ?? list.emails[client] ?? '',
});
