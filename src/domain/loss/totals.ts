import type { ClientFigures } from './clientFigures';
import type { LossReport } from './lossReport';
import { medianOfCounts } from './medianOfCounts';
import { isLostStatus, STATUS, STATUS_NAMES, type StatusName } from './status';
import { LONGEST_PATIENCE } from './thresholds';

type Totals = Pick<
  LossReport,
  | 'counts'
  | 'clientsWithPurchase'
  | 'lostStockPercent'
  | 'lostStockPercentRepeat'
  | 'annualLost'
  | 'annualAll'
  | 'lostSoFar'
  | 'oneTimeLost'
  | 'oneTimeLostValue'
  | 'medianLostAfter'
>;

/**
 * The sums over all clients: clients by status, yearly loss, lost so far in cents, one-time buyers apart, lost stock in
 * percent with and without them (rules.md 3.5, 3.6). Potential clients are counted but stand in no ratio; NaN without a base.
 */
export function totals(figures: ClientFigures): Totals {
  const byCode = new Uint32Array(STATUS_NAMES.length);
  const patience = new Uint32Array(LONGEST_PATIENCE + 1);
  let annualLost = 0;
  let annualAll = 0;
  let lostSoFar = 0;
  let oneTime = 0;
  let oneTimeLost = 0;
  let oneTimeLostValue = 0;
  for (let k = 0; k < figures.length; k++) {
    const code = figures.status[k]!;
    byCode[code]!++;
    if (code === STATUS.potential) continue;
    const once = figures.visits[k] === 1;
    if (once) oneTime++;
    patience[figures.lostAfter[k]!]!++;
    annualAll += figures.yearlyValue[k]!;
    if (!isLostStatus(code)) continue;
    annualLost += figures.yearlyValue[k]!;
    lostSoFar += figures.lostSoFar[k]!;
    if (once) {
      oneTimeLost++;
      oneTimeLostValue += figures.yearlyValue[k]!;
    }
  }
  const counts = Object.fromEntries(STATUS_NAMES.map((name) => [name, byCode[STATUS[name]]!])) as Record<
    StatusName,
    number
  >;
  const clientsWithPurchase = figures.length - counts.potential;
  const lost = counts.lost + counts.lostTwice;
  return {
    counts,
    clientsWithPurchase,
    lostStockPercent: percent(lost, clientsWithPurchase),
    lostStockPercentRepeat: percent(lost - oneTimeLost, clientsWithPurchase - oneTime),
    annualLost,
    annualAll,
    lostSoFar,
    oneTimeLost,
    oneTimeLostValue,
    medianLostAfter: medianOfCounts(patience, clientsWithPurchase),
  };
}

const percent = (part: number, whole: number) => (whole === 0 ? NaN : (100 * part) / whole);
