/**
 * One entry per client that exists at the as-of date (has a row on or before it, or is known without one), by rising client index.
 * Days are `Day`, money is in cents of the shop's currency; "never" is NaN in float columns and `NO_DAY` in day columns.
 */
export interface ClientFigures {
  readonly length: number;
  /** Index of the client in the shop's list of clients. */
  readonly client: Uint32Array;
  /** `StatusCode`. */
  readonly status: Uint8Array;
  readonly visits: Uint32Array;
  readonly firstVisit: Int32Array;
  readonly lastVisit: Int32Array;
  /** Silent days up to the as-of date, closures left out. */
  readonly silence: Int32Array;
  /** Usual interval m in days (rules.md 3.3). */
  readonly interval: Float64Array;
  /** Days of silence after which the client is sleeping, and lost. */
  readonly sleepAfter: Int32Array;
  readonly lostAfter: Int32Array;
  /** Day on which the last silence became, or will become, a loss: last visit + lostAfter, closures skipped. */
  readonly lostDate: Int32Array;
  /** Times lost up to the as-of date, the present loss included. */
  readonly timesLost: Uint8Array;
  /** Day of the latest return after a loss; `NO_DAY` if never. */
  readonly recoveredDate: Int32Array;
  /** Net of all rows up to the as-of date, cents. */
  readonly revenue: Float64Array;
  /** Yearly value V in cents (rules.md 3.6), purchases a year f, and the average ticket in cents. */
  readonly yearlyValue: Float64Array;
  readonly purchasesAYear: Float64Array;
  readonly ticket: Float64Array;
  /** V x max(0, silence - m) / 365 where lost, else 0; cents. */
  readonly lostSoFar: Float64Array;
}

/** "Never" in a column of days. */
export const NO_DAY = -0x8000_0000;

/** Figures of a number of clients, every entry 0 until it is filled. */
export const emptyFigures = (length: number): ClientFigures => ({
  length,
  client: new Uint32Array(length),
  status: new Uint8Array(length),
  visits: new Uint32Array(length),
  firstVisit: new Int32Array(length),
  lastVisit: new Int32Array(length),
  silence: new Int32Array(length),
  interval: new Float64Array(length),
  sleepAfter: new Int32Array(length),
  lostAfter: new Int32Array(length),
  lostDate: new Int32Array(length),
  timesLost: new Uint8Array(length),
  recoveredDate: new Int32Array(length),
  revenue: new Float64Array(length),
  yearlyValue: new Float64Array(length),
  purchasesAYear: new Float64Array(length),
  ticket: new Float64Array(length),
  lostSoFar: new Float64Array(length),
});
