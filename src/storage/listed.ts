import { birthdayFrom, birthdayText } from '../domain/intake/list/birthday';
import { standsFor, type Aliases } from '../domain/identity/aliases';
import { decodeAll, decodeClients } from './decodeRecords';
import { LISTED_FACTS, type ListedFact } from './listedFacts';
import { readRevision } from './revision';
import type { CardRecord, ListedRecord, ShopDb } from './shopDb';
import { joinTexts, splitTexts } from './texts';

/** What lists tell of one client that stands on cards. */
export type ListedCard = Pick<CardRecord, ListedFact>;

/** The same by client, each as a card of its own. */
export type ListedCards = ReadonlyMap<number, ListedCard & Pick<CardRecord, 'client'>>;

const NOTHING: ListedCards = new Map();
const TEXTS = { address: 'addresses', note: 'notes', wishes: 'wishes', likes: 'likes' } as const;

const kept = new WeakMap<ShopDb, { readonly basis: string; readonly cards: ListedCards }>();

/** What the lists of a shop tell, the newest winning. Costs next to nothing where there are none. May be part of a transaction on imports, clients and facts. */
export async function readListed(db: ShopDb): Promise<ListedCards> {
  const ids = (await db.imports.toArray()).flatMap(({ by, id }) => (by === 'list' ? [id] : []));
  if (ids.length === 0) return NOTHING;
  const basis = `${ids.join()}@${await readRevision(db)}`;
  const known = kept.get(db);
  if (known?.basis === basis) return known.cards;
  const stored = await db.clients.bulkGet(ids);
  const { records } = decodeAll(
    stored.filter((record) => record !== undefined),
    decodeClients,
  );
  const cards = new Map<number, CardRecord>();
  for (const { listed } of records) if (listed) place(listed, cards);
  kept.set(db, { basis, cards });
  return cards;
}

function place(listed: ListedRecord, cards: Map<number, CardRecord>): void {
  const count = listed.clients.length;
  const birthdays = splitTexts(listed.birthdays, count);
  const texts = Object.entries(TEXTS).map(
    ([fact, field]) => [fact, splitTexts(listed[field], count)] as const,
  );
  listed.clients.forEach((client, k) => {
    const told = texts.flatMap(([fact, all]) => (all[k] ? [[fact, all[k]] as const] : []));
    const birthday = birthdayFrom(birthdays[k] ?? '');
    const before = cards.get(client);
    cards.set(client, { ...before, ...Object.fromEntries(told), ...(birthday && { birthday }), client });
  });
}

/** Facts for cards as they are stored; `clients` says whose each is. */
export function listedRecord(facts: readonly (readonly [client: number, card: ListedCard])[]): ListedRecord {
  const texts = (fact: keyof typeof TEXTS) => joinTexts(facts.map(([, card]) => card[fact] ?? ''));
  return {
    clients: Uint32Array.from(facts, ([client]) => client),
    addresses: texts('address'),
    notes: texts('note'),
    wishes: texts('wishes'),
    likes: texts('likes'),
    birthdays: joinTexts(facts.map(([, { birthday }]) => (birthday ? birthdayText(birthday) : ''))),
  };
}

/** The owner's cards with what lists tell beneath: the owner's words win, and what the owner took out stays out, for merged clients too. */
export function withListed(
  cards: readonly CardRecord[],
  listed: ListedCards,
  aliases: Aliases,
): readonly CardRecord[] {
  if (listed.size === 0) return cards;
  const own = new Map(cards.map((card) => [card.client, card]));
  const shown = new Map(own);
  for (const [client, told] of listed) {
    const mine = own.get(client);
    const kept = aliases.size === 0 ? mine : own.get(standsFor(aliases, client));
    const cleared = [...(mine?.cleared ?? []), ...(kept?.cleared ?? [])];
    shown.set(client, mine || cleared.length > 0 ? { ...left(told, cleared), client, ...mine } : told);
  }
  return [...shown.values()];
}

const left = (told: ListedCard, cleared: readonly ListedFact[]): ListedCard =>
  Object.fromEntries(Object.entries(told).filter(([fact]) => !cleared.includes(fact as ListedFact)));

/**
 * A card as it is to be stored: without what a list tells in the same words, unless the owner had written it too, and with a note of
 * what the owner took out. `stored` are the cards there are of the client and of those merged into this one, `told` what lists tell of them.
 */
export function ownWords(
  { cleared: _, ...card }: CardRecord,
  stored: readonly CardRecord[],
  told: ListedCard,
): CardRecord {
  const cleared = LISTED_FACTS.filter((fact) => told[fact] !== undefined && card[fact] === undefined);
  const isTold = (fact: string) =>
    isListed(fact) &&
    told[fact] !== undefined &&
    sameText(told[fact], card[fact]) &&
    stored.every((other) => other[fact] === undefined);
  const own = Object.fromEntries(Object.entries(card).filter(([field]) => !isTold(field)));
  return { ...own, client: card.client, ...(cleared.length > 0 && { cleared }) };
}

const isListed = (field: string): field is ListedFact => (LISTED_FACTS as readonly string[]).includes(field);

const sameText = (one: CardRecord[ListedFact], other: CardRecord[ListedFact]): boolean =>
  textOf(one) === textOf(other);

const textOf = (value: CardRecord[ListedFact]): string =>
  typeof value === 'object' ? birthdayText(value) : (value ?? '');
