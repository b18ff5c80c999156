import type { Refusal } from '../../domain/intake/refusal';
import type { SurveyHints, TableInside } from '../../workers/protocol';

/** Which sheet of a workbook, or which file of an archive, is imported. */
export class TableChoice {
  #all = $state.raw<readonly TableInside[]>([]);
  #place = $state.raw(0);
  #refusal = $state.raw<Refusal | null>(null);

  /** Where there are several; empty where the file is one table. */
  get all(): readonly TableInside[] {
    return this.#all;
  }
  /** Place of the one that is looked at. */
  get place(): number {
    return this.#place;
  }
  /** Why the one asked for last holds no table. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }
  /** What another look at the file has to say to see the same one. */
  get hints(): SurveyHints {
    return this.#all.length > 1 ? { table: this.#place } : {};
  }

  take(all: readonly TableInside[] = [], place = 0): void {
    this.#all = all;
    this.#place = place;
    this.#refusal = null;
  }

  refuse(refusal: Refusal): void {
    this.#refusal = refusal;
  }
}
