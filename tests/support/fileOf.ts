import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ByteSource } from '../../src/domain/intake/source';

/** Bytes or text as a file that is read in pieces. */
export function fileOf(content: Uint8Array | string, name = 'sales.csv'): ByteSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, size: bytes.length, read: (from, to) => Promise.resolve(bytes.slice(from, to)) };
}

/** A file of the disk, unpacked where it is a .gz. */
export function fileAt(path: string): ByteSource {
  const bytes = readFileSync(path);
  return fileOf(new Uint8Array(path.endsWith('.gz') ? gunzipSync(bytes) : bytes), path);
}
