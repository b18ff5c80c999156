import { dialler } from '../identity/dialled';
import type { Day } from '../kernel/day';
import { arrangedInto } from './arrange/arrangedInto';
import { codePageOf, utf8Evidence } from './bytes/encoding';
import { textDecoder } from './bytes/textDecoder';
import type { Encoding, Mapping } from './layout';
import { RowReader, type TakeRow } from './rows/rowReader';
import type { FileLines } from './several/fileLines';
import { SaleLines } from './several/saleLines';
import type { FilePart } from './source';
import { withoutRepeats, type Repeats } from './table/repeats';
import { SalesTable } from './table/salesTable';

/** Small pieces keep the tokeniser's strings in the processor's cache. */
const PIECE = 64 * 1024;
/** Bytes read at a time: a whole number of the blocks of a content hash. */
const BLOCK = 4 * 1024 * 1024;
const USUAL_ROW = 70;

export interface Pass {
  readonly table: SalesTable;
  /** For each file the encoding that fits, where its bytes disproved the one given. */
  readonly encodings: readonly (Encoding | undefined)[];
  readonly files: readonly FileLines[];
  /** Where there are several files. */
  readonly lines?: SaleLines;
}

interface PassOptions {
  readonly today: Day;
  readonly minorDigits: number;
  readonly onProgress?: (rows: number, bytes: number) => void;
  readonly signal?: AbortSignal;
  /** What an earlier reading found to be there twice. */
  readonly repeats?: Repeats | undefined;
  /** Lines that an earlier reading found in another file too. */
  readonly twice?: ReadonlySet<number>;
}

/** Notices bytes that are no UTF-8, which samples may have missed, and what they are instead. */
class EncodingDoubt {
  #well = 0;
  #broken = 0;
  #piece: Uint8Array | undefined;

  see(bytes: Uint8Array): void {
    const { well, broken } = utf8Evidence(bytes);
    this.#well += well;
    this.#broken += broken;
    this.#piece ??= bytes;
  }

  get better(): Encoding | undefined {
    return this.#piece && this.#broken * 20 >= this.#well && this.#broken > 0
      ? codePageOf([this.#piece])
      : undefined;
  }
}

/** Rows of one file among several, with lines counted over all of them; its titles are no row. */
const rowsOfPart =
  (take: TakeRow, { layout }: FilePart, before: number): TakeRow =>
  (cells, line, cut) => {
    if (line >= layout.firstLine) take(cells, before + line, cut);
  };

/**
 * Reads a file, or several of one shape, once from start to end: bytes to text to rows to sales, the next block in flight while one is
 * worked on.
 */
export async function readThrough(
  parts: readonly FilePart[],
  mapping: Mapping,
  { today, minorDigits, onProgress, signal, repeats, twice }: PassOptions,
  onBlock?: (block: Uint8Array) => void,
): Promise<Pass> {
  const { layout } = parts[0]!;
  const size = parts.reduce((sum, { source }) => sum + source.size, 0);
  const { phones, columns } = mapping;
  const dial = phones === undefined || columns.client !== columns.phone ? undefined : await dialler(phones);
  const expectedRows = size / USUAL_ROW;
  const table = new SalesTable({ layout, mapping, today, minorDigits, expectedRows, dial });
  const lines = parts.length > 1 ? new SaleLines(table, twice) : undefined;
  const into = lines?.take ?? table.take;
  const arranger = arrangedInto(table, layout, mapping, minorDigits, into);
  const taken = arranger?.take ?? into;
  const take = repeats ? withoutRepeats(repeats, table, mapping, taken) : taken;
  const files: FileLines[] = [];
  const encodings: (Encoding | undefined)[] = [];
  let before = 0;
  let bytes = 0;
  for (const part of parts) {
    const { source } = part;
    const rows = new RowReader(part.layout, lines ? rowsOfPart(take, part, before) : take);
    const decode = textDecoder(part.layout.encoding);
    const doubt = part.layout.encoding === 'utf-8' ? new EncodingDoubt() : undefined;
    const blockAt = (from: number) => source.read(from, Math.min(from + BLOCK, source.size));
    let next = blockAt(0);
    for (let from = 0; from < source.size; from += BLOCK) {
      signal?.throwIfAborted();
      const block = await next;
      if (from + BLOCK < source.size) {
        next = blockAt(from + BLOCK);
        next.catch(() => undefined);
      }
      onBlock?.(block);
      for (let at = 0; at < block.length; at += PIECE) {
        signal?.throwIfAborted();
        const piece = block.subarray(at, at + PIECE);
        const text = decode(piece);
        if (doubt && text.includes('\ufffd')) doubt.see(piece);
        rows.push(text, false);
        onProgress?.(table.rows, bytes + from + at + piece.length);
      }
    }
    rows.push(decode(), true);
    arranger?.end();
    encodings.push(doubt?.better);
    files.push({ name: source.name, before });
    before += rows.lines;
    bytes += source.size;
  }
  return { table, encodings, files, ...(lines && { lines }) };
}
