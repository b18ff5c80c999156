import { Failure } from './failure';
import type { ShopDb } from './shopDb';

/** Rises with every change of a shop's sales, settings or cards. 0 for a shop that never changed. */
export async function readRevision(db: ShopDb): Promise<number> {
  const fact = await db.facts.get('revision');
  return fact?.key === 'revision' && Number.isInteger(fact.value) ? fact.value : 0;
}

/**
 * Part of a transaction whose contents were worked out before it began, at this revision: what somebody else changed
 * since must not be overwritten. Nothing of the transaction stays then.
 */
export async function expectRevision(db: ShopDb, revision: number): Promise<void> {
  if ((await readRevision(db)) !== revision) throw new Failure('busy-elsewhere', 'changed in the meantime');
}
