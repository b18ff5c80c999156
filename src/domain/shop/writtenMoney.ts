import { AmountReader } from '../intake/values/amountReader';
import type { Cents } from '../kernel/cents';
import { err, ok, type Result } from '../kernel/result';

/** Larger sums of money (in minor units) are slips of the finger. */
const MOST = 1e13;

/**
 * A sum of money as a person types it ("1 400", "1.400,50", "1,400.50", "1400 EUR"), in minor units of a currency with
 * `minorDigits` decimal places; null for a blank, an error for what cannot be read or is below zero. A lone mark before
 * three digits groups thousands, except where the currency itself has three decimal places: there a dot is the decimal mark.
 */
export function parseMoney(text: string, minorDigits: number): Result<Cents | null, 'unreadable'> {
  if (text.trim() === '') return ok(null);
  const readings = (['.', ','] as const).map((mark) => reading(text.trim(), mark, minorDigits));
  const [dotted, comma] = readings;
  const best =
    dotted === undefined || comma === undefined ? (dotted ?? comma) : ofBoth(dotted, comma, minorDigits);
  return best === undefined || best < 0 || best > MOST ? err('unreadable') : ok(best as Cents);
}

function reading(text: string, mark: '.' | ',', minorDigits: number): number | undefined {
  const reader = new AmountReader();
  return reader.read(text, mark) ? reader.minor(minorDigits) : undefined;
}

const ofBoth = (dotted: number, comma: number, minorDigits: number): number =>
  minorDigits === 3 ? dotted : Math.max(dotted, comma);

/** A sum of money in minor units the way `parseMoney` reads it back in every language: "1400.50", without groups; blank for null. */
export function writtenMoney(minorUnits: number | null, minorDigits: number): string {
  if (minorUnits === null) return '';
  const major = minorUnits / 10 ** minorDigits;
  return Number.isInteger(major) ? String(major) : major.toFixed(minorDigits);
}
