import type { Day } from '../../src/domain/kernel/day';
import type { EntryKind, EntryOfKind } from '../../src/domain/notebook/notebook';
import type { Statement } from '../../src/domain/notebook/interview';
import { someEntries } from './entries';

let made = 0;

/** An entry like the plain one of its kind but for what is said; each has an id of its own, and was made after those before it. */
export function anEntry<Kind extends EntryKind>(
  kind: Kind,
  says: Partial<EntryOfKind<Kind>> = {},
): EntryOfKind<Kind> {
  made++;
  return { ...someEntries[kind], id: `${kind}-${String(made).padStart(6, '0')}`, madeAt: made, ...says };
}

/** What somebody says about why a client left: reasons by id, with weights where they differ. */
export const aStatement = (
  client: number,
  day: Day,
  reasons: Readonly<Record<string, number>>,
  says: Partial<Statement> = {},
): Statement =>
  anEntry('statement', {
    client,
    day,
    reasons: Object.entries(reasons).map(([reason, weight]) => ({ reason, weight })),
    ...says,
  });
