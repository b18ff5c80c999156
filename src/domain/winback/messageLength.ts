/** The letters that one place of a short message holds, and those that take two (3GPP TS 23.038). */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const DOUBLE = new Set('^{}\\[~]|€\f');

/** How a text travels as short messages: parts that are paid for, the alphabet, and places left in the last part. */
export interface SmsLength {
  readonly parts: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly left: number;
}

const PLACES = { 'GSM-7': { alone: 160, joined: 153 }, 'UCS-2': { alone: 70, joined: 67 } } as const;

/** Parts, alphabet and places left for a text as SMS; letters that take two places are never cut in two. No part for no text. */
export function smsLength(text: string): SmsLength {
  const letters = Array.from(text);
  const isPlain = letters.every((letter) => BASIC.has(letter) || DOUBLE.has(letter));
  const encoding = isPlain ? 'GSM-7' : 'UCS-2';
  const sizes = letters.map((letter) => (isPlain ? (DOUBLE.has(letter) ? 2 : 1) : letter.length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, joined } = PLACES[encoding];
  if (total <= alone) return { parts: total === 0 ? 0 : 1, encoding, left: alone - total };
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > joined) {
      parts++;
      used = 0;
    }
    used += size;
  }
  return { parts, encoding, left: joined - used };
}
