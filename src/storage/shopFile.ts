import * as v from 'valibot';
import { Dexie } from 'dexie';
import { Failure } from './failure';
import { enterShop, makeCurrent, openShop } from './shops';
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
  bytes: v.number(),
  sha256: v.string(),
});

export type Envelope = v.InferOutput<typeof envelope>;

/** A file larger than this, packed or not, is not one of ours. */
const MOST_BYTES = 1_000_000_000;

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const through = (blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Blob> =>
  new Response(blob.stream().pipeThrough(stream)).blob();

/**
 * A shop as one file: everything in its database behind a line that says what it is and lets damage be noticed. Opens the
 * database as it is, whatever its version, so that older code can still save newer data.
 */
export async function shopToFile(
  shop: ShopRecord,
  appVersion: string,
  at: number,
): Promise<{ blob: Blob; envelope: Envelope }> {
  const { exportDB } = await import('dexie-export-import');
  const db = new Dexie(shopDbName(shop.id));
  await db.open();
  try {
    const rowsOfPacks: number[] = [];
    await db.table('packs').each((pack: { rows: number }) => rowsOfPacks.push(pack.rows));
    const schema = (await db.table('facts').get('schema')) as { value: number } | undefined;
    const packed = await through(await exportDB(db, { numRowsPerChunk: 4 }), new CompressionStream('gzip'));
    const bytes = await packed.arrayBuffer();
    const head: Envelope = {
      boomerang: 1,
      app: appVersion,
      schema: schema?.value ?? SCHEMA,
      name: shop.name,
      kind: shop.kind,
      savedAt: new Date(at).toISOString(),
      sales: rowsOfPacks.reduce((sum, rows) => sum + rows, 0),
      imports: await db.table('imports').count(),
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
  const payload = await through(new Blob([bytes]), new DecompressionStream('gzip')).catch(
    (cause: unknown) => {
      throw new Failure('file-damaged', 'cannot be unpacked', cause);
    },
  );
  if (payload.size > MOST_BYTES || /"(?:__proto__|constructor|prototype)"\s*:/.test(await payload.text()))
    throw new Failure('file-foreign');
  return { envelope: head.output, payload };
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
  const { importDB } = await import('dexie-export-import');
  try {
    (await importDB(payload, { name: shopDbName(shopId) })).close();
    const db = await openShop(shopId);
    let sales = 0;
    await db.packs.each((pack) => (sales += pack.rows));
    const imports = await db.imports.count();
    const { name } = await readSettings(db);
    db.close();
    if (sales !== head.sales || imports !== head.imports)
      throw new Failure('file-damaged', 'rows are missing');
    const record: ShopRecord = { id: shopId, kind: head.kind, name, createdAt: at };
    await enterShop(meta, record);
    await makeCurrent(meta, shopId);
    await writeMarker({ shopId, name, kind: head.kind, sales, imports, at });
    return record;
  } catch (error) {
    await Dexie.delete(shopDbName(shopId)).catch(() => undefined);
    if (error instanceof Failure) throw error;
    throw new Failure('file-damaged', error instanceof Error ? error.message : String(error), error);
  }
}
