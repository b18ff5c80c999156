import type { CountryCode } from 'libphonenumber-js/min';

/** Several numbers in one field: the first counts. */
const SEVERAL = /[;,\n]|\s\/\s|\s(?:or|ou|of|или)\s/i;

/**
 * A telephone number as the world dials it (E.164, "+32470123456"); `country` (ISO 3166, such as "BE") is where numbers without a country
 * belong, empty where that is not known. Null for what cannot be a number. The tables of numbers are loaded when first needed.
 */
export async function international(text: string, country: string): Promise<string | null> {
  const [first = ''] = text.split(SEVERAL);
  const written = first.trim().replace(/^00(?=[1-9])/, '+');
  if (!/\d/.test(written)) return null;
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const home = country.toUpperCase();
  const known: CountryCode | undefined = isSupportedCountry(home) ? home : undefined;
  const number = parsePhoneNumberFromString(written, known);
  return number?.isPossible() ? number.number : null;
}
