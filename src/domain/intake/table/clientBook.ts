import { NONE } from '../../sales/columns';
import type { DraftClients } from '../draft';
import { isBlank } from '../values/blank';
import { cleanText, detached, foldedName } from '../values/cleanText';
import { TextHash } from './textHash';

const hash = new TextHash();

/** What is known of the clients under one heading; the last value that is not blank wins. */
class Details {
  readonly #cells: string[] = [];

  note(client: number, cell: string | undefined): void {
    if (cell === undefined || cell === '' || this.#cells[client] === cell) return;
    if (!isBlank(cell)) this.#cells[client] = detached(cell);
  }

  texts(clients: number): string[] {
    return Array.from({ length: clients }, (_, i) => cleanText(this.#cells[i] ?? ''));
  }
}

/** The clients of a file: told apart by number where there is one, else by name, whatever its case and blanks. */
export class ClientBook {
  readonly keys: string[] = [];
  readonly ones: number[] = [];
  readonly twos: number[] = [];
  readonly #byNumber = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  readonly #byKey = new Map<string, number>();
  readonly names = new Details();
  readonly phones = new Details();
  readonly emails = new Details();
  readonly segments = new Details();
  #lastNumber = '';
  #last = NONE;

  /** Index of the client that a row names; `NONE` where it names nobody. */
  of(number: string | undefined, name: string | undefined): number {
    if (number === undefined) return this.#named(name);
    if (number !== this.#lastNumber) {
      this.#lastNumber = number;
      this.#last = this.#byNumber.get(number) ?? this.#add(this.#byNumber, number, isBlank(number) ? '' : cleanText(number));
    }
    return this.#last === NONE ? this.#named(name) : this.#last;
  }

  columns(): DraftClients {
    const count = this.keys.length;
    const names = this.names.texts(count);
    return {
      keys: this.keys,
      names: names.map((name, i) => name || this.keys[i]!),
      phones: this.phones.texts(count),
      emails: this.emails.texts(count),
      segments: this.segments.texts(count),
    };
  }

  #named(name: string | undefined): number {
    if (name === undefined || name === '') return NONE;
    return this.#byName.get(name) ?? this.#add(this.#byName, name, isBlank(name) ? '' : foldedName(name));
  }

  #add(known: Map<string, number>, cell: string, key: string): number {
    const index = key === '' ? NONE : this.#indexOf(detached(key));
    known.set(detached(cell), index);
    return index;
  }

  #indexOf(key: string): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const index = this.keys.push(key) - 1;
    this.#byKey.set(key, index);
    hash.of(key);
    this.ones.push(hash.one);
    this.twos.push(hash.two);
    return index;
  }
}
