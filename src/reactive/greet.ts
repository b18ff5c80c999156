import type { Plan } from '../domain/notebook/plan';
import type { PlanRow } from '../workers/winbackJobs';
import { changedEntry, notesOf, saveNotes } from './notes';
import type { Session } from './session.svelte';

/** Notes on plans that the owner has seen what became of them: the day of the return, or that it was taken back (method.md [2.3]). */
export async function greet(session: Session, rows: readonly PlanRow[]): Promise<void> {
  const { shop } = session;
  if (!shop || rows.length === 0) return;
  const seen = new Map(rows.map(({ plan, state }) => [plan, state.recovery?.day ?? null]));
  const { entries } = await session.ask('entries', { shopId: shop.id, kinds: ['plan'] });
  const put = notesOf(entries, 'plan').flatMap((plan): Plan[] => {
    const day = seen.get(plan.id);
    return day === undefined || day === plan.greeted ? [] : [changedEntry(plan, { greeted: day })];
  });
  if (put.length > 0) await saveNotes(session, { put });
}
