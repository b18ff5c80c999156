import { dialler, homeCountry, writtenNumber } from './dialled';

/** Two ways to write one number agree at least in its last digits. */
const TAIL = 7;
const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/**
 * Telephone numbers as the world dials them where several could be the same, so that `0470 11 22 33` and `+32 470 11 22 33` come out
 * equal; numbers like no other as their digits, which costs less. Blank for what is too short to be a number. `country` (ISO 3166) is
 * where numbers without a country belong; where it is blank, the commonest country of the others.
 */
export async function phoneKeys(phones: readonly string[], country: string): Promise<string[]> {
  const texts = phones.map((phone) => (phone === '' ? '' : writtenNumber(phone)));
  const keys = texts.map(digitsOf).map((digits) => (digits.length < TAIL ? '' : digits));
  const seen = new Map<string, number>();
  for (const digits of keys) {
    const tail = digits.slice(-TAIL);
    if (tail !== '') seen.set(tail, (seen.get(tail) ?? 0) + 1);
  }
  const shared = keys.flatMap((digits, at) => (seen.get(digits.slice(-TAIL))! > 1 ? [at] : []));
  if (shared.length === 0) return keys;
  const dial = await dialler(country === '' ? await homeCountry(texts) : country);
  for (const at of shared) keys[at] = dial(texts[at]!) || keys[at]!;
  return keys;
}
