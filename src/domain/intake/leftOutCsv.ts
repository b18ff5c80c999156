import Papa from 'papaparse';
import type { IssueCode, LeftOutRow } from './issues';
import { AmountReader } from './values/amountReader';

/** Words for people, given by the caller: the two added titles, and the reason of a row. */
export interface LeftOutWords {
  readonly line: string;
  readonly reason: string;
  readonly reasonOf: (code: IssueCode) => string;
}

const read = new AmountReader();

/** Text that a spreadsheet would take for a formula gets an apostrophe in front; a number keeps its minus. */
const guarded = (cell: string) =>
  /^[=+\-@\t\r\n]/.test(cell) && !(cell.startsWith('-') && (read.read(cell, '.') || read.read(cell, ',')))
    ? `'${cell}`
    : cell;

/** The rows that were left out as a CSV to open, mend and import again: line, reason, then the cells as they were. */
export const leftOutCsv = (
  rows: readonly LeftOutRow[],
  titles: readonly string[],
  words: LeftOutWords,
): string =>
  Papa.unparse(
    [
      [words.line, words.reason, ...titles.map(guarded)],
      ...rows.map((row) => [String(row.line), words.reasonOf(row.code), ...row.cells.map(guarded)]),
    ],
    { quotes: true, newline: '\r\n' },
  );
