import type { DraftClients } from '../intake/draft';
import { NONE } from '../sales/columns';
import { handKey, handText, namesSomebody } from './handKeys';
import type { HandClient, NewClient } from './handSale';

/** The clients of a shop as they are stored, by their place in its list; the key is blank where nobody is any more. */
export type ShopClients = Readonly<Record<keyof DraftClients, readonly string[]>>;

/** The people of a draft; those of the shop are found by their key, and what the shop says of them is not written over. */
export class HandBook {
  readonly columns = {
    keys: [] as string[],
    names: [] as string[],
    phones: [] as string[],
    emails: [] as string[],
    segments: [] as string[],
  };
  readonly #shop: ShopClients;
  readonly #inShop: ReadonlyMap<string, number>;
  readonly #places = new Map<string, number>();
  readonly #keyOfNew = new Map<string, string>();

  constructor(shop: ShopClients) {
    this.#shop = shop;
    this.#inShop = new Map(shop.keys.flatMap((key, client) => (key === '' ? [] : [[key, client] as const])));
  }

  /** The place of a client in the draft; `NONE` for nobody. One whom the shop has forgotten in the meantime is written down by name. */
  of(who: HandClient | null): number {
    if (who === null) return NONE;
    if (who.kind === 'new') return this.#ofNew(who);
    const key = this.#shop.keys[who.client] ?? '';
    return key === '' ? this.#ofNew(nameAlone(who.name)) : this.#place(key);
  }

  #ofNew(client: NewClient): number {
    if (client.number.trim() === '' && !namesSomebody(client.name)) return NONE;
    const isTaken = (key: string) => this.#inShop.has(key) || this.#places.has(key);
    const key = this.#keyOfNew.get(client.id) ?? handKey(client, isTaken);
    if (client.id !== '') this.#keyOfNew.set(client.id, key);
    const place = this.#place(key);
    const facts = {
      names: handText(client.name) || key,
      phones: handText(client.phone),
      emails: handText(client.email),
      segments: handText(client.segment),
    };
    for (const [fact, text] of Object.entries(facts) as [keyof typeof facts, string][])
      if (!this.#shopSays(fact, key)) this.columns[fact][place] ||= text;
    return place;
  }

  #shopSays(fact: keyof ShopClients, key: string): boolean {
    const client = this.#inShop.get(key);
    return client !== undefined && Boolean(this.#shop[fact][client]);
  }

  #place(key: string): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.columns.keys.push(key) - 1;
    this.#places.set(key, place);
    for (const fact of ['names', 'phones', 'emails', 'segments'] as const) this.columns[fact].push('');
    return place;
  }
}

const nameAlone = (name: string): NewClient => ({
  kind: 'new',
  id: '',
  name,
  phone: '',
  email: '',
  segment: '',
  number: '',
  another: false,
});
