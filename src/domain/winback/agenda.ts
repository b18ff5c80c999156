import { addDays, type Day } from '../kernel/day';
import type { Plan, PlanStep } from '../notebook/plan';
import { stepsToDo } from './chain';
import type { PlanState } from './planState';
import { weekdayOf, type scheduler } from './schedule';

/** A step that is to be done, on the day it falls due. */
export interface AgendaStep {
  readonly plan: string;
  readonly client: number;
  readonly step: PlanStep;
  readonly due: Day;
  /** Nothing of its plan comes before it; other steps may move with what comes of those before them. */
  readonly isNext: boolean;
}

const MONDAY = 1;
const DAYS = 7;

/** The Monday of the week of a day. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) - MONDAY + DAYS) % DAYS));

/** The seven days from a day on. */
export const weekFrom = (day: Day): readonly Day[] => Array.from({ length: DAYS }, (_, n) => addDays(day, n));

/**
 * Everything that is still to do in some plans, by rising day (method.md [6.11]). A plan without a next step has nothing to do: it is
 * over, or its client must not be contacted (method.md [5.10]).
 */
export function agenda(
  plans: readonly Plan[],
  states: ReadonlyMap<string, PlanState>,
  dueDays: ReturnType<typeof scheduler>,
  today: Day,
): readonly AgendaStep[] {
  const steps = plans.flatMap((plan): readonly AgendaStep[] => {
    const state = states.get(plan.id);
    if (!state?.next) return [];
    const { next, recovery } = state;
    const due = dueDays(plan, { today, recoveredOn: recovery?.day ?? null });
    return stepsToDo(plan, recovery !== null).flatMap((step) => {
      const isNext = step.id === next.step;
      const day = isNext ? next.due : due.get(step.id);
      return day === undefined ? [] : [{ plan: plan.id, client: plan.client, step, due: day, isNext }];
    });
  });
  return steps.sort((a, b) => a.due - b.due || Number(b.isNext) - Number(a.isNext));
}
