import type { Encoding } from '../layout';
import type { ByteSource } from '../source';
import { textDecoder } from './textDecoder';

const PIECES = 8;
const PIECE = 32 * 1024;

/** Bytes from the whole length of a file: all of it where it is small, else evenly spread pieces, the first from its start. */
export async function byteSamples(source: ByteSource): Promise<Uint8Array[]> {
  if (source.size <= PIECES * PIECE * 2) return [await source.read(0, source.size)];
  const step = Math.floor((source.size - PIECE) / (PIECES - 1) / 2) * 2;
  return Promise.all(Array.from({ length: PIECES }, (_, i) => source.read(i * step, i * step + PIECE)));
}

/** Samples as text; those from inside the file begin and end with a whole line. `whole` says that nothing was left out. */
export function textSamples(samples: readonly Uint8Array[], encoding: Encoding): string[] {
  const cut = samples.length > 1;
  return samples.map((bytes, i) => {
    const text = textDecoder(encoding)(bytes).replaceAll('\0', '');
    const from = i === 0 ? 0 : text.search(/[\r\n]/) + 1;
    const to = cut ? Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1 : text.length;
    return text.slice(from, Math.max(from, to));
  });
}
