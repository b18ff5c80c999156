/**
 * Numbers pairs of words 0, 1, 2... in order of first appearance, each pair once. An open hash table, because a Map of a million
 * texts takes longer than reading the file. Both words should be well mixed (see `TextHash`).
 */
export class PairIndex {
  size = 0;
  #mask: number;
  /** First word and number + 1 side by side, so that one look into memory settles most questions; number 0 marks a free place. */
  #slots: Int32Array;
  #twos: Int32Array;

  constructor(expected = 256) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity * 2);
    this.#twos = new Int32Array(capacity / 2);
  }

  /** The number of the pair, a new one where it was not seen before. */
  of(one: number, two: number): number {
    const first = one | 0;
    const second = two | 0;
    const slots = this.#slots;
    const mask = this.#mask;
    for (let at = first & mask; ; at = (at + 1) & mask) {
      const number = slots[at * 2 + 1]!;
      if (number === 0) return this.#add(at, first, second);
      if (slots[at * 2] === first && this.#twos[number - 1] === second) return number - 1;
    }
  }

  /** The number of the pair; -1 where it was not seen before. */
  find(one: number, two: number): number {
    const first = one | 0;
    const second = two | 0;
    const slots = this.#slots;
    const mask = this.#mask;
    for (let at = first & mask; ; at = (at + 1) & mask) {
      const number = slots[at * 2 + 1]!;
      if (number === 0) return -1;
      if (slots[at * 2] === first && this.#twos[number - 1] === second) return number - 1;
    }
  }

  #add(place: number, one: number, two: number): number {
    const index = this.size++;
    this.#slots[place * 2] = one;
    this.#slots[place * 2 + 1] = index + 1;
    this.#twos[index] = two;
    if (this.size === this.#twos.length) this.#grow();
    return index;
  }

  #grow(): void {
    const old = this.#slots;
    const capacity = (this.#mask + 1) * 2;
    const mask = (this.#mask = capacity - 1);
    const slots = (this.#slots = new Int32Array(capacity * 2));
    const twos = new Int32Array(capacity / 2);
    twos.set(this.#twos);
    this.#twos = twos;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let at = old[from]! & mask;
      while (slots[at * 2 + 1] !== 0) at = (at + 1) & mask;
      slots[at * 2] = old[from]!;
      slots[at * 2 + 1] = old[from + 1]!;
    }
  }
}
