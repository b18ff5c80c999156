import type { Day } from '../kernel/day';
import type { SaleColumns } from '../sales/columns';

/** Costs speak for the shop from this part of what was sold on. */
const LEAST_KNOWN = 0.5;

/**
 * What stays (0-1) of what was sold up to the as-of date after paying for the goods: 1 - cost / revenue over the rows whose cost is known
 * (rules.md 3.6). NaN where they are less than half of what was sold, or leave nothing.
 */
export function soldMargin(
  { length, day, cents, cost }: Pick<SaleColumns, 'length' | 'day' | 'cents' | 'cost'>,
  asOf: Day,
): number {
  let sold = 0;
  let known = 0;
  let paid = 0;
  for (let i = 0; i < length; i++) {
    if (day[i]! > asOf || !(cents[i]! > 0)) continue;
    sold += cents[i]!;
    if (!(cost[i]! >= 0)) continue;
    known += cents[i]!;
    paid += cost[i]!;
  }
  return known > 0 && known >= LEAST_KNOWN * sold && paid < known ? 1 - paid / known : NaN;
}

/** The margin (0-1) money is weighed with: the goods' own, else the owner's percent, else 1, which is turnover and not profit (rules.md 3.6). */
export function marginOf(sold: number, ownPercent: number | null): { margin: number; isKnown: boolean } {
  if (!Number.isNaN(sold)) return { margin: sold, isKnown: true };
  return ownPercent === null ? { margin: 1, isKnown: false } : { margin: ownPercent / 100, isKnown: true };
}
