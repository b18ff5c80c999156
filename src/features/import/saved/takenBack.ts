import { notesOf } from '../../../reactive/notes';
import type { Session } from '../../../reactive/session.svelte';
import type { Input } from '../../../workers/protocol';
import type { PlanRow } from '../../../workers/winbackJobs';

/**
 * Plans whose clients were back, and are not by the sales there are now: the purchase was refunded in full (method.md [2.3]). That they were
 * back is told by what stood before the import, or by the owner's having seen it.
 */
export async function takenBack(
  session: Session,
  input: Input<'plans'>,
  recoveredBefore: readonly string[],
  signal: AbortSignal,
): Promise<readonly PlanRow[]> {
  const { shopId } = input;
  const { entries } = await session.ask('entries', { shopId, kinds: ['plan'] }, { signal });
  const seen = notesOf(entries, 'plan').flatMap(({ id, greeted }) => (greeted === null ? [] : [id]));
  const back = new Set([...recoveredBefore, ...seen]);
  if (back.size === 0) return [];
  const rows = await session.ask('plans', input, { signal });
  return rows.filter(({ plan, state }) => back.has(plan) && state.recovery === null);
}
