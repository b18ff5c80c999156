import { overlap } from '../../domain/intake/overlap';
import { decodeAll, decodeIdentity } from '../../storage/decodeRecords';
import type { Saveable } from '../../storage/importWriter';
import type { OpenShop } from './openShops';

/** Marks 1 for each row that an earlier import of the shop already brought; a new shop has none. */
export async function overlapWith(
  open: OpenShop | undefined,
  { identity, sales }: Saveable,
): Promise<Uint8Array> {
  const stored = open ? decodeAll(await open.db.identities.toArray(), decodeIdentity).records : [];
  return stored.length === 0
    ? new Uint8Array(sales.length)
    : overlap(
        stored.map((record) => record.words),
        identity,
      );
}

/** How many rows are marked. */
export const marked = (marks: Uint8Array): number => marks.reduce((total, mark) => total + mark, 0);
