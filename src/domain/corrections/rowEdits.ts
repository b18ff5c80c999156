import { PairIndex } from '../intake/table/pairIndex';
import { correctionId, rowWords, type Correction } from '../notebook/correction';
import { NONE, type SaleColumns } from '../sales/columns';

/** The columns that a correction may change. */
type Editable = Pick<SaleColumns, 'day' | 'client' | 'cents'>;

/**
 * Puts the owner's corrections over the rows they are meant for, while the rows go by in the order of the imports. A row that is cancelled
 * stays in its place, so that rows still count as they are stored, but is nobody's, worth nothing, and of a day on which others are.
 */
export class RowEdits {
  /** The rows that were corrected so far, by their place in the log. */
  readonly byRow = new Map<number, Correction>();
  readonly #corrections: readonly Correction[];
  readonly #index: PairIndex;
  readonly #byNth: Map<number, Correction>[] = [];
  readonly #seen: number[] = [];
  #end = 0;

  constructor(corrections: readonly Correction[]) {
    this.#corrections = corrections;
    this.#index = new PairIndex(corrections.length);
    for (const correction of corrections) {
      const at = this.#index.of(...rowWords(correction.row));
      (this.#byNth[at] ??= new Map<number, Correction>()).set(correction.nth, correction);
      this.#seen[at] = 0;
    }
  }

  /** The same at this point, to go on from it. */
  copy(): RowEdits {
    const same = new RowEdits(this.#corrections);
    this.#seen.forEach((count, at) => (same.#seen[at] = count));
    for (const [row, correction] of this.byRow) same.byRow.set(row, correction);
    same.#end = this.#end;
    return same;
  }

  /** Corrects the next rows of the log, whose identities are given. */
  apply(sales: Editable, identity: Uint32Array): void {
    const from = this.#end;
    this.#end += identity.length / 2;
    const cancelled: number[] = [];
    this.#each(identity, (correction, at) => {
      const row = from + at;
      this.byRow.set(row, correction);
      if (!correction.now) cancelled.push(row);
      sales.cents[row] = correction.now?.cents ?? 0;
      sales.client[row] = correction.now?.client ?? NONE;
      if (correction.now) sales.day[row] = correction.now.day;
    });
    for (const row of cancelled) sales.day[row] = sales.day[this.#beside(row, from)]!;
  }

  /** Rows that are stored but cannot be read: they are counted, and are not in the log. */
  pass(identity: Uint32Array): void {
    this.#each(identity, () => undefined);
  }

  /** Rows of the log of which nobody knows what their file said. */
  skip(rows: number): void {
    this.#end += rows;
  }

  /** How many of the rows up to a day count for nothing. */
  cancelledUpTo(day: Int32Array, last: number): number {
    let rows = 0;
    for (const [row, { now }] of this.byRow) if (!now && day[row]! <= last) rows++;
    return rows;
  }

  /** Whether the row that a correction is meant for is in the log. */
  get holds(): (correction: Correction) => boolean {
    const ids = new Set([...this.byRow.values()].map(correctionId));
    return (correction) => ids.has(correctionId(correction));
  }

  #each(identity: Uint32Array, found: (correction: Correction, at: number) => void): void {
    for (let at = 0; at < identity.length; at += 2) {
      const same = this.#index.find(identity[at]!, identity[at + 1]!);
      if (same < 0) continue;
      const correction = this.#byNth[same]!.get(this.#seen[same]!++);
      if (correction) found(correction, at / 2);
    }
  }

  /** The nearest row that counts: one before, else one of those that came with it; the row itself where there is none. */
  #beside(row: number, from: number): number {
    const counts = (other: number) => this.byRow.get(other)?.now !== null;
    for (let other = row - 1; other >= 0; other--) if (counts(other)) return other;
    for (let other = Math.max(row, from) + 1; other < this.#end; other++) if (counts(other)) return other;
    return row;
  }
}
