/**
 * A cell as text to keep: outer blanks gone, one Unicode form, and without the apostrophe that spreadsheets and our own
 * exports put before signs that would start a formula.
 */
export function cleanText(cell: string): string {
  const text = cell.trim().normalize('NFC');
  return /^'[\d=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** A copy that does not hold on to the block of text it was cut from. */
export const detached = (text: string): string => (text.length < 13 ? text : text.split('').join(''));

/** What makes two spellings of a name the same client: case and blanks do not count. */
export const foldedName = (name: string): string => cleanText(name).toLowerCase().replace(/\s+/gu, ' ');
