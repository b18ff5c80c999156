import 'fake-indexeddb/auto';
import '../support/fileReader';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextNumbers, prepareImport, writeImport } from '../../src/storage/importWriter';
import type { MetaDb } from '../../src/storage/metaDb';
import { SCHEMA } from '../../src/storage/schema';
import { readLog } from '../../src/storage/shopLog';
import { fileToShop, openShopFile } from '../../src/storage/shopFile';
import { shopToFile } from '../../src/storage/shopToFile';
import { createShop, deleteShop, openMeta, openShop } from '../../src/storage/shops';
import type { ShopDb } from '../../src/storage/shopDb';
import { figuresOf } from '../support/figuresOf';
import { rowsOf, saveable, type Sale } from '../support/sales';

let meta: MetaDb;
let copies = 0;

const january: Sale[] = [
  { day: '2026-01-05', client: 'ann "the \\u005f" \\', amount: 12.5, product: '"__proto__": {' },
  { day: '2026-01-06', amount: 3, product: 'Card' },
];

async function save(db: ShopDb, rows: readonly Sale[]) {
  const draft = saveable(rows);
  const next = await nextNumbers(db);
  const prepared = prepareImport((await readLog(db)).log, draft, new Uint8Array(rows.length), next);
  const { added, clientsAdded, from, to, total } = prepared;
  const about = {
    fileName: 'a.csv',
    contentHash: `hash ${next.importId}`,
    at: 0,
    rows: 2,
    overlap: 0,
    leftOut: 0,
  };
  const record = { ...about, id: next.importId, added, clientsAdded, from, to, total };
  await writeImport(db, prepared, record, figuresOf(prepared.log));
}

beforeEach(async () => {
  meta = await openMeta();
  await createShop(meta, { id: 'a', kind: 'own', at: 1 }, { name: 'Fleur' });
  const db = await openShop('a');
  await save(db, january);
  db.close();
});

afterEach(async () => {
  for (const { id } of await meta.shops.toArray()) await deleteShop(meta, id);
  meta.close();
});

const shop = async () => (await meta.shops.get('a'))!;
const saved = async () => (await shopToFile(await shop(), '1.0', 0)).blob;
const opened = (file: Blob) => fileToShop(meta, file, `copy-${++copies}`, 5);
const databases = async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort();

/** The file with its contents changed and its checksum made to fit again, as somebody who means harm would. */
async function forged(change: (json: string) => string, head: Record<string, unknown> = {}): Promise<Blob> {
  const bytes = Buffer.from(await (await saved()).arrayBuffer());
  const end = bytes.indexOf(10);
  const packed = gzipSync(change(gunzipSync(bytes.subarray(end + 1)).toString('utf8')));
  const line = {
    ...(JSON.parse(bytes.subarray(0, end).toString('utf8')) as object),
    bytes: packed.length,
    sha256: createHash('sha256').update(packed).digest('hex'),
    ...head,
  };
  return new Blob([`${JSON.stringify(line)}\n`, packed]);
}

describe('a shop saved to a file', () => {
  test('comes back sale for sale, with every letter of its names', async () => {
    const copy = await opened(await saved());
    const db = await openShop(copy.id);
    const { log } = await readLog(db);
    db.close();
    expect(rowsOf(log.sales)).toEqual(rowsOf(saveable(january).sales));
    expect(log.clients.keys).toEqual([january[0]!.client]);
    expect(log.products).toEqual(['"__proto__": {', 'Card']);
    expect(copy.name).toBe('Fleur');
  });

  test('can be opened again however long its name is', async () => {
    const named = { ...(await shop()), name: '🌷"\\'.repeat(3000) };
    const { blob } = await shopToFile(named, '1.0', 0);
    expect((await openShopFile(blob)).envelope.sales).toBe(2);
  });

  test('holds what its first line says, even where another tab imports while it is written', async () => {
    const db = await openShop('a');
    const growing = (async () => {
      for (let i = 0; i < 3; i++) {
        await save(db, [{ day: '2026-02-01', client: `c${i}`, amount: i + 1 }]);
        await db.facts.put({ key: 'revision', value: i + 1 });
      }
    })();
    const file = await saved();
    await growing;
    db.close();
    await expect(opened(file)).resolves.toMatchObject({ name: 'Fleur' });
  });
});

