import { language } from './language.svelte';

/** Currencies offered first, by how many shops of our languages count in them. */
export const COMMON_CURRENCIES: readonly string[] = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'BGN',
  'SEK',
  'NOK',
  'DKK',
  'UAH',
  'RUB',
  'KZT',
  'TRY',
  'ILS',
  'INR',
  'CAD',
  'AUD',
];

/** Every currency the browser knows; the common ones where it cannot tell. */
export const knownCurrencies = (): readonly string[] =>
  'supportedValuesOf' in Intl ? Intl.supportedValuesOf('currency') : COMMON_CURRENCIES;

/** "Euro (EUR)"; the code alone where the browser has no name for it. */
export function currencyName(code: string): string {
  const name = new Intl.DisplayNames(language.locale, { type: 'currency', fallback: 'none' }).of(code);
  return name === undefined ? code : `${name} (${code})`;
}
