/**
 * Numbers pairs of words 0, 1, 2... in order of first appearance, each pair once. An open hash table, because a Map of a million
 * texts takes longer than reading the file.
 */
export class PairIndex {
  size = 0;
  #mask: number;
  #slots: Int32Array;
  #ones: Int32Array;
  #twos: Int32Array;

  constructor(expected = 1024) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity);
    this.#ones = new Int32Array(capacity / 2);
    this.#twos = new Int32Array(capacity / 2);
  }

  /** The number of the pair, a new one where it was not seen before. The words should be well mixed. */
  of(one: number, two: number): number {
    const found = this.find(one, two);
    if (found >= 0) return found;
    if (this.size === this.#ones.length) this.#grow();
    const index = this.size++;
    this.#ones[index] = one;
    this.#twos[index] = two;
    this.#place(one, index);
    return index;
  }

  /** The number of the pair; -1 where it was not seen before. */
  find(one: number, two: number): number {
    const first = one | 0;
    const second = two | 0;
    for (let at = first & this.#mask; ; at = (at + 1) & this.#mask) {
      const index = this.#slots[at]! - 1;
      if (index < 0) return -1;
      if (this.#ones[index] === first && this.#twos[index] === second) return index;
    }
  }

  #place(one: number, index: number): void {
    let at = one & this.#mask;
    while (this.#slots[at] !== 0) at = (at + 1) & this.#mask;
    this.#slots[at] = index + 1;
  }

  #grow(): void {
    const capacity = (this.#mask + 1) * 2;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity);
    const ones = new Int32Array(capacity / 2);
    const twos = new Int32Array(capacity / 2);
    ones.set(this.#ones);
    twos.set(this.#twos);
    this.#ones = ones;
    this.#twos = twos;
    for (let i = 0; i < this.size; i++) this.#place(ones[i]!, i);
  }
}
