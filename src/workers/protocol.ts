import type { UnreadFile } from '../domain/intake/open/openFile';
import type { Refusal } from '../domain/intake/refusal';
import type { DraftSummary } from '../domain/intake/draft';
import type { FixOffer } from '../domain/intake/fixes/fixesFor';
import type { Layout, Mapping } from '../domain/intake/layout';
import type { Question, Survey } from '../domain/intake/survey';
import type { SurveyHints as LayoutHints } from '../domain/intake/surveyFile';
import type { FileLines } from '../domain/intake/several/fileLines';
import type { Result } from '../domain/kernel/result';
import type { Day } from '../domain/kernel/day';
import type { ClientStory } from '../domain/loss/clientStory';
import type { Evidence } from '../domain/chance/evidence';
import type { AlikeCases } from '../domain/chance/naturalReturn';
import type { Closure, Patience } from '../domain/loss/rules';
import type { Headline } from '../domain/loss/headline';
import type { ClientsMoved } from '../domain/loss/importNews';
import type { ImportRefunds } from '../domain/loss/importRefunds';
import type { StatusCode } from '../domain/loss/status';
import type { ShopSettings } from '../domain/shop/settings';
import type { FailureCode } from '../storage/failure';
import type { Marker } from '../storage/marker';
import type { ShopRecord } from '../storage/metaDb';
import type { CardRecord, ImportRecord } from '../storage/shopDb';
import type { Envelope } from '../storage/envelope';
import type { ByHandJobs } from './byHandJobs';
import type { CorrectionJobs, LineCorrected } from './correctionJobs';
import type { LayoutJobs } from './layoutJobs';
import type { ForgetJobs } from './forgetJobs';
import type { ListJobs } from './listJobs';
import type { SameJobs } from './sameJobs';
import type { ReasonsJobs } from './reasonsJobs';
import type { WinbackJobs } from './winbackJobs';

/** A file as the owner gave it: picked, dropped, or pasted text. */
export interface GivenFile {
  readonly name: string;
  readonly file: Blob;
  /** All of them, where several are given at once: `file` is the first, and `name` says how many. */
  readonly several?: readonly GivenFile[];
}

/** What the check before saving shows. */
export interface DraftReport {
  readonly summary: DraftSummary;
  readonly layout: Layout;
  readonly mapping: Mapping;
  readonly questions: readonly Question[];
  /** Rows that an earlier import already brought. */
  readonly overlap: number;
  /** Rows that tell of sales which were written down by hand; absent where there are none. */
  readonly byHand?: number;
  /** The earlier import of the very same file. */
  readonly sameFile: ImportRecord | null;
  /** Clients of the file that the shop does not know yet. */
  readonly newClients: number;
  /** What could be decided for whole groups of the left-out rows. */
  readonly fixes?: readonly FixOffer[];
  /** Where several files are read as one: lines are counted over all of them, and this tells which stands where. */
  readonly files?: readonly FileLines[];
}

export interface Progress {
  readonly rows: number;
  /** Share of the work done, 0-1. */
  readonly share: number;
}

/** A list of clients as columns in the order of the list; money in cents, days are `Day`. */
export interface ClientListColumns {
  readonly length: number;
  readonly client: Uint32Array;
  readonly status: Uint8Array;
  readonly visits: Uint32Array;
  readonly yearlyValue: Float64Array;
  readonly silence: Int32Array;
  readonly interval: Float64Array;
  readonly lastVisit: Int32Array;
  /** Names joined by NUL, to be cut on the page only where they are seen. */
  readonly names: string;
  /** Sums of what is shown. */
  readonly totalValue: number;
  readonly totalRevenue: number;
  /** Clients by status over the whole shop with the same search, for the filter's counts. */
  readonly countsByStatus: readonly number[];
  /** Where asked for: the class of each as a place in `ABC`, among all clients of the shop. */
  readonly classes?: Uint8Array;
}

export type ClientSort = 'value' | 'silence' | 'name';

/** One visit's receipt: the lines of one receipt, or all of the day where the file names none. */
export interface Receipt {
  readonly day: Day;
  readonly total: number;
  readonly lines: readonly {
    /** Its place in the shop's log. */
    readonly row: number;
    readonly product: string;
    readonly employee: string;
    readonly cents: number;
    /** Thousandths of a piece; 0 where unknown. */
    readonly quantity: number;
    /** Absent where the line is as its file has it. */
    readonly corrected?: LineCorrected;
  }[];
}

