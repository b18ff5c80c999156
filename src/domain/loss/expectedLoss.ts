import type { Day } from '../kernel/day';
import type { ClientFigures } from './clientFigures';
import { isLostStatus } from './status';

type LossOfClients = Pick<ClientFigures, 'length' | 'status' | 'yearlyValue'>;

/**
 * The yearly loss that remains after those who return on their own, in cents: sum of (1 - chance to buy within 365 days) x
 * yearly value over lost clients; `chance` has an entry (0-1) for each entry of the figures (rules.md 3.6).
 */
export const expectedLoss = (figures: LossOfClients, chance: ArrayLike<number>): number =>
  remaining(figures, chance, () => true);

/** The same over the clients who were lost on that day or later, such as those of the last 12 months. */
export const expectedLossSince = (
  figures: LossOfClients & Pick<ClientFigures, 'lostDate'>,
  chance: ArrayLike<number>,
  from: Day,
): number => remaining(figures, chance, (k) => figures.lostDate[k]! >= from);

function remaining(
  { length, status, yearlyValue }: LossOfClients,
  chance: ArrayLike<number>,
  counts: (entry: number) => boolean,
): number {
  let sum = 0;
  for (let k = 0; k < length; k++) {
    if (isLostStatus(status[k]!) && counts(k)) sum += (1 - chance[k]!) * yearlyValue[k]!;
  }
  return sum;
}
