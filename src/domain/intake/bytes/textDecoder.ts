import type { Encoding } from '../layout';
import { DOS_PAGES } from './dosPages';

const isDosPage = (encoding: Encoding): encoding is keyof typeof DOS_PAGES => encoding in DOS_PAGES;

function dosDecoder(upper: string): (bytes?: Uint8Array) => string {
  const codes = Uint16Array.from({ length: 256 }, (_, i) => (i < 128 ? i : upper.charCodeAt(i - 128)));
  const wide = new TextDecoder('utf-16le', { ignoreBOM: true });
  return (bytes) => (bytes ? wide.decode(Uint16Array.from(bytes, (byte) => codes[byte]!)) : '');
}

/**
 * Bytes to text, piece by piece, a call without bytes at the end. Always as a stream, even for one piece: given a whole text, some versions
 * of Node read windows-1252 as ISO-8859-1 and turn the euro sign into a control code.
 */
export function textDecoder(encoding: Encoding): (bytes?: Uint8Array) => string {
  if (isDosPage(encoding)) return dosDecoder(DOS_PAGES[encoding]);
  const decoder = new TextDecoder(encoding);
  return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
}
