import { err, ok, type Result } from '../../kernel/result';
import type { Refusal } from '../refusal';
import type { ByteSource } from '../source';
import type { Budget } from './budget';

const BLOCK = 1024 * 1024;

/** What a .gz file unpacks to, counted while it comes. */
export async function gunzip(
  source: ByteSource,
  budget: Budget,
  signal?: AbortSignal,
): Promise<Result<Uint8Array, Refusal>> {
  const unpacking = new DecompressionStream('gzip');
  const writer = unpacking.writable.getWriter() as WritableStreamDefaultWriter<Uint8Array>;
  const feed = async () => {
    for (let from = 0; from < source.size; from += BLOCK)
      await writer.write(await source.read(from, Math.min(from + BLOCK, source.size)));
    await writer.close();
  };
  const fed = feed().catch(() => undefined);
  const reader = unpacking.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      const stop = budget.take(value.length, size);
      if (stop) {
        await reader.cancel();
        return err({ code: stop });
      }
      pieces.push(value);
      size += value.length;
    }
  } catch {
    signal?.throwIfAborted();
    return err({ code: 'damaged-archive' });
  }
  await fed;
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return ok(all);
}
