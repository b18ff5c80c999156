import type { Day } from '../../domain/kernel/day';
import type { Cause } from '../../domain/notebook/cause';
import type { Reason } from '../../domain/notebook/reason';
import { countedAs } from '../../domain/reasons/catalogue';
import type { CauseEffect } from '../../domain/reasons/reasonsReport';

export type CauseState = 'late' | 'open' | 'done';

/** A line of the cause ledger. */
export interface CauseRow {
  readonly cause: Cause;
  /** Id of the reason that it is against: the one that the reason written down counts as by now. */
  readonly reason: string;
  readonly state: CauseState;
  /** Undefined until the report is there. */
  readonly effect: CauseEffect | undefined;
}

export const stateOf = ({ doneOn, due }: Pick<Cause, 'doneOn' | 'due'>, today: Day): CauseState =>
  doneOn !== null ? 'done' : due !== null && due < today ? 'late' : 'open';

const STATES: readonly CauseState[] = ['late', 'open', 'done'];

/** Overdue ones first, then open ones by due date, those without one last; done ones at the end, the latest first. */
export function causeRows(
  causes: readonly Cause[],
  effects: readonly CauseEffect[] | undefined,
  reasons: readonly Reason[],
  today: Day,
): readonly CauseRow[] {
  const rows = causes.map((cause): CauseRow => ({
    cause,
    reason: countedAs(reasons, cause.reason),
    state: stateOf(cause, today),
    effect: effects?.find((effect) => effect.cause === cause.id),
  }));
  return rows.toSorted(
    (a, b) =>
      STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
      (b.cause.doneOn ?? 0) - (a.cause.doneOn ?? 0) ||
      (a.cause.due ?? Infinity) - (b.cause.due ?? Infinity) ||
      a.cause.openedOn - b.cause.openedOn ||
      (a.cause.id < b.cause.id ? -1 : 1),
  );
}
