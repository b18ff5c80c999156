import type { ClientFigures } from './clientFigures';
import { isLostStatus } from './status';

/**
 * Whom to win back first: entries of `figures` that are lost, by falling yearly value, ties by client (rules.md 3.6).
 * Positions in `figures`, not client numbers; empty where nobody is lost.
 */
export function ranking(figures: ClientFigures): Uint32Array {
  const { length, status, yearlyValue } = figures;
  const lost = new Uint32Array(length);
  let count = 0;
  for (let k = 0; k < length; k++) if (isLostStatus(status[k]!)) lost[count++] = k;
  return lost.subarray(0, count).sort((a, b) => yearlyValue[b]! - yearlyValue[a]! || a - b);
}
