/** Why single rows were left out, or kept with a doubt. Codes are part of the terminal report: never rename. */
export const ISSUES = [
  'date-missing',
  'date-unreadable',
  'date-impossible',
  'date-future',
  'date-too-old',
  'amount-missing',
  'amount-unreadable',
  'row-cut',
  'row-too-long',
  'header-repeated',
  'total-row',
  'not-a-sale',
  'other-currency',
  'row-repeated',
  'table-repeated',
  'row-in-other-file',
] as const;

export type IssueCode = (typeof ISSUES)[number];

/** All rows with one and the same trouble. */
export interface Issue {
  readonly code: IssueCode;
  readonly count: number;
  /** The first 10 lines of the file, counted from 1. */
  readonly lines: readonly number[];
  /** What stood there, in the first row. */
  readonly sample: string;
}

/** A row that was not taken, for the download: its line, why, and its cells as they were. */
export interface LeftOutRow {
  readonly line: number;
  readonly code: IssueCode;
  readonly cells: readonly string[];
}
