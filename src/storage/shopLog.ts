import type { Aliases } from '../domain/identity/aliases';
import type { Correction } from '../domain/notebook/correction';
import type { SaleColumns } from '../domain/sales/columns';
import { knownBy, MOST_CLIENTS, placesAlone, readClients, soundClients, withPlaces } from './clientList';
import { readForgotten } from './forgotten';
import type { ShopLog } from './importWriter';
import { readNames, soundNames } from './nameList';
import { joinedClients, joinedKnown, joinedSales, readAliases } from './sameClients';
import { correctedClients, correctInPlace, readCorrections, soundCorrections } from './corrections';
import { unpackSales, type UnpackedSales } from './salesPacks';
import type { PackRecord, ShopDb } from './shopDb';

/** Some 270 years around 1970. */
const MOST_DAYS = 100_000;

/** What the owner decided, or may decide; the stored decisions where it is left out. */
export interface AsDecided {
  readonly aliases?: Aliases;
  readonly corrections?: readonly Correction[];
}

export interface ReadLog {
  readonly log: ShopLog;
  /** Numbers of packs that could not be read. */
  readonly damaged: readonly number[];
}

/**
 * Everything a shop holds about its sales, read in one go: a million sales take well under a second. Rows that were corrected say what
 * they should, and clients who were merged count as one.
 */
export async function readLog(
  db: ShopDb,
  keep: (record: Pick<PackRecord, 'importId'>) => boolean = () => true,
  as: AsDecided = {},
): Promise<ReadLog> {
  const [packs, storedClients, storedNames, aliases, corrections, identities, forgotten] =
    await db.transaction('r', [db.packs, db.identities, db.clients, db.names, db.entries], () => {
      const decided = as.corrections ? Promise.resolve(as.corrections) : readCorrections(db);
      return Promise.all([
        db.packs.toArray(),
        db.clients.toArray(),
        db.names.toArray(),
        as.aliases ?? readAliases(db),
        decided,
        decided.then(({ length }) => (length === 0 ? [] : db.identities.toArray())),
        readForgotten(db),
      ]);
    });
  const clients = soundClients(storedClients);
  const names = soundNames(storedNames);
  const kept = packs.filter(keep);
  const { sales, damaged } = soundSales(kept);
  const list = readClients(clients.records.map((record) => (keep(record) ? record : placesAlone(record))));
  const sound = soundCorrections(corrections, list.keys.length);
  const { edits, setAside: unnamed } = correctInPlace(sales, kept, damaged, identities, sound);
  const places = placesOf(sales.client);
  const setAside = damaged.length + clients.setAside + names.setAside + unnamed;
  const whole = setAside === 0 && places <= list.keys.length;
  const named = new Set([...knownBy(clients.records.filter(keep)), ...correctedClients(edits)]);
  const known = [...named].filter((client) => !forgotten?.places.has(client));
  const lost = setAside + (setAside === 0 && !whole ? 1 : 0);
  const apart = whole ? list : withPlaces(list, places);
  return {
    log: {
      ...(lost > 0 && { setAside: lost }),
      ...(aliases.size > 0 && { same: { aliases, apart } }),
      ...(corrections.length > 0 && { edits }),
      ...(known.length > 0 && { known: joinedKnown(known, aliases) }),
      ...(forgotten && { forgotten }),
      sales: joinedSales(sales, aliases),
      clients: joinedClients(apart, aliases),
      products: readNames(names.records, 'product'),
      employees: readNames(names.records, 'employee'),
    },
    damaged,
  };
}

/** Packs whose form is right may still hold what no import writes; they are set aside too. */
function soundSales(packs: readonly PackRecord[]): UnpackedSales {
  const read = unpackSales(packs);
  if (isSound(read.sales)) return read;
  const sound: PackRecord[] = [];
  const damaged: number[] = [];
  for (const pack of packs) {
    const { sales } = unpackSales([pack]);
    if (sales.length === pack.rows && isSound(sales)) sound.push(pack);
    else damaged.push(pack.id);
  }
  return { sales: unpackSales(sound).sales, damaged };
}

/** Simple loops, one a column: a million sales are looked through in a few milliseconds. */
function isSound({ client, cents, day }: SaleColumns): boolean {
  let noNumber = 0;
  for (const sum of cents) noNumber += sum - sum;
  let least = 0;
  let most = 0;
  for (const date of day) {
    if (date < least) least = date;
    if (date > most) most = date;
  }
  return noNumber === 0 && least > -MOST_DAYS && most < MOST_DAYS && placesOf(client) <= MOST_CLIENTS;
}

/** How many clients the sales speak of: one more than the last; `NONE` plus one is 0. */
function placesOf(client: Uint32Array): number {
  let places = 0;
  for (const index of client) {
    const place = (index + 1) >>> 0;
    if (place > places) places = place;
  }
  return places;
}
