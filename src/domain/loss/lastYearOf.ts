import type { Day } from '../kernel/day';
import type { SaleColumns } from '../sales/columns';

/** What one client bought of something, or from somebody: net cents, part in the whole (0-1), and the last day of a purchase. */
export interface PartOfYear {
  readonly name: string;
  readonly cents: number;
  readonly share: number;
  readonly last: Day;
}

const YEAR = 365;

/**
 * One client's revenue in the 365 days up to the last visit, and the refunds since, by a column of the sales: the largest first, what is
 * not above zero left out (rules.md 3.6, as `revenueShares` for all clients). `nameOf` an index is empty where the row names nothing: such
 * rows are part of the whole, but not of the answer.
 */
export function lastYearOf(
  { length, day, client, cents }: Pick<SaleColumns, 'length' | 'day' | 'client' | 'cents'>,
  column: Uint32Array,
  nameOf: (index: number) => string,
  wanted: number,
  lastVisit: Day,
  asOf: Day,
): readonly PartOfYear[] {
  const parts = new Map<string, { cents: number; last: number }>();
  for (let i = 0; i < length; i++) {
    if (client[i] !== wanted || day[i]! <= lastVisit - YEAR || day[i]! > asOf) continue;
    const name = nameOf(column[i]!);
    const part = parts.get(name) ?? { cents: 0, last: -Infinity };
    part.cents += cents[i]!;
    if (cents[i]! > 0) part.last = Math.max(part.last, day[i]!);
    parts.set(name, part);
  }
  const bought = [...parts].filter(([, part]) => part.cents > 0);
  const total = bought.reduce((sum, [, part]) => sum + part.cents, 0);
  return bought
    .filter(([name]) => name !== '')
    .map(([name, part]) => ({
      name,
      cents: part.cents,
      share: part.cents / total,
      last: part.last as Day,
    }))
    .sort((a, b) => b.cents - a.cents || (a.name < b.name ? -1 : 1));
}
