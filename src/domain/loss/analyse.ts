import { addDays, type Day } from '../kernel/day';
import type { LossColumns } from '../sales/columns';
import { absences } from './absences';
import { rowsByClient, type ClientRows } from './byClient';
import type { ClientFigures } from './clientFigures';
import { figuresByClient } from './figuresByClient';
import type { LossReport } from './lossReport';
import { lostRatio } from './lostRatio';
import { lossByMonth } from './months';
import type { Rules } from './rules';
import { totals } from './totals';
import { walkShop, type Walk } from './walk';

/** A shop walked once: what the report, and the lost ratio of any other period, are read from. */
export interface Walked {
  readonly rows: Omit<ClientRows, 'day' | 'cents'>;
  readonly walk: Walk;
  readonly figures: ClientFigures;
}

/**
 * Every figure of the shop at one as-of date (rules.md 3.1-3.6); rows after it are ignored, clients are numbered below `clientCount`.
 * Those of `known` without a row count as potential.
 */
export const analyse = (
  sales: LossColumns,
  clientCount: number,
  rules: Rules,
  asOf: Day,
  known: readonly number[] = [],
): LossReport => report(walked(sales, clientCount, rules, asOf, known));

/** The shop's clients with their visits walked and their figures, kept for further questions. */
export function walked(
  sales: LossColumns,
  clientCount: number,
  rules: Rules,
  asOf: Day,
  known: readonly number[] = [],
): Walked {
  const rows = rowsByClient(sales, clientCount, asOf);
  const walk = walkShop(rows, rules, asOf);
  return { rows, walk, figures: figuresByClient(walk, rows.start, knownUpTo(sales, known, asOf)) };
}

/** Clients known without a sale; one whose first row lies after the as-of date does not exist yet (rules.md 3.1). */
function knownUpTo({ length, day, client }: LossColumns, known: readonly number[], asOf: Day): Set<number> {
  const there = new Set(known);
  if (there.size === 0) return there;
  for (let row = 0; row < length; row++) if (day[row]! > asOf) there.delete(client[row]!);
  return there;
}

/** The report of a walked shop; its `year` is the 12 months up to the as-of date, or the whole log where that is shorter. */
export function report({ rows, walk, figures }: Walked): LossReport {
  const { asOf, logStart } = walk;
  const sums = totals(figures);
  const yearAgo = addDays(asOf, -364);
  return {
    asOf,
    logStart,
    typicalGap: walk.law.typicalGap,
    typicalGapFound: walk.typicalGapFound,
    ...sums,
    turnover: rows.turnover,
    turnoverWithClient: rows.turnoverWithClient,
    rowsUsed: rows.rowsUsed,
    rowsWithoutClient: rows.rowsWithoutClient,
    year: lostRatio(walk, figures, yearAgo < logStart ? logStart : yearAgo, asOf),
    months: lossByMonth(figures, absences(walk), logStart, asOf, sums.medianLostAfter),
    clients: figures,
  };
}
