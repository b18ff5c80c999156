import { standsFor } from '../../domain/identity/aliases';
import { decodeEntry } from '../../storage/decodeEntries';
import { readAliases } from '../../storage/sameClients';
import type { Input, Output } from '../protocol';
import { shop } from './openShops';

/** Whose plan it is, after merging the kept one's; null for a plan that is not there. */
export async function clientOfPlan({ shopId, plan }: Input<'clientOfPlan'>): Promise<Output<'clientOfPlan'>> {
  const { db } = await shop(shopId);
  const stored: unknown = await db.entries.get(['plan', plan]);
  const entry = stored === undefined ? undefined : decodeEntry(stored);
  return entry?.kind === 'plan' ? standsFor(await readAliases(db), entry.client) : null;
}
