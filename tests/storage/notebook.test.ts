import 'fake-indexeddb/auto';
import '../support/fileReader';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { importInto } from 'dexie-export-import';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENTRY_KINDS, type Entry } from '../../src/domain/notebook/notebook';
import { decodeEntry } from '../../src/storage/decodeEntries';
import type { MetaDb } from '../../src/storage/metaDb';
import { readEntries, writeEntries } from '../../src/storage/notebook';
import { SCHEMA, shopDbName } from '../../src/storage/schema';
import type { ShopDb } from '../../src/storage/shopDb';
import { fileToShop } from '../../src/storage/shopFile';
import { shopToFile } from '../../src/storage/shopToFile';
import { readLog } from '../../src/storage/shopLog';
import { createShop, deleteShop, openMeta, openShop } from '../../src/storage/shops';
import { again, someEntries } from '../support/entries';

const all = Object.values(someEntries) as Entry[];
const byId = (entries: readonly Entry[]) => [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));

let meta: MetaDb;
let db: ShopDb;

beforeEach(async () => {
  meta = await openMeta();
  await createShop(meta, { id: 'a', kind: 'own', at: 1 }, { name: 'Fleur' });
  db = await openShop('a');
});

afterEach(async () => {
  db.close();
  for (const { id } of await meta.shops.toArray()) await deleteShop(meta, id);
  meta.close();
});

const stored = async () => byId((await readEntries(db, ENTRY_KINDS)).records);

describe('what people write', () => {
  test('comes back as it was, whatever its kind', async () => {
    expect(all.map(({ kind }) => kind).sort()).toEqual([...ENTRY_KINDS].sort());
    await writeEntries(db, { put: all });
    expect(await stored()).toEqual(byId(all));
  });

  test('can be asked for by kind, and by client', async () => {
    await writeEntries(db, { put: all });
    const events = await readEntries(db, ['event', 'cause']);
    expect(events.records.map(({ kind }) => kind).sort()).toEqual(['cause', 'event']);
    const ofClient = await readEntries(db, ['interview', 'statement', 'complaint'], 1);
    expect(ofClient.records.map(({ kind }) => kind).sort()).toEqual(['interview', 'statement']);
    expect((await readEntries(db, ENTRY_KINDS, 2)).records).toEqual([]);
  });

  test('is changed and taken out in one go', async () => {
    await writeEntries(db, { put: all });
    const { event, cause } = someEntries;
    await writeEntries(db, { put: [again(event, { text: 'Prices up 9 %' })], remove: [cause] });
    const left = await stored();
    expect(left).toHaveLength(all.length - 1);
    expect(left.find(({ kind }) => kind === 'event')).toMatchObject({ text: 'Prices up 9 %', rev: 2 });
  });

  test('is not overwritten by a window that did not see the last change, and nothing of such a change stays', async () => {
    const { event, cause } = someEntries;
    await writeEntries(db, { put: [event] });
    await writeEntries(db, { put: [again(event, { text: 'first' })] });
    const late = writeEntries(db, { put: [cause, again(event, { text: 'second' })] });
    await expect(late).rejects.toMatchObject({ code: 'busy-elsewhere' });
    await expect(writeEntries(db, { remove: [event] })).rejects.toMatchObject({ code: 'busy-elsewhere' });
    await expect(writeEntries(db, { put: [event] })).rejects.toMatchObject({ code: 'busy-elsewhere' });
    expect(await stored()).toEqual([again(event, { text: 'first' })]);
  });

  test('that could not be read back is not written', async () => {
    const endless = { ...someEntries.event, text: 'x'.repeat(5000) };
    await expect(writeEntries(db, { put: [someEntries.cause, endless] })).rejects.toThrow('event');
    expect(await stored()).toEqual([]);
  });

  test('and is damaged is set aside and counted', async () => {
    await writeEntries(db, { put: all });
    await db.entries.put({ ...someEntries.event, id: 'bad', day: 'tomorrow' } as unknown as Entry);
    const { records, setAside } = await readEntries(db, ENTRY_KINDS);
    expect(setAside).toBe(1);
    expect(byId(records)).toEqual(byId(all));
  });
});

