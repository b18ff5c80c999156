const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Bytes as text of letters and digits alone (RFC 4648 base 32 in small letters, without padding): nothing in it that a
 * messenger takes for italics, a dash or the end of a link, and it survives a change of case.
 */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31]!;
    held &= 31;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31]! : text;
}

/** The bytes of such a text; undefined for anything that `toBase32` does not write. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let at = 0;
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    held = ((held & 0xff) << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >>> bits) & 0xff;
    }
  }
  const canonical = bits < 5 && (held & ((1 << bits) - 1)) === 0;
  return canonical ? bytes : undefined;
}
