import { NONE } from '../../sales/columns';
import { isBlank } from '../values/blank';
import { cleanText, detached } from '../values/cleanText';
import { PairIndex } from './pairIndex';
import { TextHash } from './textHash';

const hash = new TextHash();

/** Gives each different text of a column (products, employees) a number, in order of first appearance; `NONE` to blanks. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly hashes: number[] = [];
  readonly #cells = new PairIndex();
  readonly #ofCell: number[] = [];
  readonly #byText = new Map<string, number>();
  #lastCell = '';
  #last = NONE;

  of(cell: string): number {
    if (cell === this.#lastCell) return this.#last;
    hash.of(cell);
    const known = this.#cells.size;
    const at = this.#cells.of(hash.one, hash.two);
    if (at === known) this.#ofCell.push(isBlank(cell) ? NONE : this.#indexOf(detached(cleanText(cell))));
    this.#lastCell = cell;
    return (this.#last = this.#ofCell[at]!);
  }

  hashOf(index: number): number {
    return index === NONE ? 0 : this.hashes[index]!;
  }

  #indexOf(text: string): number {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const index = this.texts.push(text) - 1;
    this.#byText.set(text, index);
    this.hashes.push(hash.of(text).one);
    return index;
  }
}
