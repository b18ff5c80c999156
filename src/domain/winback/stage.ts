import type { Day } from '../kernel/day';
import type { Plan } from '../notebook/plan';
import { chaseDone, stepsToDo } from './chain';
import type { NextStep, PlanState, Recovery, Stage } from './planState';

/** A return is followed up to its third visit (rules.md 3.4) and through a year (method.md [5.12]). */
const VISITS_TO_SETTLE = 3;
/** A chain that is at its end is over when nothing came of it for a year. */
const PATIENCE = 365;

/** The days on which the steps of a plan fall due, by step; aftercare counts from the return (see `scheduler`). */
export type DueDays = (plan: Plan, back: { readonly recoveredOn: Day | null }) => ReadonlyMap<string, Day>;

/**
 * What a plan comes to (method.md [5.12], [5.14]): its stage and the step that is next. It rests on the plan, the sales and the day alone, so
 * that it is the same however the sales came in. `asOf` is the last day the sales are known for.
 */
export function planState(
  plan: Plan,
  recovery: Recovery | null,
  dueDays: DueDays,
  asOf: Day,
  today: Day,
): PlanState {
  const stage = stageOf(plan, recovery, asOf);
  return { stage, next: stage === 'closed' ? null : nextOf(plan, recovery, dueDays, today), recovery };
}

function stageOf(plan: Plan, recovery: Recovery | null, asOf: Day): Stage {
  if (plan.closed) return 'closed';
  if (recovery) {
    if (isOver(recovery)) return 'closed';
    return plan.steps.some(({ aftercare, dropped }) => aftercare && !dropped) ? 'aftercare' : 'bought';
  }
  const done = chaseDone(plan);
  const lastDone = done.at(-1)?.done.on ?? plan.startedOn;
  if (stepsToDo(plan, false).length === 0 && asOf - lastDone > PATIENCE) return 'closed';
  if (done.length === 0) return 'preparing';
  const spoken = done.findLast(({ done: { outcome } }) => outcome !== 'done' && outcome !== 'not-reached');
  if (!spoken) return 'contacted';
  return spoken.done.outcome === 'promised' || spoken.done.outcome === 'ordered' ? 'promised' : 'talking';
}

/** Lost again, which ends the chase (method.md [2.5]), or settled: a year has passed and three visits were made. */
const isOver = ({ lostAgainOn, visits, yearWell }: Recovery): boolean =>
  lostAgainOn !== null || (visits >= VISITS_TO_SETTLE && yearWell !== null);

function nextOf(plan: Plan, recovery: Recovery | null, dueDays: DueDays, today: Day): NextStep | null {
  const [step] = stepsToDo(plan, recovery !== null);
  if (!step) return null;
  const due = dueDays(plan, { recoveredOn: recovery?.day ?? null }).get(step.id) ?? plan.startedOn;
  return { step: step.id, due, overdue: today - due };
}
