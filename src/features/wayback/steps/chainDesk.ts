import type { PlanStep } from '../../../domain/notebook/plan';
import type { Employee } from '../../../domain/notebook/person';
import type { Day } from '../../../domain/kernel/day';

/** Changes a chain; `typing` waits for a pause before it is saved. The edit is kept and done again, so that it may rest on nothing that changes. */
export type ChangeSteps = (
  edit: (steps: readonly PlanStep[]) => readonly PlanStep[],
  how?: { typing?: boolean },
) => void;

/** The client a chain is for: what offers are weighed by. Money in cents. */
export interface ChainClient {
  readonly yearlyValue: number;
  readonly margin: number;
  readonly years: number;
  readonly hourCost: number | null;
  readonly ticket: number;
  readonly debt: number;
  /** Who is not to win them back (method.md [5.3]). */
  readonly lostBy: string | null;
}

/** What a chain is worked on with; for a playbook there is neither a client nor a day. */
export interface ChainDesk {
  readonly client: ChainClient | null;
  /** The day each step falls due. */
  readonly due: ReadonlyMap<string, Day> | null;
  readonly employees: readonly Employee[];
  /** Who does whatever nobody else was named for. */
  readonly responsible: string | null;
  /** The step that is next. */
  readonly next: string | null;
}
