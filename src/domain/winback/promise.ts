import { addDays, type Day } from '../kernel/day';
import type { Plan, PlanStep, StepDone } from '../notebook/plan';
import { stepsToDo } from './chain';
import { changedStep, stepOf } from './chainEdits';
import { usualMinutes } from './playbooksBuiltIn';

const DAYS_TO_COME = 7;
const CHECK = 'check-promise';

/** The day on which to look whether somebody came who promised it today, until the owner says another (method.md [5.2]). */
export const checkDay = (promisedOn: Day): Day => addDays(promisedOn, DAYS_TO_COME);

/**
 * The step that follows a promise where nothing else does: to look on that day whether they came, and to ask where they did not. A
 * promise that nobody comes back to is where a chain breaks (method.md [5.2], [5.14]). It falls away by itself when they buy.
 */
export const promiseCheck = (on: Day, id: string, who: string | null): PlanStep =>
  stepOf(
    {
      template: CHECK,
      what: '',
      channel: 'call',
      due: { kind: 'on', day: on },
      message: '',
      offer: null,
      cost: 0,
      minutes: usualMinutes('call'),
      aftercare: false,
    },
    id,
    who,
  );

/** Whether a step ended in a promise that nothing follows, so that nobody would come back to it (method.md [5.14]); never once they bought. */
export const needsCheck = ({ done }: PlanStep, plan: Pick<Plan, 'steps'>, isBack: boolean): boolean =>
  done?.outcome === 'promised' && !isBack && stepsToDo(plan, false).length === 0;

/**
 * The chain with what came of a step said anew, or to do again with null. The look whether a promise was kept goes with the promise,
 * unless it was done.
 */
export function doneAnew(steps: readonly PlanStep[], id: string, done: StepDone | null): readonly PlanStep[] {
  const wasPromise = steps.some((step) => step.id === id && step.done?.outcome === 'promised');
  const changed = changedStep(steps, id, { done });
  if (!wasPromise || done?.outcome === 'promised') return changed;
  return changed.filter((step) => step.id === id || step.template !== CHECK || step.done !== null);
}
