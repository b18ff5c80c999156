import type { Month } from '../kernel/day';

/** What win-back earned is told by. */
export const EARNED_BY = ['reason', 'playbook', 'offer', 'channel', 'employee', 'month'] as const;
export type EarnedBy = (typeof EARNED_BY)[number];

/** What came of some plans (method.md [5.13], rules.md 3.6). Money in cents. */
export interface Earned {
  /** Plans with a step done; those in which the client was reached; those with a return that is ours. */
  readonly contacted: number;
  readonly reached: number;
  readonly recovered: number;
  /** Money back: the first purchases, everything since, and what a year is expected to bring. */
  readonly firstPurchases: number;
  readonly since: number;
  readonly yearly: number;
  /** Offers taken, other costs, and staff minutes at the shop's rate. */
  readonly cost: number;
  readonly minutes: number;
  /** Margin of `since`, and the margin that the natural return would have brought anyway. */
  readonly margin: number;
  readonly naturalMargin: number;
  /** (margin - natural margin - cost) / cost, and the same without the natural return; NaN without a cost. */
  readonly romi: number;
  readonly romiGross: number;
  /** Fewer than 20 contacted: the figures may be chance. */
  readonly thin: boolean;
}

/** Refusals by the step at which the chain broke (method.md [5.14]). */
export interface FunnelLine {
  /** Template of the step; for a step in the owner's words its place in the chain, 1 for the first, in digits. */
  readonly key: string;
  readonly reached: number;
  readonly refused: number;
}

/** Lost, won back and their difference by month, in cents a year: is the leak closing? */
export interface LeakMonth {
  readonly month: Month;
  readonly lost: number;
  readonly back: number;
  /** Of `back`, what came through plans. */
  readonly ours: number;
}

export interface EarnedReport {
  readonly total: Earned;
  readonly by: Readonly<Record<EarnedBy, readonly (Earned & { readonly key: string })[]>>;
  readonly stages: Readonly<Record<string, number>>;
  readonly refusals: readonly FunnelLine[];
  readonly leak: readonly LeakMonth[];
  readonly marginKnown: boolean;
  readonly hourCostKnown: boolean;
  /** False where the shop is too small to tell who returns by themselves: nothing is then subtracted. */
  readonly naturalKnown: boolean;
}
