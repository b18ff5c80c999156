import { plainWords } from '../roles/fold';
import type { Titled } from './preset';

/** The columns of a file by their titles, as plain words. */
export class TitlePlaces {
  readonly #places = new Map<string, number>();

  constructor(titles: readonly string[]) {
    for (const [place, title] of titles.entries()) {
      const plain = plainWords(title);
      if (plain !== '' && !this.#places.has(plain)) this.#places.set(plain, place);
    }
  }

  has(title: string): boolean {
    return this.#places.has(title);
  }

  /** The column of the first of these titles that the file has; undefined where it has none. */
  of(titled: Titled | undefined): number | undefined {
    const all = typeof titled === 'string' ? [titled] : (titled ?? []);
    const found = all.find((title) => this.#places.has(title));
    return found === undefined ? undefined : this.#places.get(found);
  }

  /** The columns of those titles that the file has; undefined where it has none of them. */
  all(titles: readonly Titled[] | undefined): readonly number[] | undefined {
    const found = (titles ?? []).map((title) => this.of(title)).filter((place) => place !== undefined);
    return found.length > 0 ? found : undefined;
  }
}
