import { textDecoder } from '../bytes/textDecoder';
import { RowReader } from '../rows/rowReader';
import type { FilePart } from '../source';

const BLOCK = 1024 * 1024;

/** Gives every row of a file below its titles: the cells, and the line it begins on. */
export async function eachRow(
  { source, layout }: FilePart,
  take: (cells: readonly string[], line: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const decode = textDecoder(layout.encoding);
  const rows = new RowReader(layout, (cells, line) => {
    if (line >= layout.firstLine && cells.some((cell) => cell.trim() !== '')) take(cells, line);
  });
  for (let from = 0; from < source.size; from += BLOCK) {
    signal?.throwIfAborted();
    rows.push(decode(await source.read(from, Math.min(from + BLOCK, source.size))), false);
  }
  rows.push(decode(), true);
}
