import Papa from 'papaparse';
import type { IssueCode, LeftOutRow } from './issues';
import { placeInFile, type FileLines } from './several/fileLines';
import { AmountReader } from './values/amountReader';

/** Words for people, given by the caller: the two added titles, and the reason of a row. */
export interface LeftOutWords {
  readonly line: string;
  /** Where there are several files. */
  readonly file?: string;
  readonly reason: string;
  readonly reasonOf: (code: IssueCode) => string;
}

const read = new AmountReader();

/** Text that a spreadsheet would take for a formula gets an apostrophe in front; a number keeps its minus. */
const guarded = (cell: string) =>
  /^[=+\-@\t\r\n]/.test(cell) && !(cell.startsWith('-') && (read.read(cell, '.') || read.read(cell, ',')))
    ? `'${cell}`
    : cell;

/**
 * The rows that were left out as a CSV to open, mend and import again: line, reason, then the cells as they were; of several files
 * read as one, each row with its file and its line there.
 */
export const leftOutCsv = (
  rows: readonly LeftOutRow[],
  titles: readonly string[],
  words: LeftOutWords,
  files?: readonly FileLines[],
): string => {
  const placeOf = (row: LeftOutRow) => {
    if (!files) return [String(row.line)];
    const { name, line } = placeInFile(files, row.line);
    return [guarded(name), String(line)];
  };
  const place = files ? [words.file ?? '', words.line] : [words.line];
  return Papa.unparse(
    [
      [...place, words.reason, ...titles.map(guarded)],
      ...rows.map((row) => [...placeOf(row), words.reasonOf(row.code), ...row.cells.map(guarded)]),
    ],
    { quotes: true, newline: '\r\n' },
  );
};
