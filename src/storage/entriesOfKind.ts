import { Dexie } from 'dexie';
import type { Entry, EntryKind } from '../domain/notebook/notebook';
import type { ShopDb } from './shopDb';

/** The records of one kind as they are stored, by id: one range of the primary key is read in one go, not record by record. */
export const storedOfKind = (db: ShopDb, kind: EntryKind): Promise<Entry[]> =>
  db.entries.where('[kind+id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]).toArray();
