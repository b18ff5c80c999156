import { NONE } from '../../sales/columns';
import { isBlank } from '../values/blank';
import { isCutShort } from '../values/nobody';
import { TextHash } from './textHash';

const BUCKET = 512;
const PLUS = 43;
const hash = new TextHash();

/**
 * Numbers receipts by a hash of 64 bits of their text. While rows arrive, each change of receipt only gets a passing number; which of them
 * are the same receipt is settled at the end, bucket by bucket, where it costs a tenth of asking a large table for every row.
 */
export class ReceiptBook {
  /** Words of the hash of the receipt asked for last; 0 where it was blank. */
  one = 0;
  two = 0;
  #passing = 0;
  #ones: Int32Array;
  #twos: Int32Array;
  #cell = '';
  #last = NONE;

  constructor(expected: number) {
    this.#ones = new Int32Array(Math.max(64, Math.ceil(expected)));
    this.#twos = new Int32Array(this.#ones.length);
  }

  /** The passing number of a row's receipt; `NONE` where the cell is blank, or a number cut short that many receipts may have. */
  of(cell: string): number {
    if (cell === this.#cell) return this.#last;
    this.#cell = cell;
    if (isBlank(cell)) {
      this.one = this.two = 0;
      return (this.#last = NONE);
    }
    const edges = cell.charCodeAt(0) <= 39 || cell.charCodeAt(cell.length - 1) <= 32;
    hash.of(edges ? cell.trim().replace(/^'/, '') : cell);
    this.one = hash.one;
    this.two = hash.two;
    if (cell.charCodeAt(cell.length - 3) === PLUS && isCutShort(cell)) return (this.#last = NONE);
    if (this.#passing === this.#ones.length) this.#grow();
    this.#ones[this.#passing] = hash.one;
    this.#twos[this.#passing] = hash.two;
    return (this.#last = this.#passing++);
  }

  /** Replaces the passing numbers in a column by final ones, in order of first appearance; answers how many receipts there are. */
  settle(column: Uint32Array): number {
    const first = this.#firstOfSame();
    const final = new Uint32Array(this.#passing);
    let count = 0;
    for (let i = 0; i < final.length; i++) final[i] = first[i] === i ? count++ : final[first[i]!]!;
    for (let row = 0; row < column.length; row++)
      if (column[row] !== NONE) column[row] = final[column[row]!]!;
    return count;
  }

  #firstOfSame(): Uint32Array {
    const size = this.#passing;
    const ones = this.#ones;
    const shift = 32 - Math.min(20, Math.max(1, Math.ceil(Math.log2(Math.max(1, size / BUCKET)))));
    const starts = new Uint32Array(2 ** (32 - shift) + 1);
    for (let i = 0; i < size; i++) starts[(ones[i]! >>> shift) + 1]!++;
    for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    const places = starts.slice();
    const order = new Uint32Array(size);
    for (let i = 0; i < size; i++) order[places[ones[i]! >>> shift]!++] = i;
    const first = new Uint32Array(size);
    for (let bucket = 0; bucket + 1 < starts.length; bucket++)
      this.#withinBucket(order.subarray(starts[bucket], starts[bucket + 1]), first);
    return first;
  }

  #withinBucket(members: Uint32Array, first: Uint32Array): void {
    const ones = this.#ones;
    const twos = this.#twos;
    const mask = 2 ** Math.ceil(Math.log2(members.length * 2 + 2)) - 1;
    const slots = new Int32Array(mask + 1);
    for (const member of members) {
      let at = ones[member]! & mask;
      for (; ; at = (at + 1) & mask) {
        const other = slots[at]! - 1;
        if (other < 0) {
          slots[at] = member + 1;
          first[member] = member;
          break;
        }
        if (ones[other] === ones[member] && twos[other] === twos[member]) {
          first[member] = other;
          break;
        }
      }
    }
  }

  #grow(): void {
    const ones = new Int32Array(this.#ones.length * 2);
    const twos = new Int32Array(ones.length);
    ones.set(this.#ones);
    twos.set(this.#twos);
    this.#ones = ones;
    this.#twos = twos;
  }
}