describe('an entry from elsewhere', () => {
  test.each([
    ['nothing', null],
    ['a text', 'event'],
    ['an unknown kind', { ...someEntries.event, kind: 'plan' }],
    ['a kind that reaches into objects', { ...someEntries.event, kind: '__proto__' }],
    ['no number of saves', { ...someEntries.event, rev: 0 }],
    [
      'a rating of 6',
      { ...someEntries.response, answers: { ratings: { goods: 6 }, reasons: [], why: '', wish: '' } },
    ],
    ['a secret that is none', { ...someEntries.invitation, secret: 'abc' }],
  ])('with %s is refused', (_, entry) => {
    expect(decodeEntry(entry)).toBeUndefined();
  });

  test('opens a complaint that was written down before ratings were kept with it', () => {
    const { rating, ...before } = someEntries.complaint;
    expect(rating).toBeNull();
    expect(decodeEntry(before)).toEqual(someEntries.complaint);
    expect(decodeEntry({ ...before, rating: 6 })).toBeUndefined();
  });

  test('brings no keys that reach into objects, and nothing we do not know', () => {
    const forged: unknown = JSON.parse(
      JSON.stringify(someEntries.interview)
        .replace('"words":', '"__proto__":{"answer":{"kind":"seen"}},"words":')
        .replace('{', '{"strange":1,'),
    );
    const decoded = decodeEntry(forged);
    expect(decoded).toEqual(someEntries.interview);
    expect(Object.keys((decoded as typeof someEntries.interview).answers)).toEqual(['words']);
  });
});

describe('a saved file', () => {
  test('holds what people wrote, and brings it back', async () => {
    await writeEntries(db, { put: all });
    db.close();
    const { blob, envelope } = await shopToFile((await meta.shops.get('a'))!, '1.0', 0);
    expect(envelope.entries).toBe(all.length);
    const copy = await fileToShop(meta, blob, 'copy', 5);
    db = await openShop(copy.id);
    expect(await stored()).toEqual(byId(all));
  });
});

describe('data of the first version', () => {
  const file = readFileSync('tests/fixtures/storage/schema-1.boomerang');
  const clientNames = async (shop: ShopDb) => (await readLog(shop)).log.clients.names;

  test('come back from a file, and can be written to', async () => {
    const shop = await fileToShop(meta, new Blob([file]), 'old', 5);
    const old = await openShop(shop.id);
    expect((await readLog(old)).log.sales.length).toBe(4);
    expect(await old.facts.get('schema')).toEqual({ key: 'schema', value: SCHEMA });
    await writeEntries(old, { put: all });
    expect((await readEntries(old, ENTRY_KINDS)).records).toHaveLength(all.length);
    old.close();
  });

  test('are brought up to date where they stand, with everything in them', async () => {
    const old = new Dexie(shopDbName('stood'));
    old.version(1).stores({
      packs: 'id, importId',
      identities: 'packId, importId',
      names: 'id, importId',
      clients: 'id, importId',
      imports: 'id, contentHash',
      cards: 'client',
      results: 'id',
      layouts: 'fingerprint',
      facts: 'key',
    });
    const payload = gunzipSync(file.subarray(file.indexOf('\n') + 1));
    await importInto(old, new Blob([new Uint8Array(payload)]), { acceptNameDiff: true });
    expect(await old.table('facts').get('schema')).toEqual({ key: 'schema', value: 1 });
    old.close();

    const now = await openShop('stood');
    expect(await now.facts.get('schema')).toEqual({ key: 'schema', value: SCHEMA });
    expect((await readLog(now)).log.sales.length).toBe(4);
    expect(await clientNames(now)).toEqual(['ANN', 'BOB']);
    expect(await now.cards.get(0)).toMatchObject({ name: 'Ann Berg', note: 'likes tulips' });
    await writeEntries(now, { put: all });
    now.close();
    await Dexie.delete(shopDbName('stood'));
  });
});
