import type { Day } from '../../domain/kernel/day';
import type { ShopRecord } from '../../storage/metaDb';
import type { ImportRecord } from '../../storage/shopDb';
import { dayOfTime } from '../../reactive/today';

/** How old the owner's own copy of a shop is: days since it was saved and imports since then; null if there never was one. */
export interface SavedAge {
  readonly days: number;
  readonly importsSince: number;
}

export function savedAge(
  { savedAt }: ShopRecord,
  imports: readonly ImportRecord[],
  today: Day,
): SavedAge | null {
  if (savedAt === undefined) return null;
  return {
    days: Math.max(0, today - dayOfTime(savedAt)),
    importsSince: imports.filter((record) => record.at > savedAt).length,
  };
}

/** A month without a new copy is long enough to say so, even if nothing was imported: notes and settings change, too. */
const OLD_AFTER = 31;

/** Whether a loss of the device would lose something that is not in the file. */
export const isWorrying = (age: SavedAge | null): boolean =>
  age === null || age.importsSince > 0 || age.days > OLD_AFTER;
