const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const LONGEST_KEY = 256;

const isBlank = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * Watches JSON go by in pieces of bytes for keys that no file of ours has: those that reach into how objects work in
 * JavaScript, also as part of a path, and any written with escapes, which could hide one.
 */
export class ForeignKeys {
  found = false;
  #inText = false;
  #escaped = false;
  #anyEscape = false;
  #text: number[] = [];
  #ended = false;

  see(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#inText) this.#read(byte);
      else if (byte === QUOTE) this.#begin();
      else if (this.#ended && !isBlank(byte)) {
        if (byte === COLON && this.#isForeign()) this.found = true;
        this.#ended = false;
      }
    }
  }

  #begin(): void {
    this.#inText = true;
    this.#anyEscape = false;
    this.#ended = false;
    this.#text = [];
  }

  #read(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = this.#anyEscape = true;
    else if (byte === QUOTE) {
      this.#inText = false;
      this.#ended = true;
    } else if (this.#text.length < LONGEST_KEY) this.#text.push(byte);
  }

  #isForeign(): boolean {
    const key = String.fromCharCode(...this.#text);
    return this.#anyEscape || this.#text.length >= LONGEST_KEY || /__proto__|constructor|prototype/.test(key);
  }
}
