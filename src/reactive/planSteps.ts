import type { Plan, PlanStep } from '../domain/notebook/plan';
import { changedStep } from '../domain/winback/chainEdits';
import { Failure } from '../storage/failure';
import { changedEntry, notesOf, saveNotes } from './notes';
import type { Session } from './session.svelte';

/** Where a step is found, from a list that shows no more of its plan. */
export interface StepPlace {
  readonly plan: string;
  readonly client: number;
  readonly step: string;
}

type Says = Partial<Omit<PlanStep, 'id'>>;

/** Says something anew of one step of a plan; the answer takes back just that, whatever else was changed since. */
export async function sayOfStep(
  session: Session,
  place: StepPlace,
  says: Says,
): Promise<() => Promise<void>> {
  const plan = await planOf(session, place);
  const before = plan.steps.find(({ id }) => id === place.step);
  if (!before) throw new Failure('busy-elsewhere');
  await saveNotes(session, { put: [withStep(plan, place, says)] });
  const as = Object.fromEntries(
    (Object.keys(says) as (keyof Says)[]).map((field) => [field, before[field]]),
  ) as Says;
  return async () => {
    const since = await planOf(session, place);
    await saveNotes(session, { put: [withStep(since, place, as)] });
  };
}

const withStep = (plan: Plan, { step }: StepPlace, says: Says): Plan =>
  changedEntry(plan, { steps: changedStep(plan.steps, step, says) });

async function planOf(session: Session, { plan, client }: StepPlace): Promise<Plan> {
  const { shop } = session;
  if (!shop) throw new Failure('shop-missing');
  const { entries } = await session.ask('entries', { shopId: shop.id, kinds: ['plan'], client });
  const found = notesOf(entries, 'plan').find(({ id }) => id === plan);
  if (!found) throw new Failure('busy-elsewhere');
  return found;
}
