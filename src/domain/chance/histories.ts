import type { Day } from '../kernel/day';
import type { ClientFigures } from '../loss/clientFigures';

/** The columns of `ClientFigures` that the model reads. */
export type VisitColumns = Pick<ClientFigures, 'length' | 'visits' | 'firstVisit' | 'lastVisit'>;

/**
 * The histories of a shop's clients, in the order in which a likelihood is summed fastest: days up to now and to the last
 * visit are small whole numbers, so that every logarithm is looked up; clients of equally many visits lie together.
 */
export interface Histories {
  readonly clients: number;
  /** By days since the first visit: clients, the repeat visits of them all, and clients who came once. */
  readonly clientsOfAge: Uint32Array;
  readonly repeatsOfAge: Float64Array;
  readonly onceOfAge: Uint32Array;
  /** The different numbers of repeat visits that occur, 0 included, and how many clients have each. */
  readonly repeats: Uint32Array;
  readonly clientsOf: Uint32Array;
  /** Clients who came again: those with `repeats[k]` are entries `start[k]` up to `start[k + 1]` of `lastAt` and `age`. */
  readonly start: Uint32Array;
  readonly lastAt: Uint32Array;
  readonly age: Uint32Array;
}

/** The histories up to the as-of date of all clients with a visit (x, tx, T of rules.md 2, in days). */
export function histories({ length, visits, firstVisit, lastVisit }: VisitColumns, asOf: Day): Histories {
  let oldest = 0;
  let most = 0;
  for (let k = 0; k < length; k++) {
    if (visits[k] === 0) continue;
    oldest = Math.max(oldest, asOf - firstVisit[k]!);
    most = Math.max(most, visits[k]! - 1);
  }
  const byRepeats = new Uint32Array(most + 1);
  for (let k = 0; k < length; k++) if (visits[k]! > 0) byRepeats[visits[k]! - 1]!++;
  const clients = byRepeats.reduce((sum, some) => sum + some, 0);
  const repeats = Uint32Array.from([...byRepeats.keys()].filter((x) => x === 0 || byRepeats[x]! > 0));
  const clientsOf = repeats.map((x) => byRepeats[x]!);
  const start = new Uint32Array(repeats.length + 1);
  const next = new Uint32Array(most + 1);
  for (let k = 1; k < repeats.length; k++) {
    next[repeats[k]!] = start[k]!;
    start[k + 1] = start[k]! + clientsOf[k]!;
  }
  const clientsOfAge = new Uint32Array(oldest + 1);
  const repeatsOfAge = new Float64Array(oldest + 1);
  const onceOfAge = new Uint32Array(oldest + 1);
  const lastAt = new Uint32Array(clients - byRepeats[0]!);
  const age = new Uint32Array(lastAt.length);
  for (let k = 0; k < length; k++) {
    if (visits[k] === 0) continue;
    const x = visits[k]! - 1;
    const days = asOf - firstVisit[k]!;
    clientsOfAge[days]!++;
    repeatsOfAge[days]! += x;
    if (x === 0) {
      onceOfAge[days]!++;
      continue;
    }
    const at = next[x]!++;
    age[at] = days;
    lastAt[at] = lastVisit[k]! - firstVisit[k]!;
  }
  return { clients, clientsOfAge, repeatsOfAge, onceOfAge, repeats, clientsOf, start, lastAt, age };
}
