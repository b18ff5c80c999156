import type { ShopSettings } from '../../domain/shop/settings';

/** The yearly loss put in another way: in months of rent, in salaries, or as the margin that goes with it (method.md [1.5]). */
export interface FeltLine {
  readonly kind: 'rent' | 'salary' | 'margin';
  /** How many rents or salaries; for the margin minor units of money. */
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
  if (rentAMonth && rentAMonth !== kept.rentAMonth)
    lines.push({ kind: 'rent', amount: yearlyLoss / rentAMonth });
  if (salaryAMonth && salaryAMonth !== kept.salaryAMonth)
    lines.push({ kind: 'salary', amount: yearlyLoss / salaryAMonth });
  if (marginPercent !== null && marginPercent !== kept.marginPercent)
    lines.push({ kind: 'margin', amount: (yearlyLoss * marginPercent) / 100 });
  return lines;
}
