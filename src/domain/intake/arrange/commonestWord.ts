import { isBlank } from '../values/blank';

/** What stands most often in a column, in capital letters; empty where nothing does. */
export function commonestWord(rows: readonly (readonly string[])[], column: number): string {
  const counts = new Map<string, number>();
  for (const cells of rows) {
    const cell = cells[column];
    if (cell === undefined || isBlank(cell)) continue;
    const word = cell.trim().toUpperCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let best = '';
  for (const [word, count] of counts) if (count > (counts.get(best) ?? 0)) best = word;
  return best;
}
