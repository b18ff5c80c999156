import type { Encoding } from '../layout';
import { textDecoder } from './textDecoder';
import { CODE_PAGES, SIGNS, type CodePage } from './codePages';

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

const isAsciiLetter = (byte: number) => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

function pageScore(page: CodePage, samples: readonly Uint8Array[]): number {
  const high = textDecoder(page.encoding)(Uint8Array.from({ length: 128 }, (_, i) => i + 128));
  const worth = new Float64Array(256);
  const letter = new Uint8Array(256);
  for (let i = 0; i < 128; i++) {
    const sign = high[i]!;
    const common = page.usual.includes(sign);
    letter[i + 128] = common || page.possible.includes(sign) ? 1 : 0;
    worth[i + 128] = common ? 2 : letter[i + 128] ? 0.8 : SIGNS.includes(sign) ? 0.5 : -2;
  }
  let score = 0;
  for (const bytes of samples) {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte < 128) continue;
      score += worth[byte]!;
      if (!letter[byte]) continue;
      const before = bytes[i - 1] ?? 32;
      const after = bytes[i + 1] ?? 32;
      if (page.ownScript) {
        if (isAsciiLetter(before) || isAsciiLetter(after)) score -= 4;
        if (letter[before] || letter[after]) score += 1;
      } else if (letter[before] && letter[after]) score -= 4;
      else if (isAsciiLetter(before) || isAsciiLetter(after)) score += 0.5;
    }
  }
  return score;
}

/** UTF-16 without a mark: every other byte of plain signs is zero. */
function utf16Pattern(bytes: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++)
    if (bytes[i] === 0) {
      if (i % 2) odd++;
      else even++;
    }
  const pairs = bytes.length / 2;
  if (odd > 2 && odd > pairs * 0.2 && even < odd / 10) return 'utf-16le';
  if (even > 2 && even > pairs * 0.2 && odd < even / 10) return 'utf-16be';
  return undefined;
}

function looksBinary(bytes: Uint8Array): boolean {
  let odd = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a && byte !== 0x1b)) odd++;
  return odd > bytes.length * 0.05 && odd > 4;
}

/** The one-byte encoding whose letters fit best; `windows-1252` where nothing tells. */
export function codePageOf(samples: readonly Uint8Array[]): Encoding {
  let best: Encoding = 'windows-1252';
  let top = -Infinity;
  for (const page of CODE_PAGES) {
    const score = pageScore(page, samples);
    if (score > top) [best, top] = [page.encoding, score];
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
