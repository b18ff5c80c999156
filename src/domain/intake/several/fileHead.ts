import { codePageOf, encodingOf } from '../bytes/encoding';
import { byteSamples, textSamples } from '../bytes/samples';
import type { Encoding } from '../layout';
import type { OpenedTable } from '../open/opened';

const HEAD = 32 * 1024;
/** Samples kept of a file whose letters are told by those of all files. */
const MOST_KEPT = 2;

/** The top of one file among several, and how its text is written. */
export interface FileHead {
  readonly table: OpenedTable;
  readonly encoding: Encoding;
  /** Of a file in a one-byte encoding, which only the letters tell. */
  readonly lettered: readonly Uint8Array[];
  readonly head: Uint8Array;
}

const isUnicode = (encoding: Encoding) => encoding.startsWith('utf-');

/** Undefined where the bytes are no text. */
export async function headOf(table: OpenedTable): Promise<FileHead | undefined> {
  const samples = await byteSamples(table.source);
  const encoding = table.hints.encoding ?? encodingOf(samples);
  if (encoding === undefined) return undefined;
  const lettered = isUnicode(encoding) ? [] : samples.slice(0, MOST_KEPT);
  return { table, encoding, lettered, head: samples[0]!.slice(0, HEAD) };
}

/** Files of one maker in one-byte letters have the same ones: one short file alone may not tell which. */
export function withCommonLetters(heads: readonly FileHead[]): FileHead[] {
  const lettered = heads.flatMap((head) => head.lettered);
  if (lettered.length === 0) return [...heads];
  const common = codePageOf(lettered);
  return heads.map((head) => (head.lettered.length > 0 ? { ...head, encoding: common } : head));
}

/** The text of the head; its last line is whole. */
export function headText({ head, encoding, table }: FileHead): string {
  const text = textSamples([head], encoding)[0]!;
  if (head.length >= table.source.size) return text;
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  return end > 0 ? text.slice(0, end) : text;
}
