import { clientOf, type Entry } from '../../src/domain/notebook/notebook';
import { Failure } from '../../src/storage/failure';
import type { Answers } from './aSession';
import type { Input } from '../../src/workers/protocol';

/** A notebook in memory that the pretended worker answers from, with the numbers of entries checked as storage does. */
export function aNotebook(written: readonly Entry[] = []) {
  const entries = new Map(written.map((entry) => [entry.id, entry]));
  const saves: Input<'saveEntries'>['change'][] = [];
  let failing: Failure | undefined;
  const expectRev = (id: string, rev: number) => {
    if ((entries.get(id)?.rev ?? 0) !== rev) throw new Failure('busy-elsewhere');
  };
  const answers = {
    entries: ({ kinds, client }) => ({
      entries: [...entries.values()].filter(
        (entry) => kinds.includes(entry.kind) && (client === undefined || clientOf(entry) === client),
      ),
      setAside: 0,
    }),
    saveEntries: ({ change }) => {
      if (failing) throw failing;
      const { put = [], remove = [] } = structuredClone(change);
      put.forEach(({ id, rev }) => expectRev(id, rev - 1));
      remove.forEach(({ id, rev }) => expectRev(id, rev));
      put.forEach((entry) => entries.set(entry.id, entry));
      remove.forEach(({ id }) => entries.delete(id));
      saves.push(change);
      return null;
    },
  } satisfies Answers;
  return {
    answers,
    saves,
    get entries(): readonly Entry[] {
      return [...entries.values()];
    },
    /** As another window would: past the one that is tested. */
    write: (entry: Entry) => void entries.set(entry.id, entry),
    /** Every save fails from now on; undefined mends it. */
    fail: (failure: Failure | undefined) => void (failing = failure),
  };
}
