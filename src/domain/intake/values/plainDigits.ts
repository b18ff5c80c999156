const ARABIC = 0x660;
const PERSIAN = 0x6f0;
const WIDE = 0xff01;
const WIDE_LAST = 0xff5e;
const WIDE_TO_PLAIN = 0xfee0;
const WIDE_ZERO = 0xff10;
const WIDE_BLANK = 0x3000;

const isIn = (code: number, zero: number) => code >= zero && code <= zero + 9;

/** Whether a sign is a digit of Arabic or Persian writing, or one as wide as a Chinese character. */
export const isForeignDigit = (code: number): boolean =>
  code >= ARABIC && (isIn(code, ARABIC) || isIn(code, PERSIAN) || isIn(code, WIDE_ZERO));

/** Whether such a digit stands in a text. */
export const hasForeignDigits = (text: string): boolean =>
  /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/.test(text);

/** A text with its digits, and the signs among wide ones, as the rest of the world writes them. Arabic marks stay. */
export function plainDigits(text: string): string {
  let plain = '';
  for (const sign of text) {
    const code = sign.charCodeAt(0);
    if (isIn(code, ARABIC)) plain += String(code - ARABIC);
    else if (isIn(code, PERSIAN)) plain += String(code - PERSIAN);
    else if (code >= WIDE && code <= WIDE_LAST) plain += String.fromCharCode(code - WIDE_TO_PLAIN);
    else if (code === WIDE_BLANK) plain += ' ';
    else plain += sign;
  }
  return plain;
}
