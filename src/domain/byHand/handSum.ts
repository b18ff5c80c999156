import type { Cents } from '../kernel/cents';
import { err, ok, type Result } from '../kernel/result';
import { parseMoney } from '../shop/writtenMoney';

const MINUS = /^\s*[-−–]\s*/;

/** The sum of a sale as a person types it, in minor units; below zero, with a minus before it, is money given back. Null for a blank. */
export function parseHandSum(text: string, minorDigits: number): Result<Cents | null, 'unreadable'> {
  if (!MINUS.test(text)) return parseMoney(text, minorDigits);
  const read = parseMoney(text.replace(MINUS, ''), minorDigits);
  if (!read.ok || read.value === null) return err('unreadable');
  return ok((0 - read.value) as Cents);
}
