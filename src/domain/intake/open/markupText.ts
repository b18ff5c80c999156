import { encodingOf } from '../bytes/encoding';
import { textDecoder } from '../bytes/textDecoder';

const NAMED = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i;

/** A web page or an XML file as text, in the encoding that it names for itself unless its bytes disprove that. */
export function markupText(bytes: Uint8Array): string {
  const found = encodingOf([bytes]) ?? 'utf-8';
  const named = NAMED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))?.[1];
  if (found.startsWith('windows-') && named !== undefined && !/^utf/i.test(named)) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      return textDecoder(found)(bytes);
    }
  }
  return textDecoder(found)(bytes);
}
