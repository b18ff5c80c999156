import { aliasesOf, NO_ALIASES, standsFor, withAliases, type Aliases } from '../domain/identity/aliases';
import { entriesOf, type Entry } from '../domain/notebook/notebook';
import type { SaleColumns } from '../domain/sales/columns';
import type { ClientList } from './clientList';
import { decodeEntry } from './decodeEntries';
import { decodeAll } from './decodeRecords';
import { storedOfKind } from './entriesOfKind';
import type { CardRecord, ShopDb } from './shopDb';

/** What the owner decided about clients who look like one. */
export const readDecisions = async (db: ShopDb) =>
  entriesOf(decodeAll(await storedOfKind(db, 'sameClient'), decodeEntry).records, 'sameClient');

/** Who stands for whom in this shop. May be part of a transaction that reads entries. */
export async function readAliases(db: ShopDb): Promise<Aliases> {
  const decisions = await readDecisions(db);
  return decisions.length === 0 ? NO_ALIASES : aliasesOf(decisions);
}

/** The sales as they count: those of a client who was merged are the kept one's. Stored sales stay as their imports brought them. */
export const joinedSales = (sales: SaleColumns, aliases: Aliases): SaleColumns =>
  aliases.size === 0 ? sales : { ...sales, client: withAliases(sales.client, aliases) };

/** Clients who need no sale to be known: one who was merged makes the kept one known. */
export const joinedKnown = (known: readonly number[], aliases: Aliases): readonly number[] =>
  aliases.size === 0 ? known : [...new Set(known.map((client) => standsFor(aliases, client)))];

const FACTS = ['phones', 'emails', 'segments'] as const;

/** The clients as they are shown: what is not known of a kept one is taken from those merged into them. Places and keys stay. */
export function joinedClients(list: ClientList, aliases: Aliases): ClientList {
  if (aliases.size === 0) return list;
  const joined: ClientList = {
    ...list,
    phones: [...list.phones],
    emails: [...list.emails],
    segments: [...list.segments],
  };
  for (const [away, kept] of aliases)
    for (const fact of FACTS) joined[fact][kept] = joined[fact][kept] || (list[fact][away] ?? '');
  return joined;
}

/**
 * The cards as they are shown, one a client: what stands on the kept client's own card wins, and the wish of any of them to be left
 * alone holds for all.
 */
export function joinedCards(cards: readonly CardRecord[], aliases: Aliases): readonly CardRecord[] {
  if (aliases.size === 0) return cards;
  const joined = new Map<number, CardRecord>();
  for (const card of cards) if (!aliases.has(card.client)) joined.set(card.client, card);
  for (const card of cards) {
    const client = standsFor(aliases, card.client);
    if (client === card.client) continue;
    const own = joined.get(client);
    const leaveAlone = card.doNotContact === true || own?.doNotContact === true;
    joined.set(client, { ...card, ...own, client, ...(leaveAlone && { doNotContact: true }) });
  }
  return [...joined.values()];
}

/**
 * The cards to store when the joined card of a client was written anew: the client's own, and those of the merged without what the
 * owner took out, so that it does not show through again.
 */
export function cardsToStore(card: CardRecord, merged: readonly CardRecord[]): readonly CardRecord[] {
  const stays = (field: string) => field in card && (field !== 'doNotContact' || card.doNotContact === true);
  return [
    card,
    ...merged.map(
      (other) =>
        Object.fromEntries(
          Object.entries(other).filter(([field]) => field === 'client' || stays(field)),
        ) as unknown as CardRecord,
    ),
  ];
}

/** An entry as it is shown: of the kept client. Decisions about who is who stay as they are. */
export function joinedEntry(entry: Entry, aliases: Aliases): Entry {
  if (aliases.size === 0 || !('client' in entry) || entry.client === null || entry.kind === 'sameClient')
    return entry;
  const client = aliases.get(entry.client);
  return client === undefined ? entry : { ...entry, client };
}

/** An entry as it is stored: one that is saved again stays with the client of whom it was written, so that splitting gives it back. */
export function entryToStore(entry: Entry, stored: Entry | undefined, aliases: Aliases): Entry {
  if (!stored || !('client' in stored) || !('client' in entry) || stored.client === null) return entry;
  if (entry.kind === 'sameClient' || entry.client === null) return entry;
  return aliases.get(stored.client) === entry.client ? { ...entry, client: stored.client } : entry;
}
