import type { Day } from '../kernel/day';

/** Closed from the first to the last day, both included; confirmed by the owner (rules.md 3.3). */
export interface Closure {
  readonly first: Day;
  readonly last: Day;
}

/** How many usual intervals of silence mean "lost", by number of visits: 1, 2, 3-5, 6 and more (rules.md 3.4). */
export type Patience = readonly [one: number, two: number, threeToFive: number, sixPlus: number];

/** What the owner may set about who counts as lost. All of it has defaults in `defaultRules`. */
export interface Rules {
  readonly preset: 'rhythm' | 'classic' | 'fixed';
  /** Days until lost, for the preset "fixed". */
  readonly fixedDays: number;
  readonly patience: Patience;
  readonly closures: readonly Closure[];
  /** Usual interval in days that the owner set for single clients, by client index (rules.md 3.3: yearly clients). */
  readonly intervals: ReadonlyMap<number, number>;
  /** The shop's typical gap in days where it is set by hand; otherwise it is found from the log. */
  readonly typicalGap?: number;
}

export const defaultRules: Rules = {
  preset: 'rhythm',
  fixedDays: 90,
  patience: [2, 2, 3, 4],
  closures: [],
  intervals: new Map(),
};
