/** Two independent 32-bit words over a text, left in `one` and `two`: together a 64-bit hash without an object for each text. */
export class TextHash {
  one = 0;
  two = 0;

  of(text: string): this {
    let one = 0x811c9dc5;
    let two = 0x9e3779b1 ^ text.length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x85ebca6b);
      two ^= two >>> 15;
    }
    this.one = mixed(one);
    this.two = mixed(two ^ Math.imul(one, 0x27d4eb2f));
    return this;
  }
}

/** Spreads every bit of a word over all of it (the final step of MurmurHash3). */
export function mixed(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) | 0;
}
