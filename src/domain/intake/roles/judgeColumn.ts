import { isDateLike, isNumberLike } from '../rows/cellKind';
import type { ColumnSurvey } from '../survey';
import { isBlank } from '../values/blank';
import { cleanText } from '../values/cleanText';

/** A column's survey with what only the choice of roles needs. Shares are of the filled cells. */
export interface JudgedColumn extends ColumnSurvey {
  readonly decimalShare: number;
  readonly emailShare: number;
  /** Codes such as "C1001" or "00042": a digit and no blank. */
  readonly codeShare: number;
  readonly letterShare: number;
}

/** What a column looks like by all its sampled cells, not by one of them. */
export function judgeColumn(index: number, title: string, cells: readonly string[]): JudgedColumn {
  const different = new Set<string>();
  let filled = 0;
  let dates = 0;
  let numbers = 0;
  let decimals = 0;
  let emails = 0;
  let codes = 0;
  let letters = 0;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    const text = cell.trim();
    filled++;
    different.add(text);
    if (isDateLike(text)) dates++;
    if (isNumberLike(text)) {
      numbers++;
      if (/\d[.,]\d{1,2}(?:\D*)$/.test(text)) decimals++;
    }
    if (/^[^\s@]+@[^\s@]+\.\w+$/.test(text)) emails++;
    if (/^\S*\d\S*$/.test(text)) codes++;
    if (/\p{L}/u.test(text)) letters++;
  }
  const share = (count: number) => (filled ? count / filled : 0);
  return {
    index,
    title,
    samples: [...different].slice(0, 3).map(cleanText),
    filled,
    distinct: different.size,
    dateShare: share(dates),
    numberShare: share(numbers),
    decimalShare: share(decimals),
    emailShare: share(emails),
    codeShare: share(codes),
    letterShare: share(letters),
  };
}
