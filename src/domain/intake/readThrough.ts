import type { Day } from '../kernel/day';
import { arrangedInto } from './arrange/arrangedInto';
import { codePageOf, utf8Evidence } from './bytes/encoding';
import { textDecoder } from './bytes/textDecoder';
import type { Encoding, Layout, Mapping } from './layout';
import { RowReader } from './rows/rowReader';
import type { ByteSource } from './source';
import { withoutRepeats, type Repeats } from './table/repeats';
import { SalesTable } from './table/salesTable';

/** Small pieces keep the tokeniser's strings in the processor's cache. */
const PIECE = 64 * 1024;
/** Bytes read at a time: a whole number of the blocks of a content hash. */
const BLOCK = 4 * 1024 * 1024;
const USUAL_ROW = 70;

export interface Pass {
  readonly table: SalesTable;
  /** The encoding that fits, where the bytes disproved the one given. */
  readonly encoding?: Encoding;
}

interface PassOptions {
  readonly today: Day;
  readonly minorDigits: number;
  readonly onProgress?: (rows: number, bytes: number) => void;
  readonly signal?: AbortSignal;
  /** What an earlier reading found to be there twice. */
  readonly repeats?: Repeats | undefined;
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

/** Reads a file once from start to end: bytes to text to rows to sales, the next block in flight while one is worked on. */
export async function readThrough(
  source: ByteSource,
  { layout, mapping }: { readonly layout: Layout; readonly mapping: Mapping },
  { today, minorDigits, onProgress, signal, repeats }: PassOptions,
  onBlock?: (block: Uint8Array) => void,
): Promise<Pass> {
  const table = new SalesTable({
    layout,
    mapping,
    today,
    minorDigits,
    expectedRows: source.size / USUAL_ROW,
  });
  const arranger = arrangedInto(table, layout, mapping, minorDigits);
  const taken = arranger?.take ?? table.take;
  const rows = new RowReader(layout, repeats ? withoutRepeats(repeats, table, mapping, taken) : taken);
  const decode = textDecoder(layout.encoding);
  const doubt = layout.encoding === 'utf-8' ? new EncodingDoubt() : undefined;
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
      onProgress?.(table.rows, from + at + piece.length);
    }
  }
  rows.push(decode(), true);
  arranger?.end();
  const encoding = doubt?.better;
  return encoding ? { table, encoding } : { table };
}
