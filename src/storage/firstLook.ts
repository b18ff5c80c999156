import type { Headline } from '../domain/loss/headline';
import { decodeHeadline } from './decodeHeadline';
import type { ShopRecord } from './metaDb';
import { META_DB, SCHEMA, shopDbName } from './schema';

/**
 * What the first screen needs, read without Dexie: its 30 kB are not worth waiting for. Reads only, creates nothing.
 * `newer` means that a later version of the app wrote these data: nothing may be asked of them but an export.
 */
export type FirstLook =
  | { readonly kind: 'empty' }
  | { readonly kind: 'newer'; readonly shop?: ShopRecord | undefined; readonly shops: readonly ShopRecord[] }
  | { readonly kind: 'no-storage' }
  | {
      readonly kind: 'shop';
      readonly shop: ShopRecord;
      readonly shops: readonly ShopRecord[];
      readonly settings: unknown;
      readonly headline: Headline | undefined;
    };

/** A record of the list of shops that can be read. */
export const isShopRecord = (stored: unknown): stored is ShopRecord => {
  if (typeof stored !== 'object' || stored === null) return false;
  const { id, kind, name } = stored as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && (kind === 'own' || kind === 'example') && typeof name === 'string';
};

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('request failed'));
  });

/** An existing database at whatever version it has; `undefined` where there is none: it is not created. */
async function openExisting(name: string): Promise<IDBDatabase | undefined> {
  if ('databases' in indexedDB) {
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === name)) return undefined;
  }
  const request = indexedDB.open(name);
  let created = false;
  request.onupgradeneeded = () => {
    created = true;
    request.transaction?.abort();
  };
  try {
    const database = await promised(request);
    database.onversionchange = () => database.close();
    return database;
  } catch (error) {
    if (created) return undefined;
    throw error;
  }
}

const read = async <T>(database: IDBDatabase, store: string, key: string): Promise<T | undefined> =>
  database.objectStoreNames.contains(store)
    ? ((await promised(database.transaction(store).objectStore(store).get(key))) as T | undefined)
    : undefined;

/** The schema number a database says it has; 0 where it says nothing. Asked before the first query (see `SCHEMA`). */
export async function schemaOf(databaseName: string, store: string): Promise<number> {
  const database = await openExisting(databaseName);
  if (!database) return 0;
  try {
    return (await read<{ value: number }>(database, store, 'schema'))?.value ?? 0;
  } finally {
    database.close();
  }
}

export async function firstLook(): Promise<FirstLook> {
  if (typeof indexedDB === 'undefined') return { kind: 'no-storage' };
  const meta = await openExisting(META_DB);
  if (!meta) return { kind: 'empty' };
  try {
    if (!meta.objectStoreNames.contains('shops')) return { kind: 'empty' };
    const stored = (await promised(meta.transaction('shops').objectStore('shops').getAll())) as unknown[];
    const shops = stored.filter(isShopRecord);
    const current = (await read<{ value: unknown }>(meta, 'choices', 'currentShop'))?.value;
    const shop = shops.find((candidate) => candidate.id === current) ?? shops[0];
    if (((await read<{ value: number }>(meta, 'choices', 'schema'))?.value ?? 0) > SCHEMA)
      return { kind: 'newer', shop, shops };
    return shop ? await lookIntoShop(shop, shops) : { kind: 'empty' };
  } finally {
    meta.close();
  }
}

async function lookIntoShop(shop: ShopRecord, shops: readonly ShopRecord[]): Promise<FirstLook> {
  const database = await openExisting(shopDbName(shop.id));
  if (!database) return { kind: 'shop', shop, shops, settings: undefined, headline: undefined };
  try {
    if (((await read<{ value: number }>(database, 'facts', 'schema'))?.value ?? 0) > SCHEMA)
      return { kind: 'newer', shop, shops };
    const [settings, results] = await Promise.all([
      read<{ value: unknown }>(database, 'facts', 'settings'),
      read<{ headline: unknown }>(database, 'results', 'headline'),
    ]);
    return {
      kind: 'shop',
      shop,
      shops,
      settings: settings?.value,
      headline: decodeHeadline(results?.headline),
    };
  } finally {
    database.close();
  }
}
