import type { Dial } from '../../identity/dialled';
import { NONE } from '../../sales/columns';
import type { DraftClients } from '../draft';
import { isBlank } from '../values/blank';
import { cleanText, detached, foldedName } from '../values/cleanText';
import { clientKey, phoneKey } from '../values/clientKey';
import { isNobody } from '../values/nobody';
import { PairIndex } from './pairIndex';
import { TextHash } from './textHash';

const hash = new TextHash();

/** What is known of the clients under one heading; the last value that is not blank wins. */
class Details {
  readonly #cells: string[] = [];
  readonly #saysNothing: (cell: string) => boolean;

  constructor(saysNothing: (cell: string) => boolean = isBlank) {
    this.#saysNothing = saysNothing;
  }

  note(client: number, cell: string | undefined): void {
    if (cell === undefined || cell === '' || this.#cells[client] === cell) return;
    if (!this.#saysNothing(cell)) this.#cells[client] = detached(cell);
  }

  texts(clients: number): string[] {
    return Array.from({ length: clients }, (_, i) => cleanText(this.#cells[i] ?? ''));
  }
}

/** Clients by the cell that names them; a hash of 64 bits stands for the cell. */
class Cells {
  readonly #cells = new PairIndex(4096);
  readonly #clients: number[] = [];
  readonly #add: (cell: string) => number;

  constructor(add: (cell: string) => number) {
    this.#add = add;
  }

  of(cell: string): number {
    hash.of(cell);
    const known = this.#cells.size;
    const at = this.#cells.of(hash.one, hash.two);
    if (at === known) this.#clients.push(this.#add(cell));
    return this.#clients[at]!;
  }
}

const namesNobody = (cell: string): boolean => isBlank(cell) || isNobody(foldedName(cell));

/**
 * The clients of a file: told apart by number where there is one, else by name, whatever its case and blanks; a row without either, or with
 * a name that is nobody's, by e-mail or phone.
 */
export class ClientBook {
  /** What stands for nobody in the row asked for last, as two words, so that the row is found again in another file. */
  nobodyOne = 0;
  nobodyTwo = 0;
  readonly keys: string[] = [];
  readonly ones: number[] = [];
  readonly twos: number[] = [];
  readonly names = new Details(namesNobody);
  readonly phones = new Details();
  readonly emails = new Details();
  readonly segments = new Details();
  readonly #byKey = new Map<string, number>();
  readonly #dial: Dial | undefined;
  readonly #byNumber = new Cells((cell) =>
    namesNobody(cell) ? NONE : this.#indexOf(this.#dial?.(cell) || clientKey(cell)),
  );
  readonly #byName = new Cells((cell) => (namesNobody(cell) ? NONE : this.#indexOf(foldedName(cell))));
  readonly #byEmail = new Cells((cell) =>
    namesNobody(cell) || !cell.includes('@') ? NONE : this.#indexOf(clientKey(cell)),
  );
  readonly #byPhone = new Cells((cell) => {
    const key = namesNobody(cell) ? '' : phoneKey(cell);
    return key === '' ? NONE : this.#indexOf(key);
  });
  #nobody = '';
  #lastNumber = '';
  #last = NONE;

  /** `dial` where the numbers of clients are telephone numbers: one is one client, however it is written. */
  constructor(dial?: Dial) {
    this.#dial = dial;
  }

  /** Index of the client that a row names; `NONE` where it names nobody. */
  of(number: string | undefined, name: string | undefined): number {
    if (number === undefined) return this.#named(name);
    if (number !== this.#lastNumber) {
      this.#lastNumber = number;
      this.#last = this.#byNumber.of(number);
    }
    return this.#last === NONE ? this.#named(name, number) : this.#last;
  }

  /** The same for a row that names nobody otherwise. */
  byContact(email: string | undefined, phone: string | undefined): number {
    const client = email ? this.#byEmail.of(email) : NONE;
    return client === NONE && phone ? this.#byPhone.of(phone) : client;
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

  #named(name = '', number = ''): number {
    const client = name === '' ? NONE : this.#byName.of(name);
    if (client === NONE) this.#isNobody(isBlank(number) ? name : number, isBlank(number));
    return client;
  }

  #isNobody(cell: string, isName: boolean): void {
    if (cell === this.#nobody) return;
    this.#nobody = cell;
    const blank = isBlank(cell);
    if (!blank) hash.of(isName ? foldedName(cell) : clientKey(cell));
    this.nobodyOne = blank ? 0 : hash.one;
    this.nobodyTwo = blank ? 0 : hash.two;
  }

  #indexOf(key: string): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const index = this.keys.push(detached(key)) - 1;
    this.#byKey.set(this.keys[index]!, index);
    hash.of(key);
    this.ones.push(hash.one);
    this.twos.push(hash.two);
    return index;
  }
}
