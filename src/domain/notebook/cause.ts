import type { Day } from '../kernel/day';
import type { EntryOf } from './entry';

/** A cause of loss that the shop removes: one line of the cause ledger. */
export interface Cause extends EntryOf<'cause'> {
  readonly reason: string;
  readonly fix: string;
  /** A person's id. */
  readonly owner: string | null;
  readonly due: Day | null;
  /** What removing it costs, cents. */
  readonly cost: number | null;
  readonly doneOn: Day | null;
  /** Yearly loss for this reason when the line was opened, cents. */
  readonly lossThen: number;
  readonly openedOn: Day;
}
