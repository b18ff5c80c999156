import { readClients } from './clientList';
import type { ShopLog } from './importWriter';
import { readNames } from './nameList';
import { unpackSales } from './salesPacks';
import type { ShopDb } from './shopDb';

export interface ReadLog {
  readonly log: ShopLog;
  /** Numbers of packs that could not be read. */
  readonly damaged: readonly number[];
}

/** Everything a shop holds about its sales, read in one go: a million sales take well under a second. */
export async function readLog(db: ShopDb): Promise<ReadLog> {
  const [packs, clients, names] = await db.transaction('r', db.packs, db.clients, db.names, () =>
    Promise.all([db.packs.toArray(), db.clients.toArray(), db.names.toArray()]),
  );
  const { sales, damaged } = unpackSales(packs);
  return {
    log: {
      sales,
      clients: readClients(clients),
      products: readNames(names, 'product'),
      employees: readNames(names, 'employee'),
    },
    damaged,
  };
}
