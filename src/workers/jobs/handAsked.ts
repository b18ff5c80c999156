import { alikeSales as alike } from '../../domain/byHand/alikeSales';
import { foldedName } from '../../domain/intake/values/cleanText';
import { clientKey } from '../../domain/intake/values/clientKey';
import { NO_DAY } from '../../domain/loss/clientFigures';
import { NONE } from '../../domain/sales/columns';
import type { ClientList } from '../../storage/clientList';
import type { Input, Output } from '../protocol';
import { contacts, contactOf } from './contacts';
import { shop } from './openShops';
import { currentFigures } from './shopFigures';

const foldedNames = new WeakMap<ClientList, readonly string[]>();

/** The names of all clients folded once, as they are asked for with every letter that is typed. */
function namesIn(list: ClientList): readonly string[] {
  const known = foldedNames.get(list) ?? list.names.map(foldedName);
  foldedNames.set(list, known);
  return known;
}

export async function namesakes({
  shopId,
  name,
  number,
  today,
}: Input<'namesakes'>): Promise<Output<'namesakes'>> {
  const open = await shop(shopId);
  const [{ list, cards }, results] = await Promise.all([contacts(open), currentFigures(open, today)]);
  const [folded, key] = [foldedName(name), clientKey(number)];
  const names = namesIn(list);
  const bears = (client: number) => {
    const written = cards.get(client)?.name;
    return folded === (written ? foldedName(written) : names[client]) || folded === list.keys[client];
  };
  const wanted = (client: number) =>
    (key !== '' && list.keys[client] === key) || (folded !== '' && bears(client));
  const { client: places = new Uint32Array(0), visits, lastVisit } = results?.clients ?? {};
  return Array.from(places, (client, entry) => ({ client, entry }))
    .filter(({ client }) => wanted(client))
    .map(({ client, entry }) => ({
      client,
      name: contactOf(client, list, cards).name,
      phone: contactOf(client, list, cards).phone,
      number: list.keys[client]!,
      visits: visits?.[entry] ?? 0,
      lastVisit: lastVisit?.[entry] ?? NO_DAY,
    }));
}

const MOST_WORDS = 100;

export async function soldWords({ shopId }: Input<'soldWords'>): Promise<Output<'soldWords'>> {
  const { sales, products, employees } = await (await shop(shopId)).log();
  return { products: mostUsed(sales.product, products), employees: mostUsed(sales.employee, employees) };
}

function mostUsed(column: Uint32Array, names: readonly string[]): string[] {
  const times = new Uint32Array(names.length);
  for (const index of column) if (index !== NONE) times[index]!++;
  return Array.from(times, (count, index) => ({ count, name: names[index] ?? '' }))
    .filter(({ count, name }) => count > 0 && name !== '')
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_WORDS)
    .map(({ name }) => name);
}

export async function alikeSales({ shopId, sales }: Input<'alikeSales'>): Promise<Output<'alikeSales'>> {
  return alike((await (await shop(shopId)).log()).sales, sales);
}
