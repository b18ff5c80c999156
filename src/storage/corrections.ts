import { PairIndex } from '../domain/intake/table/pairIndex';
import { RowEdits } from '../domain/corrections/rowEdits';
import { rowText, rowWords, type Correction, type RowKey, type RowSays } from '../domain/notebook/correction';
import { entriesOf } from '../domain/notebook/notebook';
import type { Day } from '../domain/kernel/day';
import { NONE, type SaleColumns } from '../domain/sales/columns';
import { decodeEntry } from './decodeEntries';
import { decodeAll, decodeIdentity } from './decodeRecords';
import { storedOfKind } from './entriesOfKind';
import { unpackSales } from './salesPacks';
import type { IdentityRecord, PackRecord, ShopDb } from './shopDb';

/** What the owner put right in single rows, by id. May be part of a transaction that reads entries. */
export const readCorrections = async (db: ShopDb): Promise<readonly Correction[]> =>
  entriesOf(decodeAll(await storedOfKind(db, 'correction'), decodeEntry).records, 'correction');

/** Those that leave their row with a client whom the shop has; the others are damage. */
export const soundCorrections = (
  corrections: readonly Correction[],
  clients: number,
): readonly Correction[] => corrections.filter(({ now }) => (now?.client ?? -1) < clients);

/** Which rows were corrected. */
export interface Corrected {
  readonly edits: RowEdits;
  /** Packs of which nobody knows what their rows said, so that corrections cannot find them. */
  readonly setAside: number;
}

/**
 * Puts corrections over sales just read from these packs, those of `damaged` left out. Where nothing was corrected there is nothing
 * to do, and the packs' identities need not be read at all.
 */
export function correctInPlace(
  sales: SaleColumns,
  packs: readonly PackRecord[],
  damaged: readonly number[],
  stored: readonly unknown[],
  corrections: readonly Correction[],
): Corrected {
  const edits = new RowEdits(corrections);
  if (corrections.length === 0) return { edits, setAside: 0 };
  const words = new Map(
    decodeAll(stored, decodeIdentity).records.map((record) => [record.packId, record.words]),
  );
  const unread = new Set(damaged);
  let setAside = 0;
  for (const { id, rows } of packs) {
    const identity = words.get(id);
    const known = identity?.length === 2 * rows;
    if (known && unread.has(id)) edits.pass(identity);
    else if (known) edits.apply(sales, identity);
    else if (!unread.has(id)) {
      edits.skip(rows);
      setAside++;
    }
  }
  return { edits, setAside };
}

/** The log with the rows of a new import behind it, corrected where these rows were corrected before. */
export function correctedToo(
  all: SaleColumns,
  before: RowEdits,
  identity: Uint32Array,
): { sales: SaleColumns; edits: RowEdits } {
  const sales = { ...all, day: all.day.slice(), client: all.client.slice(), cents: all.cents.slice() };
  const edits = before.copy();
  edits.apply(sales, identity);
  return { sales, edits };
}

/** Clients of whom a file says more than counts: they are known, also where no sale of theirs is left. */
export const correctedClients = (edits: RowEdits): readonly number[] => [
  ...new Set(
    [...edits.byRow.values()].flatMap(({ client, now }) =>
      client === null || now?.client === client ? [] : [client],
    ),
  ),
];

/** A row with what its file said, client by place before merging. */
export interface FiledRow extends RowKey {
  readonly was: RowSays;
}

/** The rows at these places of a log from which nothing was set aside. */
export async function filedRows(db: ShopDb, places: readonly number[]): Promise<readonly FiledRow[]> {
  const { identities, packs } = await db.transaction('r', db.identities, db.packs, async () => {
    const all = await readIdentities(db);
    const ids = new Set(places.map((place) => at(all, place).record.packId));
    return { identities: all, packs: await db.packs.bulkGet([...ids]) };
  });
  const raw = new Map(packs.map((pack) => [pack?.id, unpackSales(pack ? [pack] : []).sales]));
  const nth = counter(identities, places);
  return places.map((place) => {
    const { record, row } = at(identities, place);
    const { day, cents, client } = raw.get(record.packId)!;
    if (!(row < day.length)) throw new RangeError('a row that is not stored');
    return {
      row: rowText(record.words[2 * row]!, record.words[2 * row + 1]!),
      nth: nth.get(place)!,
      was: { day: day[row]! as Day, cents: cents[row]!, client: client[row] === NONE ? null : client[row]! },
    };
  });
}

/** The places of rows in the log; undefined for one that no import brings at present. */
export async function placesOfRows(
  db: ShopDb,
  keys: readonly RowKey[],
): Promise<readonly (number | undefined)[]> {
  const identities = await readIdentities(db);
  const index = new PairIndex(keys.length);
  const wanted = keys.map(({ row }) => index.of(...rowWords(row)));
  const places: number[][] = Array.from({ length: index.size }, () => []);
  let before = 0;
  for (const { words } of identities) {
    for (let k = 0; k < words.length; k += 2) {
      const found = index.find(words[k]!, words[k + 1]!);
      if (found >= 0) places[found]!.push(before + k / 2);
    }
    before += words.length / 2;
  }
  return keys.map(({ nth }, k) => places[wanted[k]!]![nth]);
}

const readIdentities = async (db: ShopDb): Promise<readonly IdentityRecord[]> =>
  decodeAll(await db.identities.toArray(), decodeIdentity).records;

/** Where in which pack a row of the log lies. */
function at(identities: readonly IdentityRecord[], place: number): { record: IdentityRecord; row: number } {
  let row = place;
  for (const record of identities) {
    const rows = record.words.length / 2;
    if (row < rows) return { record, row };
    row -= rows;
  }
  throw new RangeError('a row that is not stored');
}

/** How many of the rows before each of these places are the same as the row there. */
function counter(
  identities: readonly IdentityRecord[],
  places: readonly number[],
): ReadonlyMap<number, number> {
  const index = new PairIndex(places.length);
  for (const place of places) {
    const { record, row } = at(identities, place);
    index.of(record.words[2 * row]!, record.words[2 * row + 1]!);
  }
  const seen = Array.from({ length: index.size }, () => 0);
  const wanted = new Set(places);
  const nth = new Map<number, number>();
  let place = 0;
  for (const { words } of identities)
    for (let k = 0; k < words.length; k += 2, place++) {
      const found = index.find(words[k]!, words[k + 1]!);
      if (found < 0) continue;
      if (wanted.has(place)) nth.set(place, seen[found]!);
      seen[found]!++;
    }
  return nth;
}
