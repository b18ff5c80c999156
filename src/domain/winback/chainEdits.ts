import type { Day } from '../kernel/day';
import type { Outcome, PlanStep, StepDraft } from '../notebook/plan';

type Steps = readonly PlanStep[];

/** A step of nobody's yet, with an id of its own. */
export const stepOf = (draft: StepDraft, id: string, who: string | null = null): PlanStep => ({
  ...draft,
  id,
  who,
  done: null,
  dropped: false,
});

/** A step as a playbook keeps it: without whoever does it, what came of it, and whether it was dropped. */
export const draftOf = ({
  template,
  what,
  channel,
  due,
  message,
  subject,
  offer,
  cost,
  minutes,
  aftercare,
}: StepDraft): StepDraft => ({
  template,
  what,
  channel,
  due,
  message,
  ...(subject === undefined ? {} : { subject }),
  offer,
  cost,
  minutes,
  aftercare,
});

/** The steps of a chain that somebody kept, as a playbook has them; a date of one client's chain is no date of the next (method.md [5.1]). */
export const draftsOf = (steps: Steps): readonly StepDraft[] =>
  steps
    .filter(({ dropped }) => !dropped)
    .map((step) => {
      const draft = draftOf(step);
      return draft.due.kind === 'on' ? { ...draft, due: { kind: 'after', days: DAYS_INSTEAD } } : draft;
    });

const DAYS_INSTEAD = 7;

/** One step said anew; a step that is not there changes nothing. */
export const changedStep = (steps: Steps, id: string, says: Partial<Omit<PlanStep, 'id'>>): Steps =>
  steps.map((step) => (step.id === id ? { ...step, ...says } : step));

/** A step that was done, and what came of it (method.md [5.14]). */
export const doneStep = (steps: Steps, id: string, on: Day, outcome: Outcome): Steps =>
  changedStep(steps, id, { done: { on, outcome, why: '', note: '' }, dropped: false });

/** The step that a step changes places with when it is moved up (-1) or down (1); undefined at the end of its part of the chain. */
export function neighbour(steps: Steps, id: string, by: -1 | 1): PlanStep | undefined {
  const moved = steps.find((step) => step.id === id);
  const alike = steps.filter(({ aftercare }) => aftercare === moved?.aftercare);
  const place = alike.findIndex((step) => step.id === id);
  return place < 0 ? undefined : alike[place + by];
}

/** The chain with a step one place further up or down; the chase and aftercare stay apart, and no step is ever lost. */
export function movedStep(steps: Steps, id: string, by: -1 | 1): Steps {
  const other = neighbour(steps, id, by);
  const moved = steps.find((step) => step.id === id);
  if (!other || !moved) return steps;
  return steps.map((step) => (step.id === id ? other : step.id === other.id ? moved : step));
}

/** The chain with further steps, each behind those of its own part; a step that is there already is not added again. */
export const withSteps = (steps: Steps, added: Steps): Steps => {
  const all = [...steps, ...added.filter(({ id }) => !steps.some((step) => step.id === id))];
  return [...all.filter(({ aftercare }) => !aftercare), ...all.filter(({ aftercare }) => aftercare)];
};
