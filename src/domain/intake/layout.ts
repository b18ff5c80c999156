import type { CellWords, RowRules } from './arrange/rules';
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

/** What the owner decided for whole groups of rows that would be left out: plain values, remembered with the mapping. */
export interface Fixes {
  /** Orders for dates that the order of the file cannot read; the first that reads one is taken. */
  readonly dates?: readonly DateOrder[];
  /** A row without an amount is kept, worth 0. */
  readonly gifts?: boolean;
  /** Rows with one of these words count, though a rule calls them no sales. */
  readonly counted?: readonly CellWords[];
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
  /**
   * Telephone numbers that stand for clients are kept as the world dials them, those without a country as of this one (ISO 3166; blank where
   * none is known). Mappings remembered from before that was done lack it: their clients stay under the number as it is written.
   */
  readonly phones?: string;
  /** The rows were looked through for what rules they prove; mappings remembered from before that was done lack it. */
  readonly isProven?: boolean;
  /** What the owner decided for rows that would be left out. */
  readonly fixes?: Fixes;
}