export interface ClientDetail {
  readonly client: number;
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly segment: string;
  readonly card: CardRecord | null;
  /** The client was forgotten: only the sales are left. */
  readonly isForgotten?: boolean;
  readonly status: StatusCode;
  readonly figures: {
    readonly visits: number;
    readonly firstVisit: number;
    readonly lastVisit: number;
    readonly silence: number;
    readonly interval: number;
    readonly sleepAfter: number;
    readonly lostAfter: number;
    readonly lostDate: number;
    readonly timesLost: number;
    readonly recoveredDate: number;
    readonly revenue: number;
    readonly yearlyValue: number;
    readonly purchasesAYear: number;
    readonly ticket: number;
    readonly lostSoFar: number;
  };
  readonly story: ClientStory;
  /** Newest first, at most 200, or 2,000 where `older` ones are wanted. */
  readonly receipts: readonly Receipt[];
  readonly receiptCount: number;
  /** All gaps lie in 300-430 days: the owner should be asked whether this is a yearly client (rules.md 3.3). */
  readonly looksYearly: boolean;
  readonly asOf: Day;
}

/** What the shop's log foretells as a whole; money in cents. */
export interface ShopChances {
  /** Null where the shop is too small to foretell anything. */
  readonly model: {
    /** Clients with a purchase whose visits it was learnt from. */
    readonly clients: number;
    /** Yearly loss less what will come back by itself: of all lost clients, and of those lost in the last 12 months. */
    readonly expectedLoss: number;
    readonly expectedYearLoss: number;
  } | null;
  readonly evidence: Evidence;
  /** More patience than the present one, where the shop's own sales speak for it; the rule must be the clients' rhythm. */
  readonly proposal: Patience | null;
}

/** What is to be expected of one client. */
export interface ClientChance {
  readonly client: number;
  /** Null where the shop is too small to foretell anything. */
  readonly model: {
    /** Chance to buy within 180 days, 0-1. */
    readonly within180: number;
    readonly clients: number;
    /** How often the shop's clients buy in a year while they come, and the share (0-1) who stop after the first visit. */
    readonly visitsAYear: number;
    readonly stopAfterFirst: number;
  } | null;
  /** Past silences like the client's own; null where there are too few, or the client is not lost. */
  readonly alike: AlikeCases | null;
}

/** What an import changed beside the shop without it, both judged today; money in cents. */
export interface ImportNews {
  readonly moved: ClientsMoved;
  /** Rows in days that were told of before, and their sum. */
  readonly late: { readonly rows: number; readonly cents: number };
  /** Refunds in later days, and the visits told of before that they take back. */
  readonly refunds: ImportRefunds;
  /** Last day of the sales without it. */
  readonly toldUpTo: Day;
  /** The loss of the last year (rules.md 3.7) without the import, and with it. */
  readonly lossWithout: number;
  readonly lossWith: number;
}

