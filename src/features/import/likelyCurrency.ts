const EURO = 'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK';

/** Currency by region (ISO 3166 -> ISO 4217) for the regions whose tills are met most. */
const REGIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(EURO.split(' ').map((region) => [region, 'EUR'])),
  ...Object.fromEntries(
    (
      'US:USD GB:GBP CH:CHF LI:CHF RO:RON PL:PLN CZ:CZK HU:HUF RS:RSD DK:DKK NO:NOK SE:SEK IS:ISK MD:MDL UA:UAH RU:RUB KZ:KZT ' +
      'TR:TRY GE:GEL AM:AMD IL:ILS AE:AED MA:MAD ZA:ZAR CA:CAD AU:AUD NZ:NZD BR:BRL MX:MXN IN:INR BD:BDT CN:CNY JP:JPY'
    )
      .split(' ')
      .map((pair) => pair.split(':') as [string, string]),
  ),
};

/** Signs and words that only one currency uses; `$` and `kr` are shared, and the region decides between those that use them. */
const SIGNS: readonly (readonly [sign: string, currency: string])[] = [
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₸', 'KZT'],
  ['₺', 'TRY'],
  ['₾', 'GEL'],
  ['֏', 'AMD'],
  ['₪', 'ILS'],
  ['₹', 'INR'],
  ['৳', 'BDT'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['lei', 'RON'],
  ['грн', 'UAH'],
  ['руб', 'RUB'],
];

const SHARED: readonly (readonly [sign: string, currencies: readonly string[]])[] = [
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'BRL']],
  ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
];

const regionOf = (tag: string): string | undefined => {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    return undefined;
  }
};

/** The currency of a file: what its amounts say, else that of the person's region. */
export function likelyCurrency(samples: readonly string[], languages: readonly string[]): string {
  const written = samples.join(' ');
  const signed = SIGNS.find(([sign]) => written.includes(sign))?.[1];
  const coded = /\b([A-Z]{3})\b/.exec(written)?.[1];
  const known = Object.values(REGIONS).find((code) => code === coded);
  const regional = languages.map((tag) => REGIONS[regionOf(tag) ?? '']).find((code) => code !== undefined);
  const shared = SHARED.find(([sign]) => written.includes(sign))?.[1];
  const fitting = shared?.includes(regional ?? '') === false ? shared[0] : regional;
  return signed ?? known ?? fitting ?? 'EUR';
}
