import type { Day } from '../kernel/day';
import type { EntryOf } from './entry';

/**
 * Somebody who works, or worked, in the shop. People named in the sales are there without an entry, with the id that
 * `soldAsId` gives; an entry with that id holds what the owner adds. Others have an id of their own.
 */
export interface Person extends EntryOf<'person'> {
  readonly name: string;
  /** The name that stands in the sales; null for somebody who is not named there. */
  readonly soldAs: string | null;
  /** Last day in the shop; null for somebody who is present. */
  readonly leftOn: Day | null;
}

/** The id of a person whom the sales name. */
export const soldAsId = (name: string): string => `sold:${name}`;

/** An employee as every list shows them, whether somebody wrote about them or only the sales name them. */
export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly soldAs: string | null;
  readonly leftOn: Day | null;
}
