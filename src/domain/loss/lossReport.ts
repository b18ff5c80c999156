import type { Day, Month } from '../kernel/day';
import type { ClientFigures } from './clientFigures';
import type { StatusName } from './status';

/** Clients and money by month of the lost date and of the return (rules.md 3.6); entry k is month `first` + k. */
export interface MonthColumns {
  readonly first: Month;
  readonly length: number;
  readonly lostClients: Uint32Array;
  /** Yearly value in cents of those lost in the month, as it stood at their last visit. */
  readonly lostValue: Float64Array;
  readonly recoveredClients: Uint32Array;
  readonly recoveredValue: Float64Array;
  /** Months that begin after this day are not ripe: their losses are not all declared yet (rules.md 3.5). */
  readonly ripeUntil: Day;
}

/** The lost ratio of a period (method.md [1.2], rules.md 3.5). */
export interface LostRatio {
  readonly from: Day;
  readonly to: Day;
  /** Clients not lost on the eve of the period, plus first purchases and recoveries in it. */
  readonly base: number;
  /** The three parts of the base: not lost on the eve, first purchase in the period, back after a loss in the period. */
  readonly carriedOver: number;
  readonly firstPurchases: number;
  readonly recovered: number;
  readonly lost: number;
  /** 100 x lost / base; NaN without a base. */
  readonly percent: number;
  /** Yearly value of the members lost at its end, cents. */
  readonly lostValue: number;
  /** Of `lost` and `lostValue`, the part of clients who bought only once. */
  readonly oneTimeLost: number;
  readonly oneTimeLostValue: number;
}

/** Every figure of the shop at one as-of date. Money in cents. */
export interface LossReport {
  readonly asOf: Day;
  readonly logStart: Day;
  /** Typical gap G of the shop in days, and whether the log was long enough to find it (else the fallback of 45). */
  readonly typicalGap: number;
  readonly typicalGapFound: boolean;
  readonly counts: Readonly<Record<StatusName, number>>;
  readonly clientsWithPurchase: number;
  /** Lost and lost twice, in percent of the clients with a purchase; NaN without any (rules.md 3.5 "lost stock"). */
  readonly lostStockPercent: number;
  /** The same without one-time buyers. */
  readonly lostStockPercentRepeat: number;
  /** Sum of V over lost, and over everybody. */
  readonly annualLost: number;
  readonly annualAll: number;
  readonly lostSoFar: number;
  /** Of `annualLost` and of the lost clients, the part of those who bought only once. */
  readonly oneTimeLost: number;
  readonly oneTimeLostValue: number;
  /** Net turnover up to the as-of date, and the part of it with a client. */
  readonly turnover: number;
  readonly turnoverWithClient: number;
  readonly rowsUsed: number;
  readonly rowsWithoutClient: number;
  /** The 12 months up to the as-of date. */
  readonly year: LostRatio;
  readonly months: MonthColumns;
  /** Median of `lostAfter` over clients with a visit: how late a loss is declared. */
  readonly medianLostAfter: number;
  readonly clients: ClientFigures;
}
