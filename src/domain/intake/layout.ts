import type { RowRules } from './arrange/rules';
import type { Field } from './fields';

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1254',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-15',
  'koi8-r',
  'ibm866',
  'cp850',
  'cp852',
  'macintosh',
  'x-mac-cyrillic',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** `' '` means runs of blanks. */
export const DELIMITERS = [',', ';', '\t', '|', ' '] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Order of day, month and year in a column of dates; `named` has the month in letters. A `serial` is the day number of a spreadsheet,
 * counted from 1900 or from 1904.
 */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy', 'compact', 'named', 'serial', 'serial1904'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export type DecimalMark = '.' | ',';

/** How the bytes of a file become rows of cells. Line numbers count from 1, as an editor shows them. */
export interface Layout {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly newline: '\n' | '\r\n' | '\r';
  /** Line of the header; 0 where the file has none. */
  readonly headerLine: number;
  /** First line with data. */
  readonly firstLine: number;
  /** Number of columns of the table. */
  readonly width: number;
  /** Column titles, made unique; empty strings where the file has no header. */
  readonly titles: readonly string[];
}

/** Which column means what, and how its values are written. Column numbers count from 0. */
export interface Mapping {
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalMark;
  /** The file has no amounts and the owner chose to count visits: every row is worth 1.00 (unit "visits"). */
  readonly countVisits: boolean;
  /** How rows are put right before they are read, where they are not simply one sale each. */
  readonly rules?: RowRules;
}
