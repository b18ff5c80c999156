/** A column and words that may stand in it, as plain words; `payout*` is any text that begins so, `*` any text at all. */
export interface CellWords {
  readonly column: number;
  readonly words: readonly string[];
}

/** Whose amount stands on every line of an order. */
export type EveryLine = 'order' | 'line';

/**
 * How rows that are not simply one sale each are put right before they are read: plain values, so that they can be remembered with a
 * mapping. Column numbers count from 0. A file whose rows are sales as they stand has no rules.
 */
export interface RowRules {
  /** Report in sections: the column in which the client stands alone as a title over its rows, and "Total for ..." closes them. */
  readonly sections?: number;
  /**
   * An order's facts stand on its first line: further lines, with the same or no order in `receipt`, take these columns from it. Where the
   * file has no order numbers, lines without a day do; a line that says nothing in `line` is none of the order.
   */
  readonly fill?: { readonly receipt?: number; readonly columns: readonly number[]; readonly line?: number };
  /** The order's amount stands on its first line: it is shared out over its lines by their quantity and price. */
  readonly lines?: { readonly receipt?: number; readonly quantity?: number; readonly price?: number };
  /**
   * All lines of an order bear one and the same amount: that of the order, which then counts once and is shared out as by `lines`, or that of
   * each line; `open` until the owner says which.
   */
  readonly everyLine?: {
    readonly receipt: number;
    readonly quantity?: number;
    readonly price?: number;
    readonly amount: EveryLine | 'open';
  };
  /** An order of several lines begins with a line that has nothing in `item` and sums the others up. */
  readonly heads?: { readonly receipt: number; readonly item: number };
  /** Only rows with one of these words are sales. */
  readonly only?: readonly CellWords[];
  /** Rows with one of these words are no sales: cancelled, failed, draft, payouts. */
  readonly never?: readonly CellWords[];
  /** Rows with one of these words give money back, whatever the sign of their amount. */
  readonly refunds?: readonly CellWords[];
  /** A negative amount without such a word is money the shop spent, not a sale. */
  readonly othersSpend?: boolean;
  /** Rows in another currency than `code` are left out. */
  readonly currency?: { readonly column: number; readonly code: string };
  /** A row whose cell here was seen before is the same row again. */
  readonly id?: number;
  /** Where `column` says nothing, what stands in `from` counts, unless it is one of the words. */
  readonly instead?: readonly {
    readonly column: number;
    readonly from: number;
    readonly unless: readonly string[];
  }[];
  /** A name in several columns, such as first and last name, put together in `column`. */
  readonly joined?: { readonly column: number; readonly from: readonly number[] };
  /** The year, where it stands apart from day and month. */
  readonly year?: number;
  /** The time of day, where it stands apart from the date. */
  readonly time?: number;
  /** Days without a year (`0103` is 1 March) fall within these days, both as `20250301`. */
  readonly period?: { readonly from: string; readonly to: string };
  /** Columns added to the amount, such as tax; taken off it, such as refunds or credit. */
  readonly plus?: readonly number[];
  readonly minus?: readonly number[];
  /** A discount that the price of a piece is still without: a share of it or percent; `open`, and not taken off, where the file does not say which. */
  readonly discount?: { readonly column: number; readonly off: 'share' | 'percent' | 'open' };
  /** What the amount came to after corrections, such as partial refunds; blank or 0 where there were none. */
  readonly corrected?: number;
  /** Double entry with account, counter account and side (S or H): sales are those between a debtor and a revenue account. */
  readonly ledger?: { readonly account: number; readonly counter: number; readonly side: number };
  /** Questions that the maker of the file has answered for good. */
  readonly sure?: readonly ('date-order' | 'decimal')[];
}
