import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ByteSource } from '../domain/intake/source';

/** A file of the disk to be read in pieces, and its closing; a .gz file is unpacked into memory. */
export async function openFile(path: string): Promise<{ source: ByteSource; close: () => Promise<void> }> {
  const name = basename(path);
  if (name.toLowerCase().endsWith('.gz')) {
    const bytes = new Uint8Array(gunzipSync(await readFile(path)));
    const read = (from: number, to: number) => Promise.resolve(bytes.subarray(from, to));
    return { source: { name, size: bytes.length, read }, close: () => Promise.resolve() };
  }
  const handle = await open(path);
  const stat = await handle.stat();
  if (!stat.isFile()) throw new Error(`${name} is no file`);
  const { size } = stat;
  const read = async (from: number, to: number) => {
    const { buffer, bytesRead } = await handle.read(
      new Uint8Array(Math.max(0, to - from)),
      0,
      Math.max(0, to - from),
      from,
    );
    return buffer.subarray(0, bytesRead);
  };
  return { source: { name, size, read }, close: () => handle.close() };
}
