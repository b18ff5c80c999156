import { cleanText } from '../values/cleanText';

/**
 * Column titles made unique: a second "Amount" becomes "Amount (2)"; a column without a title keeps none. A second row of titles names
 * the columns that the header leaves blank.
 */
export function titlesOf(header: readonly string[], width: number, second: readonly string[] = []): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, i) => {
    const own = cleanText(header[i] ?? '');
    const title = (own === '' ? cleanText(second[i] ?? '') : own).replace(/\s+/gu, ' ');
    if (title === '') return '';
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    return times === 1 ? title : `${title} (${times})`;
  });
}
