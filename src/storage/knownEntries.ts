import type { Aliases } from '../domain/identity/aliases';
import type { Entry, EntryKind, EntryOfKind } from '../domain/notebook/notebook';
import { decodeEntry } from './decodeEntries';
import { storedOfKind } from './entriesOfKind';
import { joinedEntry, readAliases } from './sameClients';
import { readSaves } from './saves';
import type { ShopDb } from './shopDb';

/** Entries by kind, in the order of their ids. A list in which nothing changed stays the same one. */
export type EntryLists<Kind extends EntryKind> = { readonly [One in Kind]: readonly EntryOfKind<One>[] };

interface Known {
  readonly saves: number;
  readonly aliases: Aliases;
  readonly lists: ReadonlyMap<EntryKind, readonly Entry[]>;
}

const known = new WeakMap<ShopDb, Known>();

/**
 * The entries of some kinds, for who asks for thousands again and again: they are read anew only after a save that this memory has not
 * seen, and an entry that stayed as it was is not looked through again. What cannot be read is left out.
 */
export async function readKnown<Kind extends EntryKind>(
  db: ShopDb,
  kinds: readonly Kind[],
): Promise<EntryLists<Kind>> {
  const { saves, aliases, stored } = await db.transaction('r', db.entries, db.facts, async () => {
    const number = await readSaves(db);
    const before = known.get(db);
    const same = before?.saves === number ? before.aliases : await readAliases(db);
    const missing = before?.saves === number ? kinds.filter((kind) => !before.lists.has(kind)) : kinds;
    const records = await Promise.all(missing.map((kind) => storedOfKind(db, kind)));
    return { saves: number, aliases: same, stored: missing.map((kind, k) => [kind, records[k]!] as const) };
  });
  const before = known.get(db);
  const lists = new Map(before?.saves === saves ? before.lists : []);
  const looked = before && isEqual(before.aliases, aliases) ? before.lists : undefined;
  for (const [kind, records] of stored) lists.set(kind, listOf(records, aliases, looked?.get(kind)));
  known.set(db, { saves, aliases, lists });
  return Object.fromEntries(
    kinds.map((kind) => [kind, lists.get(kind) ?? []]),
  ) as unknown as EntryLists<Kind>;
}

/** Takes over what was just saved on top of that many saves, so that it need not be read back. */
export function keepKnown(
  db: ShopDb,
  saves: number,
  put: readonly Entry[],
  remove: readonly Pick<Entry, 'kind' | 'id'>[],
): void {
  const before = known.get(db);
  if (before?.saves !== saves) return;
  const lists = new Map(before.lists);
  for (const kind of new Set([...put, ...remove].map((entry) => entry.kind))) {
    const list = lists.get(kind);
    if (!list) continue;
    const entries = new Map(list.map((entry) => [entry.id, entry]));
    for (const entry of remove) if (entry.kind === kind) entries.delete(entry.id);
    for (const entry of put) if (entry.kind === kind) entries.set(entry.id, entry);
    lists.set(
      kind,
      [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  }
  known.set(db, { saves: saves + 1, aliases: before.aliases, lists });
}

const isEqual = (a: Aliases, b: Aliases): boolean =>
  a.size === b.size && [...a].every(([client, kept]) => b.get(client) === kept);

function listOf(stored: readonly Entry[], aliases: Aliases, before: readonly Entry[] = []): readonly Entry[] {
  const ids = new Map(before.map((entry) => [entry.id, entry]));
  const list = stored.flatMap((record) => {
    const same = ids.get(record.id);
    if (same && isSame(same, record)) return same;
    const entry = decodeEntry(record);
    return entry ? joinedEntry(entry, aliases) : [];
  });
  return list.length === before.length && list.every((entry, k) => entry === before[k]) ? before : list;
}

/** Every save raises the number of an entry; the times tell apart those that were taken out and written anew. */
const isSame = (a: Entry, b: Entry): boolean =>
  a.rev === b.rev && a.changedAt === b.changedAt && a.madeAt === b.madeAt;
