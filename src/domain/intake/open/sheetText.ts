import type { RefusalCode } from '../refusal';
import type { Caps } from './caps';
import { joinedBytes } from './joinedBytes';

const PIECE = 64 * 1024;
/** Rows are filled up to the width of the widest so far, unless that is a stray cell far out. */
const WIDEST = 512;

const quoted = (text: string) => {
  const line = /[\r\n\u2028\u2029\0]/.test(text) ? text.replace(/\r\n|[\r\n\u2028\u2029\0]/g, ' ') : text;
  return /[",]|^\s|\s$/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
};

/**
 * Writes the rows of a sheet out as CSV in UTF-8: comma, quotes where needed, one line for each row of the sheet so that line numbers
 * are the sheet's own, nothing behind the last filled row.
 */
export class SheetText {
  readonly #encoder = new TextEncoder();
  readonly #caps: Caps;
  readonly #pieces: Uint8Array[] = [];
  #text = '';
  #size = 0;
  #width = 0;
  rows = 0;

  constructor(caps: Caps) {
    this.#caps = caps;
  }

  /** Takes the row with this number, counted from 0, as cells; the answer is why no more may come, if so. */
  take(index: number, cells: readonly string[]): RefusalCode | undefined {
    let filled = cells.length;
    while (filled > 0 && cells[filled - 1]!.trim() === '') filled--;
    if (filled === 0) return undefined;
    if (index >= this.#caps.rows) return 'too-large';
    while (this.rows < index) {
      this.#text += '\n';
      this.rows++;
    }
    if (filled <= WIDEST && filled > this.#width) this.#width = filled;
    let line = quoted(cells[0]!);
    for (let i = 1; i < filled; i++) line += ',' + quoted(cells[i]!);
    for (let i = filled; i < this.#width; i++) line += ',';
    this.#text += line + '\n';
    this.rows++;
    if (this.#text.length >= PIECE) this.#flush();
    return this.#size > this.#caps.inflated ? 'too-large' : undefined;
  }

  bytes(): Uint8Array {
    this.#flush();
    return joinedBytes(this.#pieces);
  }

  #flush(): void {
    const piece = this.#encoder.encode(this.#text);
    this.#pieces.push(piece);
    this.#size += piece.length;
    this.#text = '';
  }
}
