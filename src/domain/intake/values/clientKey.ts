import { cleanText } from './cleanText';

/**
 * What a client's number or address is stored under: an e-mail in small letters, and a whole number that a program wrote as
 * "17850.0" as the number it was.
 */
export function clientKey(cell: string): string {
  const text = cleanText(cell);
  if (text.includes('@')) return text.toLowerCase();
  return /^\d+\.0$/.test(text) ? text.slice(0, -2) : text;
}

const FEWEST_DIGITS = 7;

/** What a client without number and name is stored under who left a telephone number: its digits; blank where it is too short. */
export function phoneKey(cell: string): string {
  const digits = cell.replace(/\D/g, '');
  if (digits.length < FEWEST_DIGITS) return '';
  const isWorldwide = /^\s*\+/.test(cell) || digits.startsWith('00');
  return isWorldwide ? `+${digits.replace(/^00/, '')}` : digits;
}
