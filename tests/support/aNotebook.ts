import {
  clientOf,
  entriesOf,
  type Entry,
  type EntryKind,
  type EntryOfKind,
  type NotebookChange,
} from '../../src/domain/notebook/notebook';
import { Failure } from '../../src/storage/failure';
import type { Answers } from './aSession';

/** A notebook in memory that the pretended worker keeps, with the numbers of entries checked as storage does. */
export class ANotebook {
  readonly entries: Map<string, Entry>;
  /** What was saved, in order. */
  readonly changes: NotebookChange[] = [];
  /** Every save fails with it, until it is null again. */
  refuse: Failure | null = null;

  constructor(entries: readonly Entry[] = []) {
    this.entries = new Map(entries.map((entry) => [entry.id, entry]));
  }

  /** How often something was saved. */
  get saves(): number {
    return this.changes.length;
  }

  get<Kind extends EntryKind>(kind: Kind): readonly EntryOfKind<Kind>[] {
    return entriesOf([...this.entries.values()], kind);
  }

  /** Another window saves an entry, past the page that is tested. */
  elsewhere(entry: Entry): void {
    this.entries.set(entry.id, { ...entry, rev: (this.entries.get(entry.id)?.rev ?? 0) + 1 });
  }

  readonly answers = {
    entries: ({ kinds, client }) => ({
      entries: [...this.entries.values()].filter(
        (entry) => kinds.includes(entry.kind) && (client === undefined || clientOf(entry) === client),
      ),
      setAside: 0,
    }),
    saveEntries: ({ change }) => {
      this.#save(structuredClone(change));
      return null;
    },
  } satisfies Answers;

  #save(change: NotebookChange): void {
    if (this.refuse) throw this.refuse;
    const { put = [], remove = [] } = change;
    for (const { id, rev } of put) this.#expectRev(id, rev - 1);
    for (const { id, rev } of remove) this.#expectRev(id, rev);
    for (const entry of put) this.entries.set(entry.id, entry);
    for (const { id } of remove) this.entries.delete(id);
    this.changes.push(change);
  }

  #expectRev(id: string, rev: number): void {
    if ((this.entries.get(id)?.rev ?? 0) !== rev) throw new Failure('busy-elsewhere');
  }
}
