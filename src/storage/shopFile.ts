import * as v from 'valibot';
import { Dexie } from 'dexie';
import { decodeEntry } from './decodeEntries';
import { decodeAll, decodeImport } from './decodeRecords';
import { Failure, failureOf } from './failure';
import { schemaOf } from './firstLook';
import { readLog } from './shopLog';
import { abandonShop, beginShop, enterShop, makeCurrent, openShop } from './shops';
import { MOST_BYTES, unpacked } from './unpacked';
import type { MetaDb, ShopRecord } from './metaDb';
import { SCHEMA, shopDbName } from './schema';
import { writeMarker } from './marker';
import { readSettings } from './settings';

/** First line of a shop's file: what is in it, readable without the app. The rest is the packed database. */
const envelope = v.object({
  boomerang: v.literal(1),
  app: v.string(),
  schema: v.number(),
  name: v.string(),
  kind: v.picklist(['own', 'example']),
  savedAt: v.string(),
  sales: v.number(),
  imports: v.number(),
  /** What people wrote; not in files of the first version. */
  entries: v.optional(v.number(), 0),
  bytes: v.number(),
  sha256: v.string(),
});

export type Envelope = v.InferOutput<typeof envelope>;

/** The first line must stay short enough to be found, however long a name is. */
const LONGEST_NAME = 200;

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What a database holds at this moment; the revision, and how often entries were saved, tell whether it is still the same later. */
async function contentsOf(db: Dexie) {
  const written = db.tables.filter(({ name }) => name === 'entries');
  const tables = [db.table('packs'), db.table('imports'), db.table('facts'), ...written];
  return db.transaction('r', tables, async () => {
    let sales = 0;
    await db.table('packs').each((pack: { rows: number }) => (sales += pack.rows));
    let saves = 0;
    await written[0]?.each((entry: { rev: number }) => (saves += entry.rev));
    const [imports, schema, revision, entries] = await Promise.all([
      db.table('imports').count(),
      db.table<{ value: unknown }>('facts').get('schema'),
      db.table<{ value: unknown }>('facts').get('revision'),
      written[0]?.count() ?? 0,
    ]);
    return {
      sales,
      imports,
      entries,
      saves,
      schema: Number(schema?.value ?? SCHEMA),
      revision: revision?.value,
    };
  });
}

const MOST_TRIES = 5;

/** The database packed, with counts that are its own: another tab may have imported or undone while it was being read. */
async function packedWithContents(db: Dexie, tries = MOST_TRIES) {
  const { exportDB } = await import('dexie-export-import');
  const before = await contentsOf(db);
  const exported = await exportDB(db, { numRowsPerChunk: 4 });
  const after = await contentsOf(db);
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    if (tries <= 1) throw new Failure('busy-elsewhere');
    return packedWithContents(db, tries - 1);
  }
  const gzip = exported.stream().pipeThrough(new CompressionStream('gzip'));
  return { bytes: await new Response(gzip).arrayBuffer(), contents: after };
}

/**
 * A shop as one file: everything in its database behind a line that says what it is and lets damage be noticed. Opens the
 * database as it is, whatever its version, so that older code can still save newer data.
 */
export async function shopToFile(
  shop: ShopRecord,
  appVersion: string,
  at: number,
): Promise<{ blob: Blob; envelope: Envelope }> {
  const db = new Dexie(shopDbName(shop.id));
  await db.open();
  try {
    const { bytes, contents } = await packedWithContents(db);
    const head: Envelope = {
      boomerang: 1,
      app: appVersion,
      schema: contents.schema,
      name: Array.from(shop.name).slice(0, LONGEST_NAME).join(''),
      kind: shop.kind,
      savedAt: new Date(at).toISOString(),
      sales: contents.sales,
      imports: contents.imports,
      entries: contents.entries,
      bytes: bytes.byteLength,
      sha256: hex(await crypto.subtle.digest('SHA-256', bytes)),
    };
    return {
      blob: new Blob([`${JSON.stringify(head)}\n`, bytes], { type: 'application/octet-stream' }),
      envelope: head,
    };
  } finally {
    db.close();
  }
}

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
