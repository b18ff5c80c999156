import type { Day } from '../kernel/day';
import type { EntryOf } from './entry';

/** What was decided about clients who look like one: they are the same, or they are two people and are not proposed again. */
export const VERDICTS = ['same', 'two'] as const;

/** A decision about clients by their places in the shop's list; imports never change the places. */
export interface SameClient extends EntryOf<'sameClient'> {
  /** The one who is kept. */
  readonly client: number;
  /** Those whose sales, cards and notes stand with the kept one's from now on. */
  readonly others: readonly number[];
  readonly decidedOn: Day;
  readonly verdict: (typeof VERDICTS)[number];
}
