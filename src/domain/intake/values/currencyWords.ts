let words: ReadonlySet<string> | undefined;

function build(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const currency of Intl.supportedValuesOf('currency')) {
    found.add(currency.toLowerCase());
    const parts = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).formatToParts(0);
    const sign = parts.find((part) => part.type === 'currency')?.value ?? '';
    if (/^\p{L}+\.?$/u.test(sign)) found.add(sign.replace('.', '').toLowerCase());
  }
  return found;
}

/** Whether letters beside a number are a currency ("CHF", "lei", "kr"), not the name of something counted ("Table 6"). */
export function isCurrencyWord(word: string): boolean {
  words ??= build();
  return words.has(word.toLowerCase());
}
