import type { CountryCode } from 'libphonenumber-js/min';
import { firstNumber } from '../winback/firstNumber';

/** A telephone number as it is handed to its reader: one number, `+` for the `00` of a country. */
export const writtenNumber = (phone: string): string => firstNumber(phone).replace(/^00(?=[1-9])/, '+');

/** So many numbers with a country are enough to see where a shop is at home. */
const SAMPLE = 200;

/** The country (ISO 3166) of most of the numbers that say theirs; blank where none does. */
export async function homeCountry(phones: readonly string[]): Promise<string> {
  const abroad = phones
    .map(writtenNumber)
    .filter((phone) => phone.startsWith('+'))
    .slice(0, SAMPLE);
  if (abroad.length === 0) return '';
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const counts = new Map<string, number>();
  for (const phone of abroad) {
    const country = parsePhoneNumberFromString(phone)?.country;
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** A number as the world dials it (`+77071234567`); blank for what is none. */
export type Dial = (phone: string) => string;

/** Reads telephone numbers, those without a country as of this one (ISO 3166; blank where nobody knows). */
export async function dialler(country: string): Promise<Dial> {
  const { isSupportedCountry, parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  const code = country.toUpperCase();
  const home: CountryCode | undefined = isSupportedCountry(code) ? code : undefined;
  return (phone) => {
    const number = parsePhoneNumberFromString(writtenNumber(phone), home);
    return number?.isPossible() ? number.number : '';
  };
}
