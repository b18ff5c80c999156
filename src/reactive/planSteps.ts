import type { Plan, PlanStep } from '../domain/notebook/plan';
import { changedStep, withSteps } from '../domain/winback/chainEdits';
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

/**
 * Says something anew of one step of a plan, and adds one that follows from it; the answer takes back just that, whatever else was
 * changed since. An added step that was done in the meantime stays.
 */
export async function sayOfStep(
  session: Session,
  place: StepPlace,
  says: Says,
  added?: PlanStep,
): Promise<() => Promise<void>> {
  const plan = await planOf(session, place);
  const before = plan.steps.find(({ id }) => id === place.step);
  if (!before) throw new Failure('busy-elsewhere');
  const said = changedStep(plan.steps, place.step, says);
  const steps = added ? withSteps(said, [added]) : said;
  await saveNotes(session, { put: [changedEntry(plan, { steps })] });
  const as = Object.fromEntries(
    (Object.keys(says) as (keyof Says)[]).map((field) => [field, before[field]]),
  ) as Says;
  return async () => {
    const since = await planOf(session, place);
    const steps = changedStep(since.steps, place.step, as).filter(
      ({ id, done }) => id !== added?.id || done !== null,
    );
    await saveNotes(session, { put: [changedEntry(since, { steps })] });
  };
}

async function planOf(session: Session, { plan, client }: StepPlace): Promise<Plan> {
  const { shop } = session;
  if (!shop) throw new Failure('shop-missing');
  const { entries } = await session.ask('entries', { shopId: shop.id, kinds: ['plan'], client });
  const found = notesOf(entries, 'plan').find(({ id }) => id === plan);
  if (!found) throw new Failure('busy-elsewhere');
  return found;
}
