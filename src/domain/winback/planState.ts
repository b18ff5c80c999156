import type { Day } from '../kernel/day';

/**
 * Where a plan stands, read from its steps and the sales (method.md [5.14]). `bought`: back, but no aftercare is planned; `aftercare`: back, and it is.
 */
export const STAGES = [
  'preparing',
  'contacted',
  'talking',
  'promised',
  'bought',
  'aftercare',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * A return that the sales prove (method.md [2.3], rules.md 3.6). `ours` is false for a purchase before the first step was done:
 * that is natural return. Money in cents.
 */
export interface Recovery {
  readonly day: Day;
  readonly sum: number;
  readonly ours: boolean;
  /** Days from the last step done before it; NaN where none was. */
  readonly daysSinceStep: number;
  /** The last step done before it. */
  readonly step: string | null;
  /** Bought from the return until they are lost again, else to the as-of date, that purchase included, less refunds. */
  readonly since: number;
  readonly visits: number;
  /** Bought in the days since the return at the pace of a year, over the yearly value before the loss (0-1 and above): method.md [5.12]. */
  readonly volume: number;
  /** A year without a complaint since the return; null while the year is not over. */
  readonly yearWell: boolean | null;
  /** Lost again since: the plan is over, and so is the chase (method.md [2.5]). */
  readonly lostAgainOn: Day | null;
}

/** The next step of a plan. */
export interface NextStep {
  readonly step: string;
  /** The day it is due, moved off closures and free days. */
  readonly due: Day;
  /** Days overdue; 0 or less where it is not. */
  readonly overdue: number;
}

/** What a plan comes to today. There is no next step where the plan is closed, at its end, or the client must not be contacted. */
export interface PlanState {
  readonly stage: Stage;
  readonly next: NextStep | null;
  readonly recovery: Recovery | null;
}
