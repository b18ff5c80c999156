import { decodeEntry } from '../../storage/decodeEntries';
import type { Input, Output } from '../protocol';
import { shop } from './openShops';

/** Whose plan it is; null for a plan that is not there. */
export async function clientOfPlan({ shopId, plan }: Input<'clientOfPlan'>): Promise<Output<'clientOfPlan'>> {
  const { db } = await shop(shopId);
  const stored: unknown = await db.entries.get(['plan', plan]);
  const entry = stored === undefined ? undefined : decodeEntry(stored);
  return entry?.kind === 'plan' ? entry.client : null;
}
