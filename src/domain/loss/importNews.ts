import type { SaleColumns } from '../sales/columns';
import type { ClientFigures } from './clientFigures';
import { isLostStatus } from './status';

/** How the clients of a shop stand after an import, beside how they stood without it: numbers of clients. */
export interface ClientsMoved {
  /** Not known before. */
  readonly fresh: number;
  /** Lost before, not any more. */
  readonly recovered: number;
  /** Known before and not lost, lost now. */
  readonly lost: number;
}

/** Clients who are new, back, or lost between two sets of figures; a client of whom there is nothing any more counts nowhere (rules.md 3.4). */
export function clientsMoved(before: ClientFigures, after: ClientFigures): ClientsMoved {
  const stood = new Map<number, boolean>();
  for (let entry = 0; entry < before.length; entry++)
    stood.set(before.client[entry]!, isLostStatus(before.status[entry]!));
  let fresh = 0;
  let recovered = 0;
  let lost = 0;
  for (let entry = 0; entry < after.length; entry++) {
    const wasLost = stood.get(after.client[entry]!);
    const isLost = isLostStatus(after.status[entry]!);
    if (wasLost === undefined) fresh++;
    else if (wasLost && !isLost) recovered++;
    else if (!wasLost && isLost) lost++;
  }
  return { fresh, recovered, lost };
}

/** What an import changes in days that earlier ones had told of already: rows up to their last day, and their sum in cents. */
export function lateRows(
  { length, day, cents }: Pick<SaleColumns, 'length' | 'day' | 'cents'>,
  toldUpTo: number,
): { readonly rows: number; readonly cents: number } {
  let rows = 0;
  let sum = 0;
  for (let row = 0; row < length; row++) {
    if (day[row]! > toldUpTo) continue;
    rows++;
    sum += cents[row]!;
  }
  return { rows, cents: sum };
}
