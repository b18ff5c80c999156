import { behind } from '../domain/identity/aliases';
import { clientOf, type Entry, type EntryKind, type NotebookChange } from '../domain/notebook/notebook';
import { decodeEntry } from './decodeEntries';
import { decodeAll, type DecodedRecords } from './decodeRecords';
import { storedOfKind } from './entriesOfKind';
import { Failure } from './failure';
import { keepKnown } from './knownEntries';
import { entryToStore, joinedEntry, readAliases } from './sameClients';
import { countSave } from './saves';
import type { ShopDb } from './shopDb';

/**
 * The entries of some kinds, or those of them that speak of one client; those that cannot be read are counted. What was written of a
 * merged client is the kept one's.
 */
export async function readEntries(
  db: ShopDb,
  kinds: readonly EntryKind[],
  client?: number,
): Promise<DecodedRecords<Entry>> {
  const aliases = await readAliases(db);
  const stored =
    client === undefined
      ? (await Promise.all(kinds.map((kind) => storedOfKind(db, kind)))).flat()
      : (
          await db.entries
            .where('client')
            .anyOf([...behind(aliases, client)])
            .toArray()
        ).filter(({ kind }) => kinds.includes(kind));
  const { records, setAside } = decodeAll(stored, decodeEntry);
  return { records: records.map((entry) => joinedEntry(entry, aliases)), setAside };
}

/**
 * Saves a change in one transaction: all of it or nothing. An entry that another window saved, or took out, since it was
 * read is not overwritten: the change fails with `busy-elsewhere`.
 */
export async function writeEntries(db: ShopDb, { put = [], remove = [] }: NotebookChange): Promise<void> {
  const entries = put.map(sound);
  const saves = await db.transaction('rw', db.entries, db.facts, async () => {
    const stored = await db.entries.bulkGet(
      [...entries.map(keyOf), ...remove.map(keyOf)].map((key) => [...key]),
    );
    entries.forEach(({ rev }, k) => expectRev(stored[k], rev - 1));
    remove.forEach(({ rev }, k) => expectRev(stored[entries.length + k], rev));
    const aliases = await readAliases(db);
    await db.entries.bulkPut(entries.map((entry, k) => entryToStore(entry, stored[k], aliases)));
    await db.entries.bulkDelete(remove.map((entry) => [...keyOf(entry)]));
    return countSave(db);
  });
  keepKnown(db, saves, entries, remove);
}

const keyOf = ({ kind, id }: Pick<Entry, 'kind' | 'id'>) => [kind, id] as const;

/** What could not be read back must not be written. */
function sound(entry: Entry): Entry {
  const decoded = decodeEntry(entry);
  if (!decoded) throw new Error(`an entry of kind ${entry.kind} that cannot be read back`);
  return decoded;
}

function expectRev(stored: Entry | undefined, rev: number): void {
  if ((stored?.rev ?? 0) !== rev) throw new Failure('busy-elsewhere', 'saved in another window');
}

/** The clients that entries speak of: they stay known when an import is undone. Part of a transaction. */
export async function clientsWrittenOf(db: ShopDb): Promise<number[]> {
  const clients: number[] = [];
  await db.entries.each((entry) => {
    const client = clientOf(entry);
    if (client !== null) clients.push(client);
    if (entry.kind === 'sameClient') clients.push(...entry.others);
    if (entry.kind === 'correction' && typeof entry.now?.client === 'number') clients.push(entry.now.client);
  });
  return clients;
}
