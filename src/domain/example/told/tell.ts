import { addDays, type Day } from '../../kernel/day';
import type { EntryKind, EntryOfKind } from '../../notebook/notebook';
import type { WeightedReason } from '../../notebook/answer';
import { soldAsId } from '../../notebook/person';
import { EMPLOYEES } from '../catalogue';

/** A lost client of the example shop, with the yearly value in cents. */
export interface LostExample {
  readonly client: number;
  readonly lostDate: Day;
  readonly yearlyValue: number;
}

type Says<Kind extends EntryKind> = Omit<EntryOfKind<Kind>, 'kind' | 'id' | 'rev' | 'madeAt' | 'changedAt'>;

const MILLISECONDS_A_DAY = 86_400_000;

/** An entry as somebody would have written it at the beginning of a day; `name` makes its id, the same each time. */
export const told = <Kind extends EntryKind>(
  kind: Kind,
  name: string,
  on: Day,
  says: Says<Kind>,
): EntryOfKind<Kind> =>
  ({
    ...says,
    kind,
    id: `example-${name}`,
    rev: 1,
    madeAt: on * MILLISECONDS_A_DAY,
    changedAt: on * MILLISECONDS_A_DAY,
  }) as unknown as EntryOfKind<Kind>;

export const [MARTA, JONAS, ELENA] = EMPLOYEES.map(soldAsId) as [string, string, string];

/** Reasons of falling weight: the first counts most. */
export const because = (...reasons: readonly string[]): readonly WeightedReason[] =>
  reasons.map((reason, k) => ({ reason, weight: Math.max(1, 5 - 2 * k) }));

export const daysBefore = (day: Day, days: number): Day => addDays(day, -days);
