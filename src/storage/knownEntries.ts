import { Dexie } from 'dexie';
import type { Entry, EntryKind } from '../domain/notebook/notebook';
import { decodeEntry } from './decodeEntries';
import type { ShopDb } from './shopDb';

/** Entries as they were last read, by kind and id. */
const known = new WeakMap<ShopDb, Map<EntryKind, Map<string, Entry>>>();

/**
 * The entries of some kinds, as `readEntries` has them, for who asks for thousands again and again: one that was not saved since the last
 * time is neither looked through again nor made anew. What cannot be read is left out.
 */
export async function readKnown(db: ShopDb, kinds: readonly EntryKind[]): Promise<readonly Entry[]> {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const stored = await db.entries
        .where('[kind+id]')
        .between([kind, Dexie.minKey], [kind, Dexie.maxKey])
        .toArray();
      return remembered(db, kind, stored);
    }),
  );
  return found.flat();
}

function remembered(db: ShopDb, kind: EntryKind, stored: readonly Entry[]): readonly Entry[] {
  const kinds = known.get(db) ?? new Map<EntryKind, Map<string, Entry>>();
  known.set(db, kinds);
  const before = kinds.get(kind);
  const now = new Map<string, Entry>();
  for (const record of stored) {
    const same = before?.get(record.id);
    const entry = same && isSame(same, record) ? same : decodeEntry(record);
    if (entry) now.set(entry.id, entry);
  }
  kinds.set(kind, now);
  return [...now.values()];
}

/** Every save raises the number; the times tell apart entries that were taken out and written anew. */
const isSame = (a: Entry, b: Entry): boolean =>
  a.rev === b.rev && a.changedAt === b.changedAt && a.madeAt === b.madeAt;
