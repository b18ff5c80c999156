import type { CountryCode } from 'libphonenumber-js/min';
import { firstNumber } from '../winback/firstNumber';

/** Two ways to write one number agree at least in its last digits. */
const TAIL = 7;
/** So many numbers with a country are enough to see where the shop is at home. */
const SAMPLE = 200;

const written = (phone: string): string => firstNumber(phone).replace(/^00(?=[1-9])/, '+');
const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/**
 * Telephone numbers as the world dials them where several could be the same, so that `0470 11 22 33` and `+32 470 11 22 33` come out
 * equal; numbers like no other as their digits, which costs less. Blank for what is too short to be a number. `country` (ISO 3166) is
 * where numbers without a country belong; where it is blank, the commonest country of the others.
 */
export async function phoneKeys(phones: readonly string[], country: string): Promise<string[]> {
  const texts = phones.map((phone) => (phone === '' ? '' : written(phone)));
  const keys = texts.map(digitsOf).map((digits) => (digits.length < TAIL ? '' : digits));
  const seen = new Map<string, number>();
  for (const digits of keys) {
    const tail = digits.slice(-TAIL);
    if (tail !== '') seen.set(tail, (seen.get(tail) ?? 0) + 1);
  }
  const shared = keys.flatMap((digits, at) => (seen.get(digits.slice(-TAIL))! > 1 ? [at] : []));
  if (shared.length === 0) return keys;
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const home = isSupportedCountry(country.toUpperCase())
    ? (country.toUpperCase() as CountryCode)
    : commonest(
        texts
          .filter((text) => text.startsWith('+'))
          .slice(0, SAMPLE)
          .map((text) => parsePhoneNumberFromString(text)?.country),
      );
  for (const at of shared) {
    const number = parsePhoneNumberFromString(texts[at]!, home);
    if (number?.isPossible()) keys[at] = number.number;
  }
  return keys;
}

function commonest(countries: readonly (CountryCode | undefined)[]): CountryCode | undefined {
  const counts = new Map<CountryCode, number>();
  for (const country of countries) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
