import type { Encoding } from '../layout';
import { CODE_PAGES } from './codePages';
import { fitOfPage, threes } from './letterFit';

/** Counts well-formed and broken sequences of UTF-8 beyond ASCII; one cut off at either edge is neither. */
export function utf8Evidence(bytes: Uint8Array): { well: number; broken: number } {
  let well = 0;
  let broken = 0;
  let i = 0;
  while (i < 3 && (bytes[i]! & 0xc0) === 0x80) i++;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const more =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let seen = 0;
    while (seen < more && i + 1 + seen < bytes.length && (bytes[i + 1 + seen]! & 0xc0) === 0x80) seen++;
    const cutOff = more > 0 && i + 1 + seen >= bytes.length;
    if (more > 0 && seen === more) well++;
    else if (!cutOff) broken++;
    i += 1 + seen;
  }
  return { well, broken };
}

/** High bytes of the letters, figures and signs of the languages of the shops in UTF-16. */
const isWideHigh = (byte: number) => byte < 6 || byte === 0x1e || byte === 0x20 || byte === 0x21;

/** UTF-16 without a mark: every other byte of plain signs is zero, and the others there are those of a few alphabets. */
function utf16Pattern(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  const wide = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0) zeros[i % 2]!++;
    if (isWideHigh(bytes[i]!)) wide[i % 2]!++;
  }
  const pairs = bytes.length / 2;
  const high = zeros[1]! > zeros[0]! ? 1 : 0;
  const plain = zeros[high]! > pairs * 0.2;
  const told = zeros[high]! > 2 && (plain || (zeros[high]! > pairs * 0.04 && wide[high]! > pairs * 0.98));
  if (!told || zeros[1 - high]! >= zeros[high]! / 10) return undefined;
  return high === 1 ? 'utf-16le' : 'utf-16be';
}

function looksBinary(bytes: Uint8Array): boolean {
  let odd = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b)) odd++;
  return odd > bytes.length * 0.05 && odd > 4;
}

/** The one-byte encoding whose letters fit best; `windows-1252` where nothing tells. */
export function codePageOf(samples: readonly Uint8Array[]): Encoding {
  const found = threes(samples);
  let best: Encoding = 'windows-1252';
  let top = -Infinity;
  for (const page of CODE_PAGES) {
    const fit = fitOfPage(page, found);
    if (fit > top) [best, top] = [page.encoding, fit];
  }
  return best;
}

/**
 * The encoding of a text file by its evidence: byte order mark, pattern of zeros, well-formed UTF-8, else the letters of the
 * code pages; undefined where the bytes are no text. Every sample must begin at an even place of the file.
 */
export function encodingOf(samples: readonly Uint8Array[]): Encoding | undefined {
  const head = samples[0] ?? new Uint8Array();
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = utf16Pattern(head);
  if (wide) return wide;
  if (samples.some(looksBinary)) return undefined;
  let well = 0;
  let broken = 0;
  for (const sample of samples) {
    const seen = utf8Evidence(sample);
    well += seen.well;
    broken += seen.broken;
  }
  return broken === 0 || well > broken * 20 ? 'utf-8' : codePageOf(samples);
}
