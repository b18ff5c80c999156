import type { SurveyHints } from '../surveyFile';
import type { ByteSource } from '../source';

/** One table of a file as text: the file itself, a sheet of a workbook, a file of an archive, a table of a page. */
export interface OpenedTable {
  /** Of the sheet or the file inside; of the file itself where it holds but one. */
  readonly name: string;
  readonly source: ByteSource;
  /** The file it stands in: one that was given, or one of an archive. */
  readonly file: string;
  /** Lines down to the last filled one; undefined where nobody counted them. */
  readonly rows?: number;
  /** The sheet is out of sight in the workbook. */
  readonly hidden?: boolean;
  /** How the text is written, where that is known. */
  readonly hints: SurveyHints;
  /** The tables that are read as this one: those of one shape, or orders and their lines. */
  readonly joins?: readonly OpenedTable[];
  /** Where they are orders and their lines: the title they have in common, and how many there are of each. */
  readonly key?: { readonly title: string; readonly orders: number; readonly lines: number };
}

/** Bytes in memory as a source. */
export const sourceOf = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.slice(from, to)),
});
