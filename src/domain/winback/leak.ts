import { monthOf, type Month } from '../kernel/day';
import type { MonthColumns } from '../loss/lossReport';
import type { LeakMonth } from './earnedReport';
import type { Return } from './recovery';

/**
 * The loss against what came back, by month from the first of the log (rules.md 3.6, "months"), cents a year; of what came back, the part
 * of returns that followed a step of a plan, each at the yearly value it had before the absence.
 */
export function leakByMonth(
  { first, length, lostValue, recoveredValue }: MonthColumns,
  returns: readonly Return[],
): readonly LeakMonth[] {
  const ours = new Float64Array(length);
  for (const { recovery, wasLost, valueBefore } of returns) {
    const month = monthOf(recovery.day) - first;
    if (recovery.ours && wasLost && month >= 0 && month < length) ours[month]! += valueBefore;
  }
  return Array.from({ length }, (_, k) => ({
    month: (first + k) as Month,
    lost: lostValue[k]!,
    back: recoveredValue[k]!,
    ours: ours[k]!,
  }));
}
