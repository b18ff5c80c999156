import type { Draft } from '../../domain/intake/draft';
import { decodeAll, decodeImport } from '../../storage/decodeRecords';
import type { ImportRecord } from '../../storage/shopDb';
import type { AlreadyThere } from './alreadyThere';
import type { OpenShop } from './openShops';

/**
 * The earlier import of the very same file, where saving it again would count it twice or bring nothing. Not where all that it brought is
 * recognised and there is more: lines that were left out then, or that another import had brought which was undone since.
 */
export async function sameFile(
  open: OpenShop | undefined,
  { contentHash, sales }: Pick<Draft, 'contentHash' | 'sales'>,
  { overlap, byHand }: Pick<AlreadyThere, 'overlap' | 'byHand'>,
): Promise<ImportRecord | undefined> {
  const stored = await open?.db.imports.where('contentHash').equals(contentHash).toArray();
  const { records } = decodeAll(stored ?? [], decodeImport);
  const brought = records.reduce((rows, { added }) => rows + added, 0);
  const bringsMore = brought > 0 && overlap >= brought && overlap + byHand < sales.length;
  return bringsMore ? undefined : records[0];
}
