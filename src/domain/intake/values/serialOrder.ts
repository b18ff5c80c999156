import type { Day } from '../../kernel/day';
import type { DateVerdict } from './dateEvidence';
import { serialParts, STARTS } from './serialDates';

/** 1990-01-01 counted from 1900: no sales file of a till is older. */
const EARLIEST = 32_874;

/**
 * Whether a column that holds no written date holds the day numbers of a spreadsheet, and from which year they count: every value
 * must be one from 1990 to today. `asked` where a count from 1904 would leave all days in the past too.
 */
export function serialOrderOf(
  cells: readonly string[],
  today: Day,
): (DateVerdict & { readonly sample: string }) | undefined {
  let latest = -Infinity;
  for (const cell of cells) {
    const day = serialParts(cell, 'serial')?.day;
    if (day === undefined || day + STARTS.serial < EARLIEST || day > today) return undefined;
    latest = Math.max(latest, day);
  }
  if (cells.length === 0) return undefined;
  const asked = latest + STARTS.serial - STARTS.serial1904 <= today;
  return { order: 'serial', asked, proven: true, sample: cells[0]! };
}
