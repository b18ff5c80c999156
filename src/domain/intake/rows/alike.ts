import { cellKind, type CellKind } from './cellKind';

export const isTyped = (kind: CellKind): boolean => kind === 'date' || kind === 'number';

/** Whether two rows have dates and numbers at the same places: rows of one table have. */
export function alike(one: readonly string[], other: readonly string[]): boolean {
  let same = 0;
  let compared = 0;
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const [a, b] = [cellKind(one[i] ?? ''), cellKind(other[i] ?? '')];
    if ((!isTyped(a) && !isTyped(b)) || a === 'blank' || b === 'blank') continue;
    compared++;
    if (a === b) same++;
  }
  return compared > 0 && same >= compared * 0.6;
}
