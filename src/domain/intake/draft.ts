import type { SaleColumns } from '../sales/columns';
import type { Day } from '../kernel/day';
import type { Mended } from './fixes/fixes';
import type { Issue, LeftOutRow } from './issues';
import type { Layout, Mapping } from './layout';
import type { FileLines } from './several/fileLines';
import type { Question } from './survey';

/** The people, in order of first appearance; index = client index of the draft's sales. Empty text where unknown. */
export interface DraftClients {
  /** What tells clients apart: the id where there is one, else the name folded (case, blanks). */
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly segments: readonly string[];
}

/** What stands on the screen before anything is saved. Money in cents. */
export interface DraftSummary {
  /** Data rows read, the left-out ones included. */
  readonly rows: number;
  readonly kept: number;
  readonly leftOut: number;
  readonly withoutClient: number;
  readonly clients: number;
  /** Receipts where the file names them, else client-days. */
  readonly receipts: number;
  readonly from: Day;
  readonly to: Day;
  readonly total: number;
  readonly totalWithClient: number;
  readonly issues: readonly Issue[];
  /** Rows kept by the owner's decisions; absent where there are no decisions. */
  readonly mended?: Mended;
}

/** A file read to its end, ready to be saved or thrown away. */
export interface Draft {
  readonly layout: Layout;
  readonly mapping: Mapping;
  /** What is still ambiguous after every value was seen. */
  readonly questions: readonly Question[];
  readonly sales: SaleColumns;
  readonly clients: DraftClients;
  readonly products: readonly string[];
  readonly employees: readonly string[];
  /**
   * Row identity for finding overlaps: two words a row, 64 bits mixed from day, time of day, client key, amount, receipt,
   * product, quantity and employee. The same row in another file has the same identity, whatever its place or mapping order.
   */
  readonly identity: Uint32Array;
  readonly summary: DraftSummary;
  /** At most the first 100,000 rows that were left out; `summary.leftOut` counts all. */
  readonly leftOutRows: readonly LeftOutRow[];
  /** Content hash of the file, hexadecimal. */
  readonly contentHash: string;
  /** Where several files were read as one table: lines are counted over all of them, and this tells which stands where. */
  readonly files?: readonly FileLines[];
}
