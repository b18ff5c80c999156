import { handTwins } from '../../domain/byHand/handTwins';
import { NO_ALIASES, standsFor } from '../../domain/identity/aliases';
import { foldedName } from '../../domain/intake/values/cleanText';
import { NONE } from '../../domain/sales/columns';
import { decodeAll, decodeImport } from '../../storage/decodeRecords';
import type { Saveable, ShopLog } from '../../storage/importWriter';
import { renumbered } from '../../storage/nameList';
import { readLog } from '../../storage/shopLog';
import type { OpenShop } from './openShops';
import { marked, overlapWith } from './overlapWith';

export interface AlreadyThere {
  /** 1 for each row that is not to be added. */
  readonly marks: Uint8Array;
  /** Rows that an earlier import brought, and rows that tell of sales written down by hand. */
  readonly overlap: number;
  readonly byHand: number;
}

/** What of a file the shop has already. Sales that were written down by hand count once, unless `byHandToo`. */
export async function alreadyThere(
  open: OpenShop | undefined,
  draft: Saveable,
  byHandToo = false,
): Promise<AlreadyThere> {
  const marks = await overlapWith(open, draft);
  const overlap = marked(marks);
  const hand = open && !byHandToo ? await writtenByHand(open) : undefined;
  if (!hand) return { marks, overlap, byHand: 0 };
  const client = renumbered(draft.sales.client, placesIn(hand, draft));
  const twins = handTwins(hand.sales, { ...draft.sales, client }, marks);
  return { marks: marks.map((mark, row) => mark | twins[row]!), overlap, byHand: marked(twins) };
}

/** The sales that were written down by hand; nothing is read where there are none. */
async function writtenByHand({ db }: OpenShop): Promise<ShopLog | undefined> {
  const { records } = decodeAll(await db.imports.toArray(), decodeImport);
  const ids = new Set(records.flatMap(({ by, added, id }) => (by === 'hand' && added > 0 ? [id] : [])));
  if (ids.size === 0) return undefined;
  return (await readLog(db, ({ importId }) => ids.has(importId))).log;
}

/** For each client of the draft the place in the shop: by the key, else by the name of somebody who was written down; else nobody's. */
function placesIn({ sales, clients, same }: ShopLog, { clients: incoming }: Saveable): Uint32Array {
  const aliases = same?.aliases ?? NO_ALIASES;
  const byKey = new Map(clients.keys.map((key, client) => [key, client]));
  const byName = new Map<string, number>();
  for (const client of new Set(sales.client)) {
    const name = foldedName(clients.names[client] ?? '');
    if (name !== '') byName.set(name, byName.has(name) ? NONE : client);
  }
  return Uint32Array.from(incoming.keys, (key, k) => {
    const client = byKey.get(key);
    return client === undefined
      ? (byName.get(foldedName(incoming.names[k] ?? '')) ?? NONE)
      : standsFor(aliases, client);
  });
}
