import type { Day } from '../domain/kernel/day';
import type { Headline } from '../domain/loss/headline';
import type { RowKey } from '../domain/notebook/correction';

/** What a row says, for a person: its client is the one who stands for whom the row names. */
export interface RowShown {
  readonly day: Day;
  readonly cents: number;
  readonly client: number | null;
  /** Blank where the row names nobody. */
  readonly name: string;
}

/** A row that counts, with what its file says, which is the same where nobody corrected it. */
export interface RowToCorrect extends RowKey {
  readonly was: RowShown;
  readonly now: RowShown;
  readonly isCorrected: boolean;
}

/** A correction as a person sees it. */
export interface CorrectionShown extends RowKey {
  readonly was: RowShown;
  /** Null for a row that is cancelled. */
  readonly now: RowShown | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** No import brings the row at present: the correction waits for it. */
  readonly isWaiting: boolean;
}

/** What a row shall say from now on: as its file says, nothing at all, or something else. */
export interface RowChange extends RowKey {
  readonly to:
    'as-filed' | 'cancelled' | { readonly day: Day; readonly cents: number; readonly client: number | null };
}

/** What was corrected in a line of a receipt. */
export interface LineCorrected {
  readonly was: RowShown;
  readonly at: number;
}

/** Questions about single rows that are put right, and receipts that are cancelled. */
export interface CorrectionJobs {
  /** Rows by their place in the log, for a client's page; null where they are no longer those of the client. */
  rowsToCorrect: {
    input: { shopId: string; client: number; rows: readonly number[] };
    output: readonly RowToCorrect[] | null;
  };
  /** What the figures would be; nothing is kept. */
  correctionEffect: {
    input: { shopId: string; changes: readonly RowChange[]; today: Day };
    output: Headline | null;
  };
  /** Keeps corrections together with the figures they lead to. */
  correct: {
    input: { shopId: string; changes: readonly RowChange[]; today: Day };
    output: {
      headline: Headline | null;
      /** What takes it back. */
      undo: readonly RowChange[];
      /** Plans whose clients were back before, and are not any more. */
      returnsGone: number;
    };
  };
  /** All corrections, the newest first; of one client those of rows that their file or the correction gives to them. */
  corrections: {
    input: { shopId: string; client?: number };
    output: readonly CorrectionShown[];
  };
}
