const SAID_BLANK = new Set(['-', '--', '---', '–', '—', 'null', '(null)', 'n/a', '#n/a', 'na', 'nan', 'none', '\\n', 'undefined']);

/** Whether a cell says nothing: empty, blanks, or one of the words that programs write for "nothing" (NULL, n/a, --). */
export function isBlank(cell: string | undefined): boolean {
  if (cell === undefined || cell.length === 0) return true;
  if (cell.length > 12) return cell.charCodeAt(0) < 33 && cell.trim() === '';
  const text = cell.trim();
  return text === '' || (text.length < 10 && SAID_BLANK.has(text.toLowerCase()));
}
