import type { Day } from '../kernel/day';
import type { ClientFigures } from '../loss/clientFigures';
import type { Shares } from '../loss/revenueShares';
import { isLostStatus } from '../loss/status';
import { NONE } from '../sales/columns';

type Figures = Pick<ClientFigures, 'length' | 'status' | 'yearlyValue' | 'lastVisit' | 'interval'>;

/** Six months as 26 weeks. */
const HALF_YEAR = 182;

/** The key with the largest part in each client, `NONE` for a client without one; of equal parts the first. */
export const mostServedBy = ({ start, key, part }: Shares): Uint32Array =>
  Uint32Array.from({ length: start.length - 1 }, (_, k) => {
    let most = NONE;
    let largest = 0;
    for (let s = start[k]!; s < start[k + 1]!; s++) {
      if (part[s]! < largest || (part[s] === largest && key[s]! > most)) continue;
      most = key[s]!;
      largest = part[s]!;
    }
    return most;
  });

/**
 * Clients who seem to have left with an employee (method.md [6.6]): lost now, served mostly by that employee, and the visit that they were due
 * for after their last one fell into the six months after the employee's last day. Yearly value in cents; nobody
 * for an employee whom the sales do not name.
 */
export function followers(
  figures: Figures,
  servedBy: Uint32Array,
  employee: number | undefined,
  leftOn: Day,
): { clients: number; cents: number } {
  let clients = 0;
  let cents = 0;
  for (let k = 0; k < figures.length; k++) {
    if (servedBy[k] !== employee || !isLostStatus(figures.status[k]!)) continue;
    const due = figures.lastVisit[k]! + figures.interval[k]!;
    if (!(due > leftOn && due <= leftOn + HALF_YEAR)) continue;
    clients++;
    cents += figures.yearlyValue[k]!;
  }
  return { clients, cents: Math.round(cents) };
}
