import type { Encoding } from '../layout';

/**
 * Bytes to text, piece by piece, a call without bytes at the end. Always as a stream, even for one piece: given a whole text, some versions
 * of Node read windows-1252 as ISO-8859-1 and turn the euro sign into a control code.
 */
export function textDecoder(encoding: Encoding): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
}
