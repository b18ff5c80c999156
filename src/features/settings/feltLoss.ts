import { timesIn } from '../../domain/loss/timesIn';
import type { ShopSettings } from '../../domain/shop/settings';

/** The yearly loss put in another way: in months of rent, in salaries, or as the margin that goes with it (method.md [1.5]). */
export interface FeltLine {
  readonly kind: 'rent' | 'salary' | 'margin';
  /** How many rents or salaries, as `timesIn` rounds them; for the margin minor units of money. */
  readonly amount: number;
}

/** What newly entered rent, salary and margin say about a yearly loss; only those that were changed. */
export function feltLoss(
  yearlyLoss: number,
  settings: ShopSettings,
  kept: ShopSettings,
): readonly FeltLine[] {
  const lines: FeltLine[] = [];
  const { rentAMonth, salaryAMonth, marginPercent } = settings;
  const rents = rentAMonth === kept.rentAMonth ? null : timesIn(yearlyLoss, rentAMonth);
  if (rents !== null) lines.push({ kind: 'rent', amount: rents });
  const salaries = salaryAMonth === kept.salaryAMonth ? null : timesIn(yearlyLoss, salaryAMonth);
  if (salaries !== null) lines.push({ kind: 'salary', amount: salaries });
  if (marginPercent !== null && marginPercent !== kept.marginPercent)
    lines.push({ kind: 'margin', amount: (yearlyLoss * marginPercent) / 100 });
  return lines;
}
