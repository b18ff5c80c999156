import { plainWords } from '../roles/fold';
import { isBlank } from '../values/blank';
import { isTotalRow } from '../values/totalsWords';

/** What a line of a report in sections is: the client's name over its rows, the total under them, or a row of the client. */
export type SectionLine = 'title' | 'total' | 'row';

/** Follows the sections of a report, one within another too, and knows whose rows are being read. */
export class Sections {
  readonly #column: number;
  readonly #open: string[] = [];

  constructor(column: number) {
    this.#column = column;
  }

  get client(): string {
    return this.#open.at(-1) ?? '';
  }

  see(cells: readonly string[]): SectionLine {
    const title = (cells[this.#column] ?? '').trim();
    if (title === '') return 'row';
    const alone = cells.every((cell, i) => i === this.#column || isBlank(cell));
    const plain = plainWords(title);
    const closed = this.#open.findLastIndex((name) => plain.endsWith(` ${plainWords(name)}`));
    if (closed >= 0 && isTotalRow([title])) {
      this.#open.length = closed;
      return 'total';
    }
    if (isTotalRow([title])) {
      this.#open.length = 0;
      return 'total';
    }
    if (!alone) return 'row';
    this.#open.push(title);
    return 'title';
  }
}
