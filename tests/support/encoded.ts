import { textDecoder } from '../../src/domain/intake/bytes/textDecoder';
import type { Encoding } from '../../src/domain/intake/layout';

const pages = new Map<Encoding, ReadonlyMap<string, number>>();

function pageOf(encoding: Encoding): ReadonlyMap<string, number> {
  let page = pages.get(encoding);
  if (!page) {
    const signs = textDecoder(encoding)(Uint8Array.from({ length: 256 }, (_, i) => i));
    page = new Map(Array.from(signs, (sign, i) => [sign, i]));
    pages.set(encoding, page);
  }
  return page;
}

/** Whether every sign of a text can be written in an encoding. */
export const canWrite = (text: string, encoding: Encoding): boolean =>
  encoding.startsWith('utf') || Array.from(text).every((sign) => pageOf(encoding).has(sign));

/** A text as the bytes of an encoding, without a byte order mark; throws for a sign that the encoding does not have. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
    return bytes;
  }
  const page = pageOf(encoding);
  return Uint8Array.from(Array.from(text), (sign) => {
    const byte = page.get(sign);
    if (byte === undefined) throw new Error(`${encoding} has no ${sign}`);
    return byte;
  });
}
