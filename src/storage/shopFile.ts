import * as v from 'valibot';
import { decodeEntry } from './decodeEntries';
import { decodeAll, decodeImport } from './decodeRecords';
import { envelope, type Envelope } from './envelope';
import { Failure, failureOf } from './failure';
import { schemaOf } from './firstLook';
import { readLog } from './shopLog';
import { abandonShop, beginShop, enterShop, makeCurrent, openShop } from './shops';
import { MOST_BYTES, unpacked } from './unpacked';
import type { MetaDb, ShopRecord } from './metaDb';
import { SCHEMA, shopDbName } from './schema';
import { hex } from './shopToFile';
import { writeMarker } from './marker';
import { readSettings } from './settings';

/** Reads and checks a shop's file to the last byte. Fails with `file-foreign`, `file-newer` or `file-damaged`; writes nothing. */
export async function openShopFile(file: Blob): Promise<{ envelope: Envelope; payload: Blob }> {
  if (file.size > MOST_BYTES) throw new Failure('file-foreign');
  const start = await file.slice(0, 4096).text();
  const end = start.indexOf('\n');
  if (!start.startsWith('{"boomerang"') || end < 0) throw new Failure('file-foreign');
  const head = v.safeParse(envelope, jsonOf(start.slice(0, end)));
  if (!head.success) throw new Failure('file-damaged');
  if (head.output.schema > SCHEMA) throw new Failure('file-newer');
  const headBytes = new TextEncoder().encode(start.slice(0, end + 1)).byteLength;
  const bytes = await file.slice(headBytes).arrayBuffer();
  const sound =
    bytes.byteLength === head.output.bytes &&
    hex(await crypto.subtle.digest('SHA-256', bytes)) === head.output.sha256;
  if (!sound) throw new Failure('file-damaged');
  return { envelope: head.output, payload: await unpacked(new Blob([bytes])) };
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * A shop's file as a new shop beside those that are there, complete or not at all: its rows are counted before it is
 * entered, and its database is deleted again where anything is missing.
 */
export async function fileToShop(meta: MetaDb, file: Blob, shopId: string, at: number): Promise<ShopRecord> {
  const { envelope: head, payload } = await openShopFile(file);
  await beginShop(meta, shopId);
  try {
    const name = await unpackInto(shopId, payload, head);
    const record: ShopRecord = { id: shopId, kind: head.kind, name, createdAt: at };
    await enterShop(meta, record);
    await makeCurrent(meta, shopId);
    await writeMarker({ shopId, name, kind: head.kind, sales: head.sales, imports: head.imports, at });
    return record;
  } catch (error) {
    await abandonShop(meta, shopId).catch(() => undefined);
    const { code } = failureOf(error);
    if (code === 'newer-database') throw new Failure('file-newer');
    if (code !== 'unexpected') throw error;
    throw new Failure('file-damaged', error instanceof Error ? error.message : String(error), error);
  }
}

/** Figures are computed again rather than believed, and what this version does not know is not taken over. */
async function unpackInto(shopId: string, payload: Blob, head: Envelope): Promise<string> {
  const { importInto, peakImportFile } = await import('dexie-export-import');
  const db = await openShop(shopId);
  try {
    const ours = new Set(db.tables.map((table) => table.name));
    const theirs = (await peakImportFile(payload)).data.tables.map((table) => table.name);
    const skipTables = theirs.filter((table) => !ours.has(table) || table === 'results');
    await importInto(db, payload, { acceptNameDiff: true, acceptVersionDiff: true, skipTables });
    if ((await schemaOf(shopDbName(shopId), 'facts')) > SCHEMA) throw new Failure('file-newer');
    const { log } = await readLog(db);
    const { records, setAside } = decodeAll(await db.imports.toArray(), decodeImport);
    const written = decodeAll(await db.entries.toArray(), decodeEntry);
    const whole = !log.setAside && setAside === 0 && written.setAside === 0;
    if (!whole || log.sales.length !== head.sales || records.length !== head.imports)
      throw new Failure('file-damaged', 'rows are missing');
    if (written.records.length !== head.entries) throw new Failure('file-damaged', 'entries are missing');
    await db.facts.put({ key: 'schema', value: SCHEMA });
    return (await readSettings(db)).name;
  } finally {
    db.close();
  }
}