describe('a file that is not whole leaves nothing behind', () => {
  test('wherever a byte was flipped or the end is missing', async () => {
    const bytes = new Uint8Array(await (await saved()).arrayBuffer());
    const before = await databases();
    const head = bytes.indexOf(10);
    for (let k = 0; k < 60; k++) {
      const inside = head + Math.floor((k * (bytes.length - 1 - head)) / 59);
      const flipped = bytes.slice();
      flipped[inside]! ^= 1 << (k % 8);
      const cut = bytes.slice(0, Math.floor((k * (bytes.length - 1)) / 59));
      for (const wrong of [flipped, cut])
        await expect(openShopFile(new Blob([wrong]))).rejects.toMatchObject({ name: 'Failure' });
    }
    expect(await databases()).toEqual(before);
  });

  test.each([
    ['more sales than it holds', { sales: 3 }],
    ['fewer', { sales: 1 }],
    ['more imports', { imports: 2 }],
    ['not a number', { sales: NaN }],
  ])('says %s', async (_, head) => {
    const before = await databases();
    await expect(opened(await forged((json) => json, head))).rejects.toMatchObject({ code: 'file-damaged' });
    expect(await databases()).toEqual(before);
    expect(await meta.shops.count()).toBe(1);
  });

  test('is of a newer version, whether it says so in front or only inside', async () => {
    await expect(opened(await forged((json) => json, { schema: SCHEMA + 1 }))).rejects.toMatchObject({
      code: 'file-newer',
    });
    const db = await openShop('a');
    await db.facts.put({ key: 'schema', value: SCHEMA + 1 });
    db.close();
    const newer = await forged((json) => json, { schema: SCHEMA });
    const before = await databases();
    await expect(opened(newer)).rejects.toMatchObject({ code: 'file-newer' });
    expect(await databases()).toEqual(before);
  });

  test.each([
    ['a key that reaches into how objects work', '"__proto__":{"polluted":1},"fileName":'],
    ['the same behind an escape', '"\\u005f_proto__":{"polluted":1},"fileName":'],
    ['a path to one', '"$types":{"__proto__.polluted":"date"},"fileName":'],
  ])('holds %s', async (_, planted) => {
    const file = await forged((json) => json.replace('"fileName":', planted));
    await expect(opened(file)).rejects.toMatchObject({ code: 'file-foreign' });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each([
    ['rows that are no rows', /"rows":2,"columns"/, '"rows":4000000000,"columns"'],
    ['text for columns', /"columns":"[^"]+"/, '"columns":"x"'],
    ['an import without a name', /"fileName":"a.csv"/, '"fileName":{"a":1}'],
    ['no table of sales', /"packs"/g, '"bags"'],
    ['half a file', /"tableName":"imports"[\s\S]*/, ''],
  ])('holds %s', async (_, pattern, replacement) => {
    const before = await databases();
    const file = await forged((json) => {
      expect(json).toMatch(pattern);
      return json.replace(pattern, replacement);
    });
    await expect(opened(file)).rejects.toMatchObject({ code: expect.stringMatching(/^file-/) as string });
    expect(await databases()).toEqual(before);
  });

  test('would fill the device when unpacked: it is given up long before', async () => {
    const bomb = await forged(() => `{"x":"${' '.repeat(200_000_000)}"}`);
    expect(bomb.size).toBeLessThan(1_000_000);
    const before = process.memoryUsage().arrayBuffers;
    await expect(openShopFile(bomb)).rejects.toMatchObject({ code: 'file-foreign' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000);
  });
});

test('a file whose figures were forged shows its own sales, not the forged sums', async () => {
  const file = await forged((json) => json.replace(/"turnover":\d+/, '"turnover":999999999'));
  const copy = await opened(file);
  const db = await openShop(copy.id);
  expect(await db.results.count()).toBe(0);
  db.close();
});

describe('what a killed browser left half done', () => {
  test('goes at the next start: a shop half made, and one half removed', async () => {
    const { beginShop, removeUnfinished } = await import('../../src/storage/shops');
    await beginShop(meta, 'half');
    const half = await openShop('half');
    await half.facts.put({ key: 'revision', value: 3 });
    half.close();
    await meta.shops.delete('a');
    await beginShop(meta, 'a');
    await removeUnfinished(meta, (_, work) => work());
    expect(await databases()).toEqual(['boomerang-meta']);
    expect((await meta.choices.get('unfinished'))?.value).toEqual([]);
  });

  test('stays while another tab is still at it, and a shop that is in the list is never touched', async () => {
    const { beginShop, removeUnfinished } = await import('../../src/storage/shops');
    await beginShop(meta, 'a');
    await removeUnfinished(meta, (_, work) => work());
    expect(await databases()).toContain('boomerang-shop-a');
    await beginShop(meta, 'half');
    const half = await openShop('half');
    half.close();
    await removeUnfinished(meta, () => Promise.reject(new Error('busy')));
    expect(await databases()).toContain('boomerang-shop-half');
    await removeUnfinished(meta, (_, work) => work());
  });
});
