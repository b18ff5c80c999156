import { Dexie } from 'dexie';
import { Failure } from './failure';
import type { ShopRecord } from './metaDb';
import { SCHEMA, shopDbName } from './schema';
import type { Envelope } from './envelope';

/** The first line must stay short enough to be found, however long a name is. */
const LONGEST_NAME = 200;

export const hex = (bytes: ArrayBuffer) =>
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
