const SAID_BLANK = new Set([
  '-',
  '--',
  '---',
  '–',
  '—',
  'NULL',
  'Null',
  'null',
  '(null)',
  'N/A',
  'n/a',
  '#N/A',
  'NA',
  'NaN',
  'nan',
  'None',
  'none',
  '\\N',
  'undefined',
]);

/** Whether a cell says nothing: empty, blanks, or one of the words that programs write for "nothing" (NULL, n/a, --). */
export function isBlank(cell: string | undefined): boolean {
  if (cell === undefined || cell.length === 0) return true;
  const first = cell.charCodeAt(0);
  if (first > 47 && first < 58) return false;
  const letter = first | 32;
  if (letter > 96 && letter < 123 && letter !== 110 && letter !== 117) return false;
  if (cell.length > 12) return cell.charCodeAt(0) < 33 && cell.trim() === '';
  const text = cell.trim();
  return text === '' || (text.length < 10 && SAID_BLANK.has(text));
}
