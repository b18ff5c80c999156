import type { LossColumns } from '../sales/columns';
import type { HandSale } from './handSale';

/**
 * Ids of the sales written down by hand that the log seems to hold already: a client of the shop with the same sum on the same day, as one
 * row or as all rows of the day together. Sales without a client are alike too often to say.
 */
export function alikeSales(log: LossColumns, sales: readonly HandSale[]): string[] {
  const wanted = new Map<string, { readonly sums: Set<number>; total: number }>();
  for (const { who, day } of sales)
    if (who?.kind === 'known') wanted.set(`${who.client}/${day}`, { sums: new Set(), total: 0 });
  if (wanted.size === 0) return [];
  const days = new Set(sales.map(({ day }): number => day));
  for (let row = 0; row < log.length; row++) {
    if (!days.has(log.day[row]!)) continue;
    const there = wanted.get(`${log.client[row]!}/${log.day[row]!}`);
    if (!there) continue;
    there.sums.add(log.cents[row]!);
    there.total += log.cents[row]!;
  }
  return sales.flatMap(({ id, who, day, cents }) => {
    const there = who?.kind === 'known' ? wanted.get(`${who.client}/${day}`) : undefined;
    return there && (there.sums.has(cents) || (there.sums.size > 0 && there.total === cents)) ? [id] : [];
  });
}
