import { Dexie } from 'dexie';
import { defaultSettings, type ShopSettings } from '../domain/shop/settings';
import { Failure, failureOf } from './failure';
import { schemaOf } from './firstLook';
import { removeMarker, writeMarker } from './marker';
import { MetaDb, type ShopRecord } from './metaDb';
import { META_DB, SCHEMA, shopDbName } from './schema';
import { ShopDb } from './shopDb';

/** The database of shops, refused where a newer version of the app wrote it. */
export async function openMeta(): Promise<MetaDb> {
  if ((await schemaOf(META_DB, 'choices')) > SCHEMA) throw new Failure('newer-database');
  const meta = new MetaDb();
  await meta.open();
  return meta;
}

/** A shop's database. Older code must never write into newer data, and Dexie would let it: so the number is asked first. */
export async function openShop(shopId: string): Promise<ShopDb> {
  if ((await schemaOf(shopDbName(shopId), 'facts')) > SCHEMA) throw new Failure('newer-database');
  const db = new ShopDb(shopId);
  await db.open();
  return db;
}

/** A new, empty shop with its own database, not yet the current one: that it becomes when it holds sales. When it cannot be made, as with a full disk, nothing of it stays. */
export async function createShop(
  meta: MetaDb,
  shop: { readonly id: string; readonly kind: ShopRecord['kind']; readonly at: number },
  settings: Partial<ShopSettings>,
): Promise<ShopRecord> {
  const complete = { ...defaultSettings, ...settings };
  const record: ShopRecord = { id: shop.id, kind: shop.kind, name: complete.name, createdAt: shop.at };
  await beginShop(meta, shop.id);
  try {
    await writeFirstFacts(shop.id, complete);
    await enterShop(meta, record);
  } catch (error) {
    await abandonShop(meta, shop.id).catch(() => undefined);
    throw error;
  }
  await writeMarker({
    shopId: shop.id,
    name: complete.name,
    kind: shop.kind,
    sales: 0,
    imports: 0,
    at: shop.at,
  });
  return record;
}

async function writeFirstFacts(shopId: string, settings: ShopSettings): Promise<void> {
  const db = await openShop(shopId);
  try {
    await db.transaction('rw', db.facts, () =>
      db.facts.bulkPut([
        { key: 'schema', value: SCHEMA },
        { key: 'settings', value: settings },
        { key: 'revision', value: 0 },
      ]),
    );
  } finally {
    db.close();
  }
}

/** Enters a shop whose database exists into the list of this device. */
export const enterShop = (meta: MetaDb, record: ShopRecord) =>
  meta.transaction('rw', meta.shops, meta.choices, async () => {
    await meta.choices.put({ key: 'schema', value: SCHEMA });
    await meta.shops.put(record);
    await changeUnfinished(meta, (ids) => ids.filter((id) => id !== record.id));
  });

/** The shop that opens at the next start. */
export async function makeCurrent(meta: MetaDb, shopId: string): Promise<void> {
  if (!(await meta.shops.get(shopId))) throw new Failure('shop-missing');
  await meta.choices.put({ key: 'currentShop', value: shopId });
}

/**
 * Removes a shop and everything in it, for good. Where it was the current one, another takes its place, if there is any. A
 * full disk refuses even the note that a shop is gone until its data have made room: then it is written afterwards.
 */
export async function deleteShop(meta: MetaDb, shopId: string): Promise<void> {
  const first = await strikeOut(meta, shopId).catch(failureOf);
  if (first && first.code !== 'disk-full') throw first;
  await removeMarker(shopId);
  await Dexie.delete(shopDbName(shopId));
  if (first) await strikeOut(meta, shopId);
  await finished(meta, shopId);
}

const strikeOut = (meta: MetaDb, shopId: string): Promise<undefined> =>
  meta.transaction('rw', meta.shops, meta.choices, async () => {
    await meta.shops.delete(shopId);
    await changeUnfinished(meta, (ids) => [...ids, shopId]);
    const current = await meta.choices.get('currentShop');
    if (current && current.value !== shopId) return undefined;
    const next = await meta.shops.toCollection().first();
    if (next) await meta.choices.put({ key: 'currentShop', value: next.id });
    else await meta.choices.delete('currentShop');
    return undefined;
  });

async function readUnfinished(meta: MetaDb): Promise<string[]> {
  const choice = await meta.choices.get('unfinished');
  const ids: unknown = choice?.value;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}

/** Part of a transaction over the device's choices. */
async function changeUnfinished(meta: MetaDb, change: (ids: string[]) => string[]): Promise<void> {
  await meta.choices.put({ key: 'unfinished', value: change(await readUnfinished(meta)) });
}

/** Notes that a shop is being made: whatever stops it before it is entered, its database does not stay behind unseen. */
export const beginShop = (meta: MetaDb, shopId: string): Promise<void> =>
  meta.transaction('rw', meta.choices, async () => {
    await changeUnfinished(meta, (ids) => [...ids, shopId]);
  });

/** Removes the database and the marker of a shop that is in no list. */
export async function abandonShop(meta: MetaDb, shopId: string): Promise<void> {
  await removeMarker(shopId);
  await Dexie.delete(shopDbName(shopId));
  await finished(meta, shopId);
}

/** What cannot be noted for want of room is looked at again at the next start, and then there is nothing left to do. */
const finished = (meta: MetaDb, shopId: string): Promise<void> =>
  meta
    .transaction('rw', meta.choices, async () => {
      await changeUnfinished(meta, (ids) => ids.filter((id) => id !== shopId));
    })
    .catch(() => undefined);

/** Removes what a killed browser left half made or half removed; `alone` runs each unless another tab is at it. */
export async function removeUnfinished(
  meta: MetaDb,
  alone: (shopId: string, work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  for (const shopId of await readUnfinished(meta)) {
    await alone(shopId, async () => {
      const entered = await meta.shops.get(shopId);
      if (!entered && (await readUnfinished(meta)).includes(shopId)) await abandonShop(meta, shopId);
    }).catch(() => undefined);
  }
}
