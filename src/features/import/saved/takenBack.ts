import { notesOf } from '../../../reactive/notes';
import type { Session } from '../../../reactive/session.svelte';
import type { Input } from '../../../workers/protocol';
import type { PlanRow } from '../../../workers/winbackJobs';

/** Plans whose return the owner has seen, and the sales no longer hold: the purchase was refunded in full (method.md [2.3]). */
export async function takenBack(
  session: Session,
  input: Input<'plans'>,
  signal: AbortSignal,
): Promise<readonly PlanRow[]> {
  const { shopId } = input;
  const { entries } = await session.ask('entries', { shopId, kinds: ['plan'] }, { signal });
  const seen = new Set(notesOf(entries, 'plan').flatMap(({ id, greeted }) => (greeted === null ? [] : [id])));
  if (seen.size === 0) return [];
  const rows = await session.ask('plans', input, { signal });
  return rows.filter(({ plan, state }) => seen.has(plan) && state.recovery === null);
}
