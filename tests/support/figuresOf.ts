import { parseIsoDay } from '../../src/domain/kernel/day';
import { defaultSettings } from '../../src/domain/shop/settings';
import type { ShopLog } from '../../src/storage/importWriter';
import { figures } from '../../src/workers/jobs/figures';
import type { Results } from '../../src/storage/results';

/** The figures of a log with the default settings, on a fixed day. */
export function figuresOf(log: ShopLog, today = parseIsoDay('2026-11-23')): Results {
  const results = figures(log, { settings: defaultSettings, cards: [], revision: 1, imports: 1, today });
  if (!results) throw new Error('an empty log has no figures');
  return results;
}
