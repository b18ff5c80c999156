import type { CountryCode } from 'libphonenumber-js/min';
import { firstNumber } from './firstNumber';

/**
 * A telephone number as the world dials it (E.164, "+32470123456"); `country` (ISO 3166, such as "BE") is where numbers without a country
 * belong, empty where that is not known. Null for what cannot be a number; of several the first counts. The tables of numbers are loaded when first needed.
 */
export async function international(text: string, country: string): Promise<string | null> {
  const written = firstNumber(text).replace(/^00(?=[1-9])/, '+');
  if (!/\d/.test(written)) return null;
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const home = country.toUpperCase();
  const known: CountryCode | undefined = isSupportedCountry(home) ? home : undefined;
  const number = parsePhoneNumberFromString(written, known);
  return number?.isPossible() ? number.number : null;
}
