import type { Day } from '../../domain/kernel/day';
import { rowsByClient } from '../../domain/loss/byClient';
import { clientsMoved, lateRows } from '../../domain/loss/importNews';
import { importRefunds } from '../../domain/loss/importRefunds';
import { visitsByClient } from '../../domain/loss/visits';
import { readLog } from '../../storage/shopLog';
import { logWithout } from '../../storage/undo';
import type { Input, Output } from '../protocol';
import { figures } from './figures';
import { shop } from './openShops';
import { basisOf, figuresOrFail } from './shopFigures';

/** Worked out when somebody looks at it, so that saving an import costs nothing more. */
export async function importNews({
  shopId,
  importId,
  today,
}: Input<'importNews'>): Promise<Output<'importNews'>> {
  const open = await shop(shopId);
  const basis = await basisOf(open, today);
  const without = figures(await logWithout(open.db, importId), { ...basis, imports: basis.imports - 1 });
  if (!without) return null;
  const [now, log, { log: own }] = await Promise.all([
    figuresOrFail(open, today),
    open.log(),
    readLog(open.db, (pack) => pack.importId === importId),
  ]);
  const toldUpTo = without.headline.dataEnds as Day;
  const { asOf } = now.headline.report;
  const visits = visitsByClient(rowsByClient(log.sales, log.clients.keys.length, asOf));
  return {
    moved: clientsMoved(without.clients, now.clients),
    late: lateRows(own.sales, toldUpTo),
    refunds: importRefunds(own.sales, visits, toldUpTo),
    toldUpTo,
    lossWithout: without.headline.report.year.lostValue,
    lossWith: now.headline.report.year.lostValue,
  };
}
