import type { Entry, EntryKind, EntryOfKind, NotebookChange } from '../domain/notebook/notebook';
import { entriesOf } from '../domain/notebook/notebook';
import { Failure } from '../storage/failure';
import { asked, type Asked } from './asked.svelte';
import { whileBusy } from './busy';
import type { Session } from './session.svelte';

/** What an entry says, without what every entry has. */
export type Saying<Kind extends EntryKind> = Omit<
  EntryOfKind<Kind>,
  'kind' | 'id' | 'rev' | 'madeAt' | 'changedAt'
>;

/** A new entry, not yet saved. */
export function newEntry<Kind extends EntryKind>(
  kind: Kind,
  says: Saying<Kind>,
  id: string = crypto.randomUUID(),
): EntryOfKind<Kind> {
  const now = Date.now();
  return { ...says, kind, id, rev: 1, madeAt: now, changedAt: now } as unknown as EntryOfKind<Kind>;
}

/** The entry as it shall be saved next. */
export const changedEntry = <Some extends Entry>(entry: Some, says: Partial<Some>): Some => ({
  ...entry,
  ...says,
  rev: entry.rev + 1,
  changedAt: Date.now(),
});

/** Saves all of a change or nothing; every list of entries asks again. */
export async function saveNotes(session: Session, change: NotebookChange): Promise<void> {
  const { shop } = session;
  if (!shop) throw new Failure('shop-missing');
  await whileBusy(() => session.ask('saveEntries', { shopId: shop.id, change }));
  session.noted();
}

/** The entries of some kinds as a screen sees them, asked again whenever one was saved. */
export const notes = (session: Session, kinds: readonly EntryKind[]): Asked<readonly Entry[]> =>
  asked(
    () => (session.shop ? { shopId: session.shop.id, notes: session.notes } : null),
    async ({ shopId }, signal) => (await session.ask('entries', { shopId, kinds }, { signal })).entries,
  );

/** The entries of one kind, those made first first; none while they are not there yet. */
export const notesOf = <Kind extends EntryKind>(
  entries: readonly Entry[] | undefined,
  kind: Kind,
): readonly EntryOfKind<Kind>[] =>
  [...entriesOf(entries ?? [], kind)].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
