import type { Entry, EntryKind, EntryOfKind } from '../../../src/domain/notebook/notebook';
import { decodeEntry } from '../../../src/storage/decodeEntries';
import type { Failure } from '../../../src/storage/failure';
import type { Answers } from '../../support/aSession';

/** What people wrote, as a pretended worker keeps it: all of a change or nothing, and only what can be read back. */
export function kept(first: readonly Entry[] = []) {
  let entries = [...first];
  let failure: Failure | undefined;
  const answers: Answers = {
    entries: ({ kinds }) => ({ entries: entries.filter(({ kind }) => kinds.includes(kind)), setAside: 0 }),
    saveEntries: ({ change: { put = [], remove = [] } }) => {
      if (failure) throw failure;
      for (const entry of put) {
        if (!decodeEntry(entry)) throw new Error(`cannot be read back: ${JSON.stringify(entry)}`);
        const before = entries.find(({ id, kind }) => id === entry.id && kind === entry.kind);
        if ((before?.rev ?? 0) !== entry.rev - 1) throw new Error(`${entry.kind} was not what was changed`);
      }
      const isIn = (list: readonly Pick<Entry, 'kind' | 'id'>[], entry: Entry) =>
        list.some(({ kind, id }) => kind === entry.kind && id === entry.id);
      entries = [...entries.filter((entry) => !isIn(put, entry) && !isIn(remove, entry)), ...put];
      return null;
    },
  };
  return {
    answers,
    of: <Kind extends EntryKind>(kind: Kind) =>
      entries.filter((entry): entry is EntryOfKind<Kind> => entry.kind === kind),
    refuse: (next: Failure | undefined) => void (failure = next),
  };
}
