import { CHANGES_CHANNEL, writeLock } from '../../storage/schema';
import { Failure } from '../../storage/failure';
import type { MetaDb } from '../../storage/metaDb';
import type { ClientList } from '../../storage/clientList';
import { readClients, soundClients } from '../../storage/clientList';
import type { ShopLog } from '../../storage/importWriter';
import { readResults, type Results } from '../../storage/results';
import type { ShopDb } from '../../storage/shopDb';
import { readRevision } from '../../storage/revision';
import { joinedClients, readAliases } from '../../storage/sameClients';
import { readLog } from '../../storage/shopLog';
import { openMeta, openShop } from '../../storage/shops';

/** A shop that is open in this worker. Its parts are read when first asked for, and kept warm until another tab changes them. */
export interface OpenShop {
  readonly id: string;
  readonly db: ShopDb;
  log(): Promise<ShopLog>;
  /** Names and contacts alone: there before the sales are. */
  clients(): Promise<ClientList>;
  /** The kept figures, or those computed last. */
  results(): Promise<Results | undefined>;
  /** Takes over what was just written, so that it need not be read back, with the revision it was written as. */
  keep(parts: { log?: ShopLog; results?: Results; revision?: number }): void;
  /** Forgets everything in memory. */
  forget(): void;
}

let meta: Promise<MetaDb> | undefined;
let current: Promise<OpenShop> | undefined;
let currentId = '';

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANGES_CHANNEL) : undefined;
channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isChange(event.data) && event.data.shopId === currentId) void current?.then((shop) => shop.forget());
});

const isChange = (value: unknown): value is { shopId: string } =>
  typeof value === 'object' && value !== null && 'shopId' in value;

/** Tells the other tabs that a shop's data changed. The worker bears the name of its tab, so that this tab knows its own. */
export const announce = (shopId: string): void => {
  channel?.postMessage({ shopId, tab: (globalThis as { name?: string }).name });
};

export function metaDb(): Promise<MetaDb> {
  meta ??= openMeta().catch((error: unknown) => {
    meta = undefined;
    throw error;
  });
  return meta;
}

/** The shop with this id, opened once. Only one shop is open at a time: its columns may take a hundred megabytes. */
export function shop(shopId: string): Promise<OpenShop> {
  if (current && currentId === shopId) return current;
  void close();
  currentId = shopId;
  const opening = open(shopId).catch((error: unknown) => {
    if (current === opening) current = undefined;
    throw error;
  });
  current = opening;
  return opening;
}

export async function close(): Promise<void> {
  const closing = current;
  current = undefined;
  currentId = '';
  const closed = await closing?.catch(() => undefined);
  closed?.db.close();
}

/** A shop that another tab deleted must not come back as an empty one, nor one that a newer version changes be written to. */
function letGo(shopId: string, db: ShopDb): void {
  db.on('versionchange', () => {
    if (currentId === shopId) current = undefined;
    db.close();
    return false;
  });
}

async function open(shopId: string): Promise<OpenShop> {
  if (!(await (await metaDb()).shops.get(shopId))) throw new Failure('shop-missing');
  const db = await openShop(shopId);
  letGo(shopId, db);
  let inMemory: number | undefined;
  let log: Promise<ShopLog> | undefined;
  let clients: Promise<ClientList> | undefined;
  let results: Promise<Results | undefined> | undefined;
  const forget = () => {
    log = undefined;
    clients = undefined;
    results = undefined;
  };
  /** Word from another tab may be late; the number that every change raises is not. */
  const refresh = async () => {
    const stored = await readRevision(db);
    if (inMemory !== stored) forget();
    inMemory = stored;
  };
  const readNow = async () => (await readLog(db)).log;
  const readNames = async () => {
    const [stored, aliases] = await Promise.all([db.clients.toArray(), readAliases(db)]);
    return joinedClients(readClients(soundClients(stored).records), aliases);
  };
  return {
    id: shopId,
    db,
    async log() {
      await refresh();
      return (log ??= readNow());
    },
    async clients() {
      await refresh();
      return (clients ??= log ? log.then((read) => read.clients) : readNames());
    },
    async results() {
      await refresh();
      return (results ??= readResults(db));
    },
    keep(parts) {
      if (parts.revision !== undefined) inMemory = parts.revision;
      if (parts.log) {
        log = Promise.resolve(parts.log);
        clients = Promise.resolve(parts.log.clients);
      }
      if (parts.results) results = Promise.resolve(parts.results);
    },
    forget,
  };
}

/** Runs a write while holding the shop's lock; a second tab that is writing is a reason to stop, not to wait. */
export function alone<T>(shopId: string, write: () => Promise<T>): Promise<T> {
  const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
  if (!locks) return write();
  return locks.request(writeLock(shopId), { ifAvailable: true }, (lock) => {
    if (!lock) throw new Failure('busy-elsewhere');
    return write();
  });
}
