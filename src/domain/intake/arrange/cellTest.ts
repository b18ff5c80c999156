import { plainWords } from '../roles/fold';
import { isBlank } from '../values/blank';
import type { CellWords } from './rules';

/** A text as the words of a rule are written. */
export const plainWord = (text: string): string => plainWords(text).replace(/^wc /, '');

/** Whether a text is one of the words, or begins as `word*` says; `*` alone is any text. */
export function isOneOf(text: string, words: readonly string[]): boolean {
  if (isBlank(text)) return false;
  const plain = plainWord(text);
  return words.some((word) => (word.endsWith('*') ? plain.startsWith(word.slice(0, -1)) : plain === word));
}

/** Asks the same question of one row after another; answers are kept, as a column of words says few different things. */
export class CellTest {
  readonly column: number;
  readonly #words: readonly string[];
  readonly #known = new Map<string, boolean>();

  constructor({ column, words }: CellWords) {
    this.column = column;
    this.#words = words;
  }

  fits(cells: readonly string[]): boolean {
    const cell = cells[this.column] ?? '';
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    const fits = isOneOf(cell, this.#words);
    if (this.#known.size < 1000) this.#known.set(cell, fits);
    return fits;
  }
}
