import { Failure } from './failure';
import { ForeignKeys } from './foreignKeys';

/** A file larger than this, packed or not, is not one of ours. */
export const MOST_BYTES = 1_000_000_000;
/** So much is unpacked from however small a file. */
const ALWAYS_FINE = 64_000_000;
/** Half of what we pack is random numbers, so it never shrinks to a hundredth. */
const MOST_GROWTH = 100;
/** Pieces are put together now and then, so that the browser may move them out of memory. */
const TOGETHER = 8_000_000;

/**
 * The contents of a saved shop's file, counted while they are unpacked: a small file that would fill the device is given up
 * before it does. Fails with `file-damaged` or `file-foreign`.
 */
export async function unpacked(packed: Blob): Promise<Blob> {
  const most = Math.min(MOST_BYTES, Math.max(ALWAYS_FINE, MOST_GROWTH * packed.size));
  const gzip = new DecompressionStream('gzip') as ReadableWritablePair<
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>
  >;
  const reader = packed.stream().pipeThrough(gzip).getReader();
  const keys = new ForeignKeys();
  let parts: BlobPart[] = [];
  let size = 0;
  let together = TOGETHER;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new Failure('file-damaged', 'cannot be unpacked', cause);
    });
    if (done) return new Blob(parts);
    size += value.length;
    keys.see(value);
    if (size > most || keys.found) {
      await reader.cancel().catch(() => undefined);
      throw new Failure('file-foreign');
    }
    parts.push(value);
    if (size > together) {
      parts = [new Blob(parts)];
      together = size + TOGETHER;
    }
  }
}
