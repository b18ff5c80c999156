import type { ImportSettings } from '../../domain/intake/settingsUsed';
import { nextNumbers, prepareImport, writeImport, type Saveable } from '../../storage/importWriter';
import { expectRevision } from '../../storage/revision';
import type { ImportRecord, LayoutRecord, ShopDb } from '../../storage/shopDb';
import { createShop, deleteShop } from '../../storage/shops';
import type { Input, Output } from '../protocol';
import { alone, announce, close, metaDb, type OpenShop } from './openShops';
import { recoveredPlans } from './recoveredPlans';
import { basisOf, figuresOf, markShop } from './shopFigures';

interface About {
  readonly by?: 'hand' | 'list';
  readonly fileName: string;
  readonly contentHash: string;
  readonly rows: number;
  readonly leftOut: number;
  readonly overlap: number;
  readonly settings?: ImportSettings;
  readonly remember?: readonly Omit<LayoutRecord, 'at'>[];
  /** Part of the transaction. */
  readonly alongside?: (db: ShopDb) => Promise<unknown>;
  /** Told when stopping would come too late. */
  readonly writing?: () => void;
}

/** Lets messages in that came during a long computation, such as a wish to stop. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Prepares everything in memory first, so that the transaction only writes. After `signal` fires nothing is written. */
export async function save(
  open: OpenShop,
  saveable: Saveable,
  marks: Uint8Array,
  today: Input<'commit'>['today'],
  signal: AbortSignal | undefined,
  { remember, alongside, writing, ...about }: About,
): Promise<Omit<Output<'commit'>, 'shopId'>> {
  const next = await nextNumbers(open.db);
  const recoveredBefore = await recoveredPlans(open, today);
  const known = await open.log();
  const prepared = prepareImport(known, saveable, marks, next);
  const at = Date.now();
  const record: ImportRecord = {
    ...about,
    id: next.importId,
    at,
    added: prepared.added,
    clientsAdded: prepared.clientsAdded,
    from: prepared.from,
    to: prepared.to,
    total: prepared.total,
  };
  const basis = await basisOf(open, today);
  const revision = basis.revision + 1;
  const results = figuresOf(prepared.log, { ...basis, revision, imports: basis.imports + 1 });
  await breathe();
  signal?.throwIfAborted();
  writing?.();
  await writeImport(open.db, prepared, record, results, async (db) => {
    await expectRevision(db, basis.revision);
    await db.facts.put({ key: 'revision', value: revision });
    if (remember) await db.layouts.bulkPut(remember.map((layout) => ({ ...layout, at })));
    await alongside?.(db);
  });
  open.keep({ log: prepared.log, results, revision });
  await markShop(open, prepared.log.sales.length, at);
  announce(open.id);
  return { headline: results.headline, record, recoveredBefore };
}

/** A new shop with its own database, not yet the current one; its id. */
export async function newShop(
  kind: 'own' | 'example',
  settings: Input<'commit'>['settings'],
): Promise<string> {
  const id = crypto.randomUUID();
  const meta = await metaDb();
  await alone(id, () => createShop(meta, { id, kind, at: Date.now() }, settings));
  return id;
}

/** Removes a shop with everything in it. */
export async function removeShop(shopId: string): Promise<void> {
  await close();
  await deleteShop(await metaDb(), shopId);
}
