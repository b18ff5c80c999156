import { Dexie, type Table } from 'dexie';
import { META_DB } from './schema';

/** A shop on this device. The example shop is one of its own kind, so that it never mixes with real data. */
export interface ShopRecord {
  readonly id: string;
  readonly kind: 'own' | 'example';
  readonly name: string;
  /** Milliseconds since 1970, the device's clock. */
  readonly createdAt: number;
  /** When its data were last saved to a file, and how many sales that file held; absent if never. */
  readonly savedAt?: number;
  readonly savedSales?: number;
  /** When somebody last wrote something about the shop or its clients; absent if never. */
  readonly changedAt?: number;
}

/** Choices of this device, not of a shop. */
export type ChoiceRecord =
  | { readonly key: 'schema'; readonly value: number }
  | { readonly key: 'currentShop'; readonly value: string }
  /** Shops whose database is half made or half removed: it goes at the next start. */
  | { readonly key: 'unfinished'; readonly value: readonly string[] };

/** The small database that knows which shops there are. */
export class MetaDb extends Dexie {
  declare readonly shops: Table<ShopRecord, string>;
  declare readonly choices: Table<ChoiceRecord, string>;

  constructor(options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    super(META_DB, { chromeTransactionDurability: 'strict', ...options });
    this.version(1).stores({ shops: 'id', choices: 'key' });
  }
}
