import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { err, ok, type Result } from '../../kernel/result';
import type { Refusal, RefusalCode } from '../refusal';
import type { Budget } from './budget';
import type { Caps } from './caps';
import { joinedBytes } from './joinedBytes';

export interface ZipEntry {
  readonly name: string;
  /** Bytes packed and, as the archive says, unpacked. */
  readonly size: number;
  readonly originalSize: number;
}

const PIECE = 64 * 1024;

/** The table of contents of an archive, unless what it says breaks a cap. */
export function listZip(bytes: Uint8Array, caps: Caps): Result<ZipEntry[], Refusal> {
  const entries: ZipEntry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries.push({ name, size, originalSize });
        return false;
      },
    });
  } catch {
    return err({ code: 'damaged-archive' });
  }
  if (entries.length > caps.entries) return err({ code: 'zip-bomb' });
  let inflated = 0;
  for (const { size, originalSize } of entries) {
    if (originalSize === 0 && size > 2) return err({ code: 'damaged-archive' });
    if (originalSize > caps.ratioFrom && originalSize > size * caps.ratio) return err({ code: 'zip-bomb' });
    if (originalSize > caps.entry) return err({ code: 'too-large' });
    inflated += originalSize;
  }
  return inflated > caps.inflated ? err({ code: 'too-large' }) : ok(entries);
}

/** The files of an archive that are wanted, unpacked one after the other and counted while they come. */
export function unzipFiles(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  budget: Budget,
  signal?: AbortSignal,
): Result<{ name: string; bytes: Uint8Array }[], Refusal> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  let stop: RefusalCode | undefined;
  let open = 0;
  const unzip = new Unzip((file) => {
    if (stop || !wanted(file.name)) return;
    const pieces: Uint8Array[] = [];
    let size = 0;
    open++;
    file.ondata = (cause, piece, final) => {
      if (stop) return;
      if (cause) stop = 'damaged-archive';
      else {
        stop = budget.take(piece.length, size);
        pieces.push(piece);
        size += piece.length;
      }
      if (stop || !final) return;
      files.push({ name: file.name, bytes: joinedBytes(pieces) });
      open--;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !stop; at += PIECE) {
      signal?.throwIfAborted();
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch {
    signal?.throwIfAborted();
    return err({ code: stop ?? 'damaged-archive' });
  }
  if (stop) return err({ code: stop });
  return open > 0 ? err({ code: 'damaged-archive' }) : ok(files);
}
