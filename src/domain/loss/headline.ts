import type { LossReport } from './lossReport';
import type { StatusCode } from './status';

/** One line of the list of clients to win back first. Money in cents, `Day` numbers. */
export interface HeadlineClient {
  readonly client: number;
  readonly name: string;
  readonly phone: string;
  readonly status: StatusCode;
  /** 1 for somebody who bought only once and so has no rhythm of their own. */
  readonly visits: number;
  readonly yearlyValue: number;
  readonly interval: number;
  readonly silence: number;
  readonly lastVisit: number;
  readonly lostDate: number;
}

/**
 * What the first screen needs, and nothing more: all totals and the first 50 lost clients by yearly value
 * who may be contacted.
 */
export interface Headline {
  /** What the figures rest on; when it changes they are computed again. */
  readonly basis: string;
  /** Last day of the data, which the as-of date may be later than by up to a week (rules.md 3.2). */
  readonly dataEnds: number;
  /** Rows in the log, later ones than the as-of date included. */
  readonly sales: number;
  readonly imports: number;
  readonly report: Omit<LossReport, 'clients'>;
  readonly top: readonly HeadlineClient[];
  /** Stored records that could not be read, where there are any: the figures are without them. */
  readonly setAside?: number;
}

/** How many of the lost clients the headline holds ready. */
export const TOP_CLIENTS = 50;
