import type { Day } from '../kernel/day';
import type { EntryOf } from './entry';

/**
 * A client whose name, addresses and everything written were taken out for good. Their sales stay at the place they had, of nobody who
 * can be named; what later files tell of them goes there too.
 */
export interface Forgotten extends EntryOf<'forgotten'> {
  readonly client: number;
  /** Random, one a shop: marks of two shops cannot be compared. */
  readonly salt: string;
  /** What stands for the number, name and addresses they could come back by (see `markOf`). */
  readonly marks: readonly string[];
  readonly day: Day;
}
