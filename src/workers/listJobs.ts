import type { ListFact, ListMapping } from '../domain/intake/list/listFields';
import type { ListIssue } from '../domain/intake/list/listIssues';
import type { ListChange } from '../domain/intake/list/planList';
import type { Layout } from '../domain/intake/layout';
import type { Refusal } from '../domain/intake/refusal';
import type { Day } from '../domain/kernel/day';
import type { Result } from '../domain/kernel/result';
import type { Headline } from '../domain/loss/headline';
import type { ImportRecord } from '../storage/shopDb';

/** What taking a list of clients in would bring; nothing is saved. */
export interface ListReport {
  /** Lines read, and those of them that name nobody who can be taken. */
  readonly lines: number;
  readonly leftOut: number;
  /** Clients the shop has already, and those of them about whom the list tells something new. */
  readonly known: number;
  readonly told: number;
  readonly fresh: number;
  /** Names of the first few new ones. */
  readonly freshNames: readonly string[];
  /** For how many clients, known and new, the list tells what was not known. */
  readonly adds: Readonly<Partial<Record<ListFact, number>>>;
  /** What it says otherwise than earlier files, at most the first few, and how many there are. */
  readonly changes: readonly ListChange[];
  readonly changed: number;
  /** What it says otherwise than the owner's cards, which stay: at most the first few, and how many there are. */
  readonly kept: readonly ListChange[];
  readonly keptCount: number;
  readonly issues: readonly ListIssue[];
  /** A birthday that could be read in two ways; the owner has to say. */
  readonly doubtful?: string;
  /** The earlier import of the very same file. */
  readonly sameFile: ImportRecord | null;
}

/** Lists of clients: till or web shop, address book, spreadsheet. */
export interface ListJobs {
  /** Reads the file looked at last as a list of clients and compares it with the shop. */
  readList: {
    input: { shopId: string; layout: Layout; mapping: ListMapping; today: Day };
    output: Result<ListReport, Refusal>;
  };
  /** Saves what `readList` read: facts of known clients and, where wanted, new ones. */
  saveList: {
    input: { shopId: string; withNew: boolean; today: Day };
    output: { headline: Headline; record: ImportRecord };
  };
}
