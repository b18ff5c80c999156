import type { Encoding } from '../layout';
import type { CodePage, Letters } from './codePages';
import { textDecoder } from './textDecoder';

/** How many bytes beyond ASCII are weighed, spread over all samples: more do not change the answer. */
const MOST_WEIGHED = 6000;

/** Signs that stand between words in any language. */
const SIGNS = '\u00a0«»„“”’‘–—…€£§°';
const RARE_SIGNS = '•©®™¢¥№²½¼¾±´ª';
const BOX = /[\u2500-\u259f\u25a0]/;
const APOSTROPHES = '’‘´';
/** They stand beside figures, never inside a word. */
const BESIDE_FIGURES = '€£¥¢';

const OTHER = 0;
const SMALL = 1;
const CAPITAL = 2;
const SIGN = 3;
const APOSTROPHE = 4;
const LINE = 5;
const MONEY = 6;

/** Every byte beyond ASCII with the bytes on either side of it, three by three. */
export function threes(samples: readonly Uint8Array[]): Uint8Array {
  let high = 0;
  for (const bytes of samples) for (const byte of bytes) high += byte >> 7;
  const step = Math.max(1, Math.floor(high / MOST_WEIGHED));
  const found: number[] = [];
  let seen = 0;
  for (const bytes of samples)
    for (let i = 0; i < bytes.length; i++) {
      if (bytes[i]! < 128 || seen++ % step > 0) continue;
      found.push(bytes[i - 1] ?? 32, bytes[i]!, bytes[i + 1] ?? 32);
    }
  return Uint8Array.from(found);
}

const isDigit = (byte: number) => byte >= 48 && byte <= 57;
const isLetter = (kind: number) => kind === SMALL || kind === CAPITAL;

/** What each byte is under an encoding. */
function kindsOf(encoding: Encoding): { signs: string; kinds: Uint8Array } {
  const signs = textDecoder(encoding)(Uint8Array.from({ length: 256 }, (_, i) => i));
  const kinds = Uint8Array.from({ length: 256 }, (_, i) => {
    const sign = signs[i]!;
    if (/\p{Lu}/u.test(sign)) return CAPITAL;
    if (/\p{L}/u.test(sign)) return SMALL;
    if (APOSTROPHES.includes(sign)) return APOSTROPHE;
    if (BESIDE_FIGURES.includes(sign)) return MONEY;
    if (SIGNS.includes(sign) || RARE_SIGNS.includes(sign)) return SIGN;
    return BOX.test(sign) ? LINE : OTHER;
  });
  return { signs, kinds };
}

function worthOf(sign: string, kind: number, { letters, ownScript }: Letters): number {
  const place = letters.indexOf(sign.toLowerCase());
  const rank = place >= 0 ? place : letters.indexOf(sign);
  if (rank >= 0) {
    const common = ownScript ? -2.2 - rank * 0.09 : -0.6 - Math.log(rank + 1) * 1.1;
    return kind === CAPITAL ? common - (ownScript ? 0.6 : 1.2) : common;
  }
  if (kind === LINE) return -4;
  if (SIGNS.includes(sign)) return -3;
  if (RARE_SIGNS.includes(sign)) return -5;
  if (kind === SMALL || kind === CAPITAL) return -6.5;
  return /\p{Cc}|\ufffd/u.test(sign) ? -12 : -8;
}

/** How well what surrounds a byte fits with what the byte is. */
function contextOf(
  [before, byte, after]: readonly [number, number, number],
  kinds: Uint8Array,
  own: boolean,
): number {
  const kind = kinds[byte]!;
  const [left, right] = [kinds[before]!, kinds[after]!];
  const lettered = isLetter(left) || isLetter(right);
  if (kind === LINE) return before === byte || after === byte ? 3.5 : lettered ? -6 : 0;
  if (kind === MONEY) return lettered ? -4 : 1;
  if (!isLetter(kind)) return kind !== APOSTROPHE && isLetter(left) && isLetter(right) ? -4 : 0;
  let fit = 0;
  if (kind === CAPITAL && left === SMALL) fit -= 4;
  if (kind === SMALL && left === CAPITAL && right === CAPITAL) fit -= 2;
  if (before === byte && after === byte) fit -= 3;
  if (isDigit(before) || isDigit(after)) fit -= 1;
  const [highLeft, highRight] = [before > 127 && isLetter(left), after > 127 && isLetter(right)];
  if (own) {
    if (before < 128 && isLetter(left)) fit -= 4;
    if (after < 128 && isLetter(right)) fit -= 4;
    return highLeft || highRight ? fit + 1 : fit;
  }
  if (highLeft && highRight) fit -= 4;
  else if (highLeft || highRight) fit -= 1;
  return lettered ? fit : fit - 2;
}

/** How well bytes fit a code page, read in the language of it that they fit best; higher is better, in natural logarithms. */
export function fitOfPage(page: CodePage, found: Uint8Array): number {
  const { signs, kinds } = kindsOf(page.encoding);
  let best = -Infinity;
  const around = new Map<boolean, number>();
  const counts = new Uint32Array(256);
  for (let i = 1; i < found.length; i += 3) counts[found[i]!]!++;
  for (const language of page.languages) {
    let fit = around.get(language.ownScript);
    if (fit === undefined) {
      fit = 0;
      for (let i = 0; i < found.length; i += 3)
        fit += contextOf([found[i]!, found[i + 1]!, found[i + 2]!], kinds, language.ownScript);
      around.set(language.ownScript, fit);
    }
    for (let byte = 128; byte < 256; byte++)
      if (counts[byte]! > 0) fit += counts[byte]! * worthOf(signs[byte]!, kinds[byte]!, language);
    best = Math.max(best, fit);
  }
  return best - page.rarity;
}
