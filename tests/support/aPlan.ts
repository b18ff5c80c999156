import { parseIsoDay, type Day } from '../../src/domain/kernel/day';
import type { Outcome, Plan, PlanStep } from '../../src/domain/notebook/plan';
import { anEntry } from './notebook';

let made = 0;

/** A call without cost or offer, not yet done, unless it is said otherwise. */
export function aStep(says: Partial<PlanStep> = {}): PlanStep {
  made++;
  return {
    id: `step-${String(made).padStart(6, '0')}`,
    template: null,
    what: 'Call',
    channel: 'call',
    due: { kind: 'after', days: 2 },
    message: '',
    offer: null,
    cost: 0,
    minutes: 0,
    aftercare: false,
    who: null,
    done: null,
    dropped: false,
    ...says,
  };
}

/** The same, done on a day. */
export const doneOn = (day: string | Day, outcome: Outcome, says: Partial<PlanStep> = {}): PlanStep =>
  aStep({
    ...says,
    done: { on: typeof day === 'string' ? parseIsoDay(day) : day, outcome, why: '', note: '' },
  });

/** A plan that nothing was done of, unless it is said otherwise. */
export const aPlan = (says: Partial<Plan> = {}): Plan =>
  anEntry('plan', {
    reason: null,
    playbook: null,
    responsible: null,
    steps: [],
    closed: null,
    override: null,
    greeted: null,
    ...says,
  });
