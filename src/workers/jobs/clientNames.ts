import { isGone } from '../../storage/undo';
import type { Input, Output } from '../protocol';
import { contacts } from './contacts';
import { nameOf } from './figures';
import { shop } from './openShops';

/** Names alone: neither sales nor figures are looked at for them. */
export async function clientNames({ shopId, clients }: Input<'clientNames'>): Promise<Output<'clientNames'>> {
  const { list, cards } = await contacts(await shop(shopId));
  const known = clients.filter((client) => client in list.keys && !isGone(list.keys[client]!));
  return new Map(known.map((client) => [client, nameOf(client, list, cards)]));
}
