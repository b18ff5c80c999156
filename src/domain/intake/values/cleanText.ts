/**
 * A cell as text to keep: outer blanks gone, one Unicode form, without the `="00123"` that keeps a spreadsheet from taking it for a
 * number, and without the apostrophe that spreadsheets and our own exports put before signs that would start a formula.
 */
export function cleanText(cell: string): string {
  const given = cell.trim().normalize('NFC');
  const text = /^'[\d=+\-@\t\r]/.test(given) ? given.slice(1) : given;
  return text.charCodeAt(0) === 61 && /^="[^"]*"$/.test(text) ? text.slice(2, -1).trim() : text;
}

/** A copy that does not hold on to the block of text it was cut from. */
export const detached = (text: string): string => (text.length < 13 ? text : text.split('').join(''));

/** What makes two spellings of a name the same client: case and blanks do not count. */
export const foldedName = (name: string): string => cleanText(name).toLowerCase().replace(/\s+/gu, ' ');
