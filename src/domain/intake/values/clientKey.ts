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
