import type { Day } from '../../kernel/day';
import type { IssueCode } from '../issues';
import type { Layout } from '../layout';
import { isBlank } from '../values/blank';
import { IMPOSSIBLE, UNREADABLE } from '../values/dateReader';
import { isTotalRow } from '../values/totalsWords';

/** Whether a row repeats the titles, as reports that were glued together do. */
function isHeader(cells: readonly string[], { titles, headerLine }: Layout): boolean {
  if (headerLine === 0) return false;
  return titles.every((title, i) => {
    const cell = (cells[i] ?? '').trim().replace(/\s+/gu, ' ');
    return cell === title || (/ \(\d+\)$/.test(title) && title.startsWith(cell));
  });
}

/** Why a row without a usable day is left out; undefined where the whole row is blank and does not count. */
export function undated(
  cells: readonly string[],
  text: string,
  day: number,
  layout: Layout,
): IssueCode | undefined {
  if (day < 0) return 'date-too-old';
  if (day !== UNREADABLE && day !== IMPOSSIBLE) return 'date-future';
  if (cells.every(isBlank)) return undefined;
  if (isHeader(cells, layout)) return 'header-repeated';
  if (isTotalRow(cells)) return 'total-row';
  if (isBlank(text)) return 'date-missing';
  return day === IMPOSSIBLE ? 'date-impossible' : 'date-unreadable';
}

/** Whether a day cannot be that of a sale seen from today, or is none at all. */
export const isOutside = (day: number, today: Day): boolean => day > today || day < 0;
