import type { Day } from '../../domain/kernel/day';
import { dayOfTime } from '../../reactive/today';
import type { ShopRecord } from '../../storage/metaDb';

/** So long may changes go without being saved to a file before the owner is warned, in days. */
const UNSAVED_DAYS = 7;

/** How well a shop of `sales` sales is kept outside the browser, and whether that deserves a warning. */
export function savedAge(
  { savedAt, savedSales }: Pick<ShopRecord, 'savedAt' | 'savedSales'>,
  sales: number,
  today: Day,
): { readonly words: 'neverText' | 'old' | 'changed' | 'fine'; readonly warn: boolean } {
  if (savedAt === undefined) return { words: 'neverText', warn: true };
  if (savedSales === sales) return { words: 'fine', warn: false };
  const warn = today - dayOfTime(savedAt) > UNSAVED_DAYS;
  return { words: warn ? 'old' : 'changed', warn };
}
