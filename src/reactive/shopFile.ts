import { version } from '../../package.json';
import { shopFileName } from '../domain/shop/shopFileName';
import { failureOf } from '../storage/failure';
import type { ShopRecord } from '../storage/metaDb';
import type { Envelope } from '../storage/envelope';
import type { Session } from './session.svelte';
import { today } from './today';

/** A shop in one file, ready to be handed to its owner. */
export interface PreparedFile {
  readonly file: File;
  readonly envelope: Envelope;
}

/** A worker that has not answered by then is taken for broken; a million sales take a few seconds. */
const PATIENCE = 30_000;

/**
 * Puts a shop into a file. The worker does it; where it cannot, because it is broken or the data were written by a newer
 * version of the app, the page opens the database itself.
 */
export async function prepareShopFile(session: Session, shop: ShopRecord): Promise<PreparedFile> {
  const { blob, envelope } =
    session.condition === 'newer' ? await onThePage(shop) : await asked(session, shop);
  return { file: new File([blob], shopFileName(shop.name, today()), { type: blob.type }), envelope };
}

const asked = (session: Session, shop: ShopRecord) =>
  session
    .ask('shopFile', { shopId: shop.id }, { signal: AbortSignal.timeout(PATIENCE) })
    .catch((error: unknown) => {
      if (failureOf(error).code === 'shop-missing') throw error;
      return onThePage(shop);
    });

async function onThePage(shop: ShopRecord) {
  const { shopToFile } = await import('../storage/shopToFile');
  return shopToFile(shop, version, Date.now());
}
