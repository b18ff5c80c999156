import { fromBase32, toBase32 } from './base32';

/** A value of plain lists, texts and numbers as text that survives any messenger. */
export const written = (value: unknown): string => toBase32(new TextEncoder().encode(JSON.stringify(value)));

/** The value of such a text; undefined where it is none. Who wrote it is not known: look before using it. */
export function readWritten(text: string): unknown {
  const bytes = fromBase32(text);
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const NO_BYTES = new Uint8Array(0);

/** A secret of hexadecimal digits as bytes; none of them for anything else. */
export function secretBytes(secret: string): Uint8Array<ArrayBuffer> {
  if (!/^([0-9a-f]{2})+$/.test(secret)) return NO_BYTES;
  return Uint8Array.from(secret.match(/../g)!, (pair) => parseInt(pair, 16));
}

export const secretText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
