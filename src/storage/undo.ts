import { NONE, type SaleColumns } from '../domain/sales/columns';
import type { ShopLog } from './importWriter';
import { readLog } from './shopLog';
import type { ClientsRecord, ShopDb } from './shopDb';
import type { Results } from './results';
import { writeResults } from './results';
import { Failure } from './failure';
import { expectRevision } from './revision';
import { clientsWrittenOf } from './notebook';
import { joinTexts, splitTexts } from './texts';

/** A key no file can bring: the place of a client who is gone. Places stay, so that other imports' numbers stay right. */
export const goneKey = (client: number) => `\u0001${client}`;

export const isGone = (key: string): boolean => key.startsWith('\u0001');

/** The log as it would be without one import, to show the effect before anything is undone. Not from damaged data. */
export async function logWithout(db: ShopDb, importId: number): Promise<ShopLog> {
  const { log } = await readLog(db, (pack) => pack.importId !== importId);
  if (log.setAside) throw new Failure('data-damaged');
  return log;
}

/**
 * Takes an import back, in one transaction together with the figures without it. Clients who stand in no other import
 * of whom nobody wrote anything are forgotten by name, also those whom an import undone before had brought; the others stay, with what
 * the remaining imports and cards say of them.
 */
export async function undoImport(
  db: ShopDb,
  importId: number,
  without: ShopLog,
  results: Results | undefined,
  revision: number,
): Promise<ShopLog> {
  const used = usedClients(without.sales);
  const tables = [
    db.packs,
    db.identities,
    db.clients,
    db.imports,
    db.results,
    db.cards,
    db.entries,
    db.facts,
  ];
  await db.transaction('rw', tables, async () => {
    await expectRevision(db, revision - 1);
    for (const client of without.known ?? []) used.add(client);
    for (const card of await db.cards.toArray()) used.add(card.client);
    for (const client of await clientsWrittenOf(db)) used.add(client);
    await db.packs.where('importId').equals(importId).delete();
    await db.identities.where('importId').equals(importId).delete();
    await db.imports.delete(importId);
    const left = new Set(await db.imports.toCollection().primaryKeys());
    const undone = (await db.clients.toArray()).filter((record) => !left.has(record.importId));
    await db.clients.bulkPut(undone.map((record) => onlyUsed(record, used)));
    await db.facts.put({ key: 'revision', value: revision });
    if (results) await writeResults(db, results);
    else await db.results.clear();
  });
  return (await readLog(db)).log;
}

function usedClients(sales: SaleColumns): Set<number> {
  const used = new Set<number>();
  for (let i = 0; i < sales.length; i++) if (sales.client[i] !== NONE) used.add(sales.client[i]!);
  return used;
}

function onlyUsed(
  { known: _, listed: __, ...record }: ClientsRecord,
  used: ReadonlySet<number>,
): ClientsRecord {
  const keys = record.keys === '' ? [] : record.keys.split('\u0000');
  const stays = keys.map((_, k) => used.has(record.first + k));
  const kept = (joined: string) =>
    joinTexts(
      splitTexts(joined, keys.length + record.changed.length)
        .slice(0, keys.length)
        .map((text, k) => (stays[k] ? text : '')),
    );
  return {
    ...record,
    keys: joinTexts(keys.map((key, k) => (stays[k] ? key : goneKey(record.first + k)))),
    names: kept(record.names),
    phones: kept(record.phones),
    emails: kept(record.emails),
    segments: kept(record.segments),
    changed: new Uint32Array(0),
  };
}
