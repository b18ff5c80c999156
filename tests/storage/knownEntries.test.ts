import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/notebook/notebook';
import { readKnown } from '../../src/storage/knownEntries';
import type { MetaDb } from '../../src/storage/metaDb';
import { readEntries, writeEntries } from '../../src/storage/notebook';
import type { ShopDb } from '../../src/storage/shopDb';
import { createShop, deleteShop, openMeta, openShop } from '../../src/storage/shops';
import { again } from '../support/entries';
import { anEntry } from '../support/notebook';

let meta: MetaDb;
let db: ShopDb;
let otherWindow: ShopDb;

beforeEach(async () => {
  meta = await openMeta();
  await createShop(meta, { id: 'a', kind: 'own', at: 1 }, { name: 'Fleur' });
  db = await openShop('a');
  otherWindow = await openShop('a');
});

afterEach(async () => {
  db.close();
  otherWindow.close();
  for (const { id } of await meta.shops.toArray()) await deleteShop(meta, id);
  meta.close();
});

const plans = async (from = db) => (await readKnown(from, ['plan'])).plan;
const [one, two] = [anEntry('plan', { reason: 'price' }), anEntry('plan', { reason: 'moved' })];

describe('entries that are asked for again and again', () => {
  test('are those that are stored, after every kind of change', async () => {
    const stored = async () => (await readEntries(db, ['plan'])).records;
    expect(await plans()).toEqual([]);
    await writeEntries(db, { put: [two] });
    expect(await plans()).toEqual(await stored());
    await writeEntries(db, { put: [one] });
    expect(await plans()).toEqual([one, two]);
    expect(await plans()).toEqual(await stored());
    const changed = again(one, { reason: 'rudeness' });
    await writeEntries(db, { put: [changed], remove: [two] });
    expect(await plans()).toEqual([changed]);
    expect(await plans()).toEqual(await stored());
  });

  test('are the very same list as long as nothing of their kind changed, whatever else did', async () => {
    await writeEntries(db, { put: [one, two] });
    const first = await plans();
    await writeEntries(db, { put: [anEntry('event')] });
    expect(await plans()).toBe(first);
    await writeEntries(otherWindow, { put: [anEntry('event')] });
    expect(await plans()).toBe(first);
  });

  test('follow what another window saves, changes and takes out', async () => {
    await writeEntries(db, { put: [one] });
    const [before] = await plans();
    await writeEntries(otherWindow, { put: [two] });
    const both = await plans();
    expect(both).toEqual([one, two]);
    expect(both[0]).toBe(before);
    const changed = again(one, { reason: 'rudeness' });
    await writeEntries(otherWindow, { put: [changed] });
    expect(await plans()).toEqual([changed, two]);
    await writeEntries(otherWindow, { remove: [changed] });
    expect(await plans()).toEqual([two]);
    const anew = { ...one, reason: 'closed', madeAt: one.madeAt + 1 };
    await writeEntries(otherWindow, { put: [anew] });
    expect(await plans()).toEqual([anew, two]);
  });

  test('know nothing of a change that could not be saved', async () => {
    await writeEntries(db, { put: [one] });
    expect(await plans()).toEqual([one]);
    await expect(writeEntries(db, { put: [two, one] })).rejects.toMatchObject({ code: 'busy-elsewhere' });
    expect(await plans()).toEqual([one]);
    await writeEntries(db, { put: [two] });
    expect(await plans()).toEqual([one, two]);
  });

  test('leave out what cannot be read', async () => {
    await writeEntries(db, { put: [one] });
    await db.entries.put({ ...two, steps: 'many' } as unknown as Entry);
    expect(await plans(otherWindow)).toEqual([one]);
  });

  test('of another shop are others', async () => {
    await writeEntries(db, { put: [one] });
    await createShop(meta, { id: 'b', kind: 'own', at: 1 }, { name: 'Rosa' });
    const b = await openShop('b');
    expect(await plans(b)).toEqual([]);
    b.close();
  });
});
