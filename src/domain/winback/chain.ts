import type { Plan, PlanStep, StepDone } from '../notebook/plan';

/** A step that was done. */
export type DoneStep = PlanStep & { readonly done: StepDone };

const isDone = (step: PlanStep): step is DoneStep => step.done !== null;

/** Steps meant to bring the client back that were done, by day and then by their place in the chain; what was done stays done, dropped or not. */
export const chaseDone = ({ steps }: Pick<Plan, 'steps'>): readonly DoneStep[] =>
  steps
    .filter(isDone)
    .filter(({ aftercare }) => !aftercare)
    .sort((a, b) => a.done.on - b.done.on);

/** Steps still to do, in the order of the chain: the chase until the client is back, aftercare from then on (method.md [5.1], [5.11]). */
export const stepsToDo = ({ steps }: Pick<Plan, 'steps'>, isBack: boolean): readonly PlanStep[] =>
  steps.filter((step) => step.done === null && !step.dropped && step.aftercare === isBack);
