import type { DateOrder } from '../layout';
import { DateReader } from '../values/dateReader';

/**
 * The order of day and month under which the days of every section rise, as reports in sections are sorted; undefined where both orders
 * fit, or neither.
 */
export function orderInSections(
  rows: readonly (readonly string[])[],
  section: number,
  date: number,
): DateOrder | undefined {
  const read = new DateReader();
  const rises = (order: 'dmy' | 'mdy') =>
    rows.every((cells, i) => {
      const before = rows[i - 1];
      if (!before || before[section] !== cells[section]) return true;
      return read.read(before[date] ?? '', order) <= read.read(cells[date] ?? '', order);
    });
  const dayFirst = rises('dmy');
  if (dayFirst === rises('mdy')) return undefined;
  return dayFirst ? 'dmy' : 'mdy';
}
