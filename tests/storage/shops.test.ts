import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MetaDb } from '../../src/storage/metaDb';
import { createShop, deleteShop, makeCurrent, openMeta, openShop } from '../../src/storage/shops';

let meta: MetaDb;

beforeEach(async () => {
  meta = await openMeta();
  for (const id of ['a', 'b', 'c']) await createShop(meta, { id, kind: 'own', at: 1 }, { name: id });
  await makeCurrent(meta, 'c');
});

afterEach(async () => {
  for (const { id } of await meta.shops.toArray()) await deleteShop(meta, id);
  meta.close();
});

const current = async () => (await meta.choices.get('currentShop'))?.value;
const shops = async () => (await meta.shops.toArray()).map(({ id }) => id);

test('a new shop does not push aside the open one', async () => {
  await createShop(meta, { id: 'd', kind: 'own', at: 1 }, { name: 'd' });
  expect(await shops()).toEqual(['a', 'b', 'c', 'd']);
  expect(await current()).toBe('c');
});

describe('deleting a shop', () => {
  test('another than the open one leaves the open one open', async () => {
    await deleteShop(meta, 'a');
    expect(await shops()).toEqual(['b', 'c']);
    expect(await current()).toBe('c');
  });

  test('the open one opens another of those that are left', async () => {
    await deleteShop(meta, 'c');
    expect(await current()).toBe('a');
  });

  test('the last one leaves none', async () => {
    for (const id of ['a', 'b', 'c']) await deleteShop(meta, id);
    expect(await shops()).toEqual([]);
    expect(await current()).toBeUndefined();
  });

  test('takes everything in it along', async () => {
    await deleteShop(meta, 'c');
    const again = await openShop('c');
    expect(await again.facts.count()).toBe(0);
    await again.delete();
  });
});

test('a shop that cannot be entered in the list leaves nothing behind', async () => {
  const before = (await indexedDB.databases()).length;
  meta.close();
  await expect(createShop(meta, { id: 'd', kind: 'own', at: 1 }, { name: 'd' })).rejects.toThrow();
  expect(await indexedDB.databases()).toHaveLength(before);
  meta = await openMeta();
  expect(await shops()).toEqual(['a', 'b', 'c']);
});
