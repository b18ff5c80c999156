import Papa from 'papaparse';
import type { Delimiter, Layout } from '../layout';
import { alike } from './alike';
import { collapseBlanks } from './blankRuns';

/** Takes a row: its cells, the line of the file on which it begins, and whether a stray quote or the end of the file cut it. */
export type TakeRow = (cells: string[], line: number, cut: boolean) => void;

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** No row of a till's file is longer, nor runs over more lines: beyond, a quote was left open. */
const LONGEST_ROW = 512 * 1024;
const MOST_LINES = 500;
const WARY_PIECE = 4 * 1024;
/** After so many rows cut for their quotes, a quote of this file no longer binds lines together. */
const MOST_CUTS = 200;
const LOOK_AT_LINES = 8;
const END_OF_DOS_FILE = '\u001a';

function countOf(text: string, sign: string, end = text.length): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1 && at < end; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

/**
 * Turns a text that arrives in pieces into rows, the same rows however it is cut. Papaparse tokenises; the row that a piece leaves
 * unfinished waits for the next. A quote that is never closed costs its own line only, not the rest of the file.
 */
export class RowReader {
  readonly #delimiter: Delimiter;
  readonly #newline: '\n' | '\r';
  readonly #width: number;
  readonly #take: TakeRow;
  readonly #parser: Papa.Parser;
  #tail = '';
  #line = 1;
  #cuts = 0;
  #lastRow: readonly string[] = [];

  constructor(layout: Pick<Layout, 'delimiter' | 'newline' | 'width'>, take: TakeRow) {
    this.#delimiter = layout.delimiter;
    this.#newline = layout.newline === '\r' ? '\r' : '\n';
    this.#width = layout.width;
    this.#take = take;
    this.#parser = this.#newParser();
  }

  /** Lines read so far. */
  get lines(): number {
    return this.#line - 1;
  }

  push(piece: string, last: boolean): void {
    const pieces = [piece];
    for (let next = pieces.pop(); next !== undefined; next = pieces.pop()) {
      const rest = this.#feed(next, last && pieces.length === 0);
      if (rest !== '') pieces.push(...warily(rest).reverse());
    }
  }

