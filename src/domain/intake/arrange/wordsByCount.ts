import { isBlank } from '../values/blank';

/** What stands in a column, in capital letters, the commonest first. */
export function wordsByCount(rows: readonly (readonly string[])[], column: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const cells of rows) {
    const cell = cells[column];
    if (cell === undefined || isBlank(cell)) continue;
    const word = cell.trim().toUpperCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts.keys()].sort((one, other) => counts.get(other)! - counts.get(one)!);
}

/** What stands most often in a column, in capital letters; empty where nothing does. */
export const commonestWord = (rows: readonly (readonly string[])[], column: number): string =>
  wordsByCount(rows, column)[0] ?? '';
