import type { GivenFile } from '../../workers/protocol';
import type { TableChoice } from './tableChoice.svelte';

/** A file that was given along with others and waits for its turn. */
export interface WaitingFile {
  readonly name: string;
  readonly given: GivenFile;
  readonly table: number;
}

/** Files that could not be read together with those that were saved, to be read one after the other. */
export class Later {
  #waiting = $state.raw<readonly WaitingFile[]>([]);
  #done: readonly number[] = [];

  get waiting(): readonly WaitingFile[] {
    return this.#waiting;
  }

  /** What was chosen of the files given is saved: the others wait. */
  after(given: GivenFile, { place, aside }: TableChoice): void {
    this.#done = [...this.#done, place];
    this.#waiting = aside.flatMap(({ name, table }) =>
      table === undefined || this.#done.includes(table) ? [] : [{ name, given, table }],
    );
  }

  forget(): void {
    this.#waiting = [];
    this.#done = [];
  }
}
