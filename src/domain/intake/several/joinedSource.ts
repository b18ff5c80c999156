import type { ByteSource, FilePart } from '../source';

/** Files of one shape as one source, in this order. */
export function joinedSource(name: string, parts: readonly FilePart[]): ByteSource {
  return {
    name,
    size: parts.reduce((size, { source }) => size + source.size, 0),
    parts,
    async read(from, to) {
      const bytes = new Uint8Array(Math.max(0, to - from));
      let at = 0;
      for (const { source } of parts) {
        const begin = Math.max(from - at, 0);
        const end = Math.min(to - at, source.size);
        if (begin < end) bytes.set(await source.read(begin, end), at + begin - from);
        at += source.size;
      }
      return bytes;
    },
  };
}
