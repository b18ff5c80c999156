import { cleanText } from '../values/cleanText';

/** Column titles made unique: a second "Amount" becomes "Amount (2)"; a column without a title keeps none. */
export function titlesOf(header: readonly string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, i) => {
    const title = cleanText(header[i] ?? '').replace(/\s+/gu, ' ');
    if (title === '') return '';
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    return times === 1 ? title : `${title} (${times})`;
  });
}
