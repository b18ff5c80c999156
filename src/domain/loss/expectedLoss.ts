import type { ClientFigures } from './clientFigures';
import { isLostStatus } from './status';

/**
 * The yearly loss that remains after those who return on their own, in cents: sum of (1 - chance to buy within 365 days) x
 * yearly value over lost clients; `chance` has an entry (0-1) for each entry of the figures (rules.md 3.6).
 */
export function expectedLoss(
  { length, status, yearlyValue }: Pick<ClientFigures, 'length' | 'status' | 'yearlyValue'>,
  chance: Float64Array,
): number {
  let sum = 0;
  for (let k = 0; k < length; k++) {
    if (isLostStatus(status[k]!)) sum += (1 - chance[k]!) * yearlyValue[k]!;
  }
  return sum;
}