  #newParser(preview = 0): Papa.Parser {
    return new Papa.Parser({ delimiter: this.#delimiter, newline: this.#newline, preview });
  }

  /** Reads what is whole; answers with the text still to be read after a row that was cut. */
  #feed(piece: string, last: boolean): string {
    let text = this.#tail + piece;
    if (text.includes('\0')) text = text.replaceAll('\0', '');
    if (this.#delimiter === ' ') text = collapseBlanks(text);
    this.#tail = '';
    if (text === '') return '';
    if (this.#cuts >= MOST_CUTS) return this.#takeLines(text, last);
    const parsed = this.#parser.parse(text, 0, !last) as Parsed;
    const end = last ? text.length : parsed.meta.cursor;
    const cutAt = text.includes('"')
      ? this.#takeQuoted(text, end, parsed, last)
      : this.#takePlain(parsed.data, last);
    if (cutAt >= 0) return this.#skipLine(text, cutAt);
    const tail = text.slice(end);
    if (tail.length > LONGEST_ROW || this.#holdsRows(tail)) return this.#skipLine(text, end);
    this.#tail = tail;
    return '';
  }

  /** Every line is a row of its own; one whose quotes do not close is cut. */
  #takeLines(text: string, last: boolean): string {
    let from = 0;
    for (let to = text.indexOf(this.#newline); to !== -1; to = text.indexOf(this.#newline, from)) {
      this.#takeLine(text.slice(from, to), false);
      from = to + 1;
    }
    const tail = text.slice(from);
    if (last) this.#takeLine(tail, true);
    else if (tail.length > LONGEST_ROW) return this.#skipLine(text, from);
    else this.#tail = tail;
    return '';
  }

  #takeLine(text: string, last: boolean): void {
    const quoted = text.includes('"') && (this.#parser.parse(text + this.#newline, 0, true) as Parsed);
    const cut = quoted && (quoted.errors.length > 0 || quoted.data.length !== 1);
    const row = quoted && !cut ? quoted.data[0]! : text.split(this.#delimiter);
    if (last) this.#giveLast(row, cut);
    else this.#give(row, this.#line++, cut);
  }

  #takePlain(rows: readonly string[][], last: boolean): number {
    const whole = last ? rows.length - 1 : rows.length;
    for (let i = 0; i < whole; i++) this.#give(rows[i]!, this.#line++, false);
    if (last) this.#giveLast(rows[whole]!);
    return -1;
  }

  /** A row that the end of the file leaves shorter than the one before it was cut there. */
  #giveLast(row: string[], cut = false): void {
    if (row.length === 1 && (row[0] === '' || row[0] === END_OF_DOS_FILE)) return;
    const short = row.length < Math.min(this.#lastRow.length, this.#width);
    this.#give(row, this.#line++, cut || short);
  }

  #give(row: string[], line: number, cut: boolean): void {
    const end = row.length - 1;
    const cell = row[end]!;
    if (cell.charCodeAt(cell.length - 1) === 13) row[end] = cell.slice(0, -1);
    this.#lastRow = row;
    this.#take(row, line, cut);
  }

  #takeQuoted(text: string, end: number, parsed: Parsed, last: boolean): number {
    const rows = parsed.data;
    const breaks = countOf(text, this.#newline, end);
    const faulty = new Map<number, string>();
    for (const error of parsed.errors) if (error.row !== undefined) faulty.set(error.row, error.code);
    if (faulty.size === 0 && breaks === (last ? rows.length - 1 : rows.length))
      return this.#takePlain(rows, last);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const more = this.#breaksIn(row);
      if (more > 0 && (faulty.has(i) || more > MOST_LINES || row.some((cell) => this.#holdsRows(cell))))
        return this.#startOf(text, i);
      const fault = faulty.get(i);
      if (last && i === rows.length - 1) {
        this.#giveLast(row, fault === 'MissingQuotes');
        break;
      }
      this.#give(
        row,
        this.#line,
        fault === 'MissingQuotes' || (fault !== undefined && row.length !== this.#width),
      );
      this.#line += 1 + more;
    }
    return -1;
  }

  #breaksIn(row: readonly string[]): number {
    let breaks = 0;
    for (const cell of row) if (cell.includes(this.#newline)) breaks += countOf(cell, this.#newline);
    return breaks;
  }

  /** Whether a text inside quotes holds whole rows: then the quote that opened it was a stray one. */
  #holdsRows(text: string): boolean {
    if (!text.includes(this.#newline)) return false;
    const inner = text
      .split(this.#newline, LOOK_AT_LINES)
      .slice(1, -1)
      .filter((line) => !line.includes('"'))
      .map((line) => line.split(this.#delimiter));
    return inner.some(
      (cells, i) =>
        cells.length > 1 &&
        ((cells.length === this.#lastRow.length && alike(cells, this.#lastRow)) ||
          (cells.length === inner[i + 1]?.length &&
            cells.length === this.#width &&
            alike(cells, inner[i + 1]!))),
    );
  }

  #startOf(text: string, row: number): number {
    return row === 0 ? 0 : (this.#newParser(row).parse(text, 0, true) as Parsed).meta.cursor;
  }

  #skipLine(text: string, at: number): string {
    this.#cuts++;
    const found = text.indexOf(this.#newline, at);
    const end = found === -1 ? text.length : found;
    this.#give(text.slice(at, end).split(this.#delimiter), this.#line++, true);
    return text.slice(end + 1);
  }
}

/** A text in pieces that grow, so that the next cut, near or far, costs about as much reading again as it lies away. */
function warily(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at = 2 * at + WARY_PIECE)
    pieces.push(text.slice(at, 2 * at + WARY_PIECE));
  return pieces;
}

/** All rows of a text held in memory, such as a sample. */
export function rowsOf(
  text: string,
  layout: Pick<Layout, 'delimiter' | 'newline' | 'width'>,
): { cells: string[]; line: number }[] {
  const rows: { cells: string[]; line: number }[] = [];
  new RowReader(layout, (cells, line) => rows.push({ cells, line })).push(text, true);
  return rows;
}
