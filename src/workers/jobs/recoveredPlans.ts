import type { Day } from '../../domain/kernel/day';
import type { OpenShop } from './openShops';
import { planBook } from './planned';

/** The plans whose clients are back, by what is stored now; none where that cannot be told: an import does not fail for it. */
export async function recoveredPlans(open: OpenShop, today: Day): Promise<readonly string[]> {
  if ((await open.db.imports.count()) === 0) return [];
  if ((await open.db.entries.where('kind').equals('plan').count()) === 0) return [];
  const { planned } = await planBook(open, today).catch(() => ({ planned: [] }));
  return planned.flatMap(({ plan, state }) => (state.recovery === null ? [] : [plan.id]));
}
