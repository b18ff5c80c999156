import { err, ok, type Result } from '../../kernel/result';
import type { Refusal } from '../refusal';
import type { ByteSource } from '../source';
import type { Budget } from './budget';
import { joinedBytes } from './joinedBytes';

const BLOCK = 1024 * 1024;

/** What a .gz file unpacks to, counted while it comes. Rejects with what the source throws where it cannot be read. */
export async function gunzip(
  source: ByteSource,
  budget: Budget,
  signal?: AbortSignal,
): Promise<Result<Uint8Array, Refusal>> {
  const unpacking = new DecompressionStream('gzip');
  const writer = unpacking.writable.getWriter() as WritableStreamDefaultWriter<Uint8Array>;
  let unread: { readonly cause: unknown } | undefined;
  const blockAt = (from: number) =>
    source.read(from, Math.min(from + BLOCK, source.size)).catch((cause: unknown) => {
      unread = { cause };
      throw cause;
    });
  const feed = async () => {
    for (let from = 0; from < source.size; from += BLOCK) await writer.write(await blockAt(from));
    await writer.close();
  };
  const fed = feed().catch((cause: unknown) => writer.abort(cause).catch(() => undefined));
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
    await reader.cancel().catch(() => undefined);
    signal?.throwIfAborted();
    if (unread) throw unread.cause;
    return err({ code: 'damaged-archive' });
  }
  await fed;
  return ok(joinedBytes(pieces));
}
