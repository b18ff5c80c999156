/** Version of what we store, raised with every change that older code would misread. Checked before the first query. */
export const SCHEMA = 2;

export const META_DB = 'boomerang-meta';

const SHOP_PREFIX = 'boomerang-shop-';

export const shopDbName = (shopId: string): string => `${SHOP_PREFIX}${shopId}`;

/** Rows a pack holds at most: about 0.9 MB, written and read in a few milliseconds. */
export const PACK_ROWS = 65_536;

/** Held while anything of a shop is being written, by whichever tab or worker does it. */
export const writeLock = (shopId: string): string => `boomerang-write-${shopId}`;

/** Held by a tab's worker as long as it lives. */
export const lifeLock = (tab: string): string => `boomerang-life-${tab}`;

/** Tells the other tabs that a shop changed. */
export const CHANGES_CHANNEL = 'boomerang-changes';