/** Everything the page may ask of the worker: input, answer and, where there is one, progress. */
export interface Jobs
  extends ReasonsJobs, WinbackJobs, SameJobs, ByHandJobs, CorrectionJobs, LayoutJobs, ListJobs, ForgetJobs {
  /** Computes the figures where the kept ones no longer hold, and answers with those that do. */
  confirm: { input: { shopId: string; today: Day }; output: Headline | null };
  survey: {
    input: { shopId: string | null; given: GivenFile; today: Day; hints?: SurveyHints };
    output: Result<
      {
        survey: Survey;
        remembered: Mapping | null;
        /** The sheets or files inside, and which of them the survey is of; absent where there is but one. */
        tables?: readonly TableInside[];
        chosen?: number;
        /** How the file was looked at, where the last one of its shape taught it. */
        hints?: SurveyHints;
        /** The text was written out of a workbook: nobody chose its letters and delimiters. */
        isSheet?: boolean;
        /** Files that hold no table, where others do. */
        unread?: readonly UnreadFile[];
      },
      Refusal
    >;
  };
  dryRun: {
    input: { shopId: string | null; layout: Layout; mapping: Mapping; today: Day; minorDigits: number };
    output: Result<DraftReport, Refusal>;
    progress: Progress;
  };
  /** The rows that were left out, as a file; the reasons are given in the reader's language. */
  leftOutFile: {
    input: {
      reasons: Readonly<Record<string, string>>;
      heads: readonly [line: string, reason: string, file?: string];
    };
    output: Blob;
  };
  /** The reading is thrown away. */
  discard: { input: null; output: null };
  /** Saves what `dryRun` read, into the shop or into a new one. */
  commit: {
    input: {
      shopId: string | null;
      settings: Partial<ShopSettings>;
      fingerprint: string;
      today: Day;
      /** How the import is called; by its file where not given. */
      fileName?: string;
      /** Rows that tell of sales which were written down by hand are added too. */
      byHandToo?: boolean | undefined;
    };
    /** With the plans whose clients were back before it: it may take a return back. */
    output: {
      shopId: string;
      headline: Headline;
      record: ImportRecord;
      recoveredBefore?: readonly string[];
    };
    progress: Progress;
  };
  imports: { input: { shopId: string }; output: readonly ImportRecord[] };
  /** What the loss would be without one import. */
  undoEffect: { input: { shopId: string; importId: number; today: Day }; output: Headline | null };
  /** What one import changed in what the others had told; null where there are no others. */
  importNews: { input: { shopId: string; importId: number; today: Day }; output: ImportNews | null };
  undo: { input: { shopId: string; importId: number; today: Day }; output: Headline | null };
  settings: { input: { shopId: string }; output: ShopSettings };
  /** What the loss would be with other settings; nothing is kept. */
  trySettings: { input: { shopId: string; settings: ShopSettings; today: Day }; output: Headline | null };
  saveSettings: { input: { shopId: string; settings: ShopSettings; today: Day }; output: Headline | null };
  closureSuggestions: { input: { shopId: string }; output: readonly Closure[] };
  clientList: {
    input: {
      shopId: string;
      statuses: readonly number[];
      query: string;
      sort: ClientSort;
      rising: boolean;
      today: Day;
      withClasses?: boolean;
    };
    output: ClientListColumns;
  };
  client: {
    input: { shopId: string; client: number; today: Day; older?: boolean };
    output: ClientDetail | null;
  };
  /** Learns from the log who buys again, where that was not done yet for the present figures. */
  chances: { input: { shopId: string; today: Day }; output: ShopChances };
  /** Null for a client without a visit. */
  clientChance: { input: { shopId: string; client: number; today: Day }; output: ClientChance | null };
  saveCard: { input: { shopId: string; card: CardRecord; today: Day }; output: Headline | null };
  createExample: { input: { name: string; today: Day }; output: { shopId: string; headline: Headline } };
  exampleFile: { input: { today: Day }; output: Blob };
  shops: { input: null; output: readonly ShopRecord[] };
  /** Shops that should be on this device and are gone: the browser lost them. */
  missing: { input: null; output: readonly Marker[] };
  switchShop: { input: { shopId: string }; output: null };
  deleteShop: { input: { shopId: string }; output: readonly ShopRecord[] };
  /** The owner has read that a shop's data are gone; nothing reminds of it any more. */
  forgetMissing: { input: { shopId: string }; output: null };
  shopFile: { input: { shopId: string }; output: { blob: Blob; envelope: Envelope } };
  /** Called once the owner has the file in hand: how many sales it holds, and when it was put together. */
  fileSaved: { input: { shopId: string; sales: number; at: number }; output: ShopRecord };
  peekFile: { input: { file: Blob }; output: Envelope };
  restore: { input: { file: Blob }; output: ShopRecord };
}

/** A sheet of a workbook, a file of an archive or one of several files, by its name; 0 rows where nobody counted them. */
export interface TableInside {
  readonly name: string;
  readonly rows: number;
  /** The file it stands in. */
  readonly file?: string;
  /** Places of the tables that are read as this one. */
  readonly joins?: readonly number[];
  /** Where those are orders and their lines: the title they have in common, and how many there are of each. */
  readonly key?: { readonly title: string; readonly orders: number; readonly lines: number };
  /** Why it holds no sales, where that is known. */
  readonly refusal?: Refusal;
}

export interface SurveyHints extends LayoutHints {
  /** Place of the sheet or file inside that is wanted. */
  readonly table?: number;
}

export type JobName = keyof Jobs;
export type Input<J extends JobName> = Jobs[J]['input'];
export type Output<J extends JobName> = Jobs[J]['output'];
export type ProgressOf<J extends JobName> = Jobs[J] extends { progress: infer P } ? P : never;

/** From the page to the worker. */
export type Request =
  | { readonly kind: 'job'; readonly id: number; readonly name: JobName; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

/** From the worker to the page; `id` is that of the request. */
export type Answer =
  /** Said once, when the worker has taken the lock that it holds as long as it lives. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly code: FailureCode; readonly message: string };
