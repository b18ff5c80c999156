import { NONE } from '../../sales/columns';
import { isBlank } from '../values/blank';
import { cleanText, detached } from '../values/cleanText';
import { TextHash } from './textHash';

const hash = new TextHash();

/** Gives each different text of a column (products, employees) a number, in order of first appearance; `NONE` to blanks. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly hashes: number[] = [];
  readonly #byCell = new Map<string, number>();
  readonly #byText = new Map<string, number>();
  #lastCell = '';
  #last = NONE;

  of(cell: string): number {
    if (cell === this.#lastCell) return this.#last;
    this.#lastCell = cell;
    const known = this.#byCell.get(cell);
    return (this.#last = known ?? this.#add(cell));
  }

  hashOf(index: number): number {
    return index === NONE ? 0 : this.hashes[index]!;
  }

  #add(cell: string): number {
    const index = isBlank(cell) ? NONE : this.#indexOf(detached(cleanText(cell)));
    this.#byCell.set(detached(cell), index);
    return index;
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
