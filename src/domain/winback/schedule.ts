import type { Day } from '../kernel/day';
import { closedDays } from '../loss/closedDays';
import type { Closure } from '../loss/rules';
import type { Plan, PlanStep } from '../notebook/plan';

/** Weekdays without work, 0 for Sunday to 6 for Saturday, until the owner says otherwise. */
export const FREE_WEEKDAYS: readonly number[] = [0];

/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: Day): number => (((day + FIRST_WEEKDAY) % 7) + 7) % 7;

/** What a schedule goes by besides the steps. */
export interface ScheduleDays {
  /** With it, whatever follows a step that is late counts from today: the step can be done no earlier. */
  readonly today?: Day;
  /**
   * The new purchase, from which aftercare counts (method.md [5.11]); null where there is none yet: then aftercare has no day. Without it
   * all steps are one chain.
   */
  readonly recoveredOn?: Day | null;
}

type Chained = Pick<Plan, 'startedOn'> & { readonly steps: readonly PlanStep[] };

/** Moves a day forward to the next on which the shop works: not a free weekday, not within a closure. */
export type ToWorkday = (day: Day) => Day;

/** See `ToWorkday`; a week without a workday is taken to have no free day at all. */
export function toWorkday(closures: readonly Closure[], freeWeekdays: readonly number[]): ToWorkday {
  const closed = closedDays(closures);
  const free = new Set(freeWeekdays.filter((day) => Number.isInteger(day) && day >= 0 && day <= 6));
  const anyFree = free.size < 7 ? free : new Set<number>();
  return (wanted) => {
    let day: number = wanted;
    let i = 0;
    for (;;) {
      while (i < closed.length && closed.last[i]! < day) i++;
      if (i < closed.length && closed.first[i]! <= day) day = closed.last[i]! + 1;
      else if (anyFree.has(weekdayOf(day as Day))) day++;
      else return day as Day;
    }
  };
}

/** A schedule for many plans of one shop. */
export const scheduler = (
  closures: readonly Closure[],
  freeWeekdays: readonly number[] = FREE_WEEKDAYS,
): ((plan: Chained, days?: ScheduleDays) => ReadonlyMap<string, Day>) => {
  const moved = toWorkday(closures, freeWeekdays);
  return (plan, days = {}) => {
    const due = new Map<string, Day>();
    const { today, recoveredOn } = days;
    if (recoveredOn === undefined) runThrough(plan.steps, plan.startedOn, moved, today, due);
    else {
      const chase = plan.steps.filter(({ aftercare }) => !aftercare);
      runThrough(chase, plan.startedOn, moved, today, due);
      const after = plan.steps.filter(({ aftercare }) => aftercare);
      if (recoveredOn !== null) runThrough(after, recoveredOn, moved, today, due);
    }
    return due;
  };
};

function runThrough(
  steps: readonly PlanStep[],
  from: Day,
  moved: ToWorkday,
  today: Day | undefined,
  due: Map<string, Day>,
): void {
  let before: number = from;
  for (const step of steps) {
    if (step.dropped) continue;
    const wanted = step.due.kind === 'on' ? step.due.day : before + Math.max(0, step.due.days);
    const day = moved(wanted as Day);
    due.set(step.id, day);
    before = step.done?.on ?? Math.max(day, today ?? day);
  }
}

/**
 * The day each step is due: on its date, or so many days after the step before it was done, else is due. Free weekdays and closures are
 * skipped forward; dropped steps do not count and have no day (method.md [5.2], [5.11], [6.11]).
 */
export const schedule = (
  plan: Chained,
  closures: readonly Closure[],
  freeWeekdays: readonly number[] = FREE_WEEKDAYS,
  days: ScheduleDays = {},
): ReadonlyMap<string, Day> => scheduler(closures, freeWeekdays)(plan, days);
