import type { Draft } from '../../domain/intake/draft';
import { settingsUsed } from '../../domain/intake/settingsUsed';
import { decodeAll, decodeImport } from '../../storage/decodeRecords';
import { Failure } from '../../storage/failure';
import { makeCurrent } from '../../storage/shops';
import { logWithout, undoImport } from '../../storage/undo';
import type { JobContext } from '../dispatch';
import type { Input, Output } from '../protocol';
import { alreadyThere } from './alreadyThere';
import { figures } from './figures';
import { alone, announce, metaDb, shop } from './openShops';
import { marked } from './overlapWith';
import { discard, isLast, isSheet, keepLeftOut, reading } from './reading';
import { toRemember, type Looked } from './remembering';
import { sameFile } from './sameFile';
import { newShop, removeShop, save } from './saving';
import { basisOf, markShop } from './shopFigures';

/** Saves the file that was read last: all of it in one transaction, with the figures it leads to, or nothing. */
export async function commit(
  { shopId, settings, fingerprint, today, fileName, byHandToo }: Input<'commit'>,
  { signal, report }: JobContext<'commit'>,
): Promise<Output<'commit'>> {
  const { draft, name, looked } = reading();
  if (looked.survey.fingerprint !== fingerprint) throw new Failure('file-unreadable');
  const id = shopId ?? (await newShop('own', settings));
  try {
    const saved = await alone(id, () =>
      saveDraft(id, draft, fileName ?? name, looked, { today, byHandToo }, { signal, report }),
    );
    if (shopId === null) await makeCurrent(await metaDb(), id);
    keepLeftOut(draft);
    if (isLast(draft)) await discard();
    return { shopId: id, ...saved };
  } catch (error) {
    if (shopId === null) await removeShop(id).catch(() => undefined);
    throw error;
  }
}

async function saveDraft(
  shopId: string,
  draft: Draft,
  fileName: string,
  looked: Looked,
  { today, byHandToo }: Pick<Input<'commit'>, 'today' | 'byHandToo'>,
  { signal, report }: JobContext<'commit'>,
): Promise<Omit<Output<'commit'>, 'shopId'>> {
  const open = await shop(shopId);
  const { contentHash, summary, mapping, sales, layout } = draft;
  report({ rows: sales.length, share: 0.2 });
  const { marks, ...there } = await alreadyThere(open, draft, byHandToo);
  if (await sameFile(open, draft, there)) throw new Failure('same-file');
  signal.throwIfAborted();
  report({ rows: sales.length, share: 0.5 });
  const about = {
    fileName,
    contentHash,
    rows: summary.rows,
    leftOut: summary.leftOut,
    overlap: marked(marks),
    settings: settingsUsed({
      layout,
      mapping,
      isSheet: isSheet(looked.table),
      sheet: looked.oneOfSeveral ? looked.table.name : undefined,
      preset: looked.survey.preset,
    }),
  };
  const writing = () => report({ rows: sales.length, share: 0.9 });
  const remember = toRemember(looked, mapping, fileName);
  return save(open, draft, marks, today, signal, { ...about, remember, writing });
}

export const imports = async ({ shopId }: Input<'imports'>): Promise<Output<'imports'>> =>
  decodeAll(await (await shop(shopId)).db.imports.toArray(), decodeImport).records.reverse();

/** What the loss would be without one import; `null` when no sales would be left. */
export async function undoEffect({
  shopId,
  importId,
  today,
}: Input<'undoEffect'>): Promise<Output<'undoEffect'>> {
  const open = await shop(shopId);
  const basis = await basisOf(open, today);
  const without = figures(await logWithout(open.db, importId), { ...basis, imports: basis.imports - 1 });
  return without?.headline ?? null;
}

export async function undo({ shopId, importId, today }: Input<'undo'>): Promise<Output<'undo'>> {
  return alone(shopId, async () => {
    const open = await shop(shopId);
    const without = await logWithout(open.db, importId);
    const basis = await basisOf(open, today);
    const revision = basis.revision + 1;
    const results = figures(without, { ...basis, revision, imports: basis.imports - 1 });
    const log = await undoImport(open.db, importId, without, results, revision);
    open.forget();
    open.keep(results ? { log, results, revision } : { log, revision });
    await markShop(open, log.sales.length, Date.now());
    announce(shopId);
    return results?.headline ?? null;
  });
}
