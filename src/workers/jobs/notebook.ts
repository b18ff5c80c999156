import { readEntries, writeEntries } from '../../storage/notebook';
import type { Input, Output } from '../protocol';
import { announce, metaDb, shop } from './openShops';

export const entries = async ({ shopId, kinds, client }: Input<'entries'>): Promise<Output<'entries'>> => {
  const { records, setAside } = await readEntries((await shop(shopId)).db, kinds, client);
  return { entries: records, setAside };
};

export async function saveEntries({ shopId, change }: Input<'saveEntries'>): Promise<null> {
  await writeEntries((await shop(shopId)).db, change);
  await touched(shopId);
  announce(shopId);
  return null;
}

/** Notes that the shop holds something that its last saved file does not. What is saved is saved, whether or not this works. */
export async function touched(shopId: string): Promise<void> {
  await metaDb()
    .then((meta) => meta.shops.update(shopId, { changedAt: Date.now() }))
    .catch(() => undefined);
}
