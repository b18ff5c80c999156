import { err, ok, type Result } from '../kernel/result';

/** A share as a person types it ("45", "45,5", "45 %"), 0 to 100; null for a blank, an error for anything else. */
export function parsePercent(text: string): Result<number | null, 'unreadable'> {
  const bare = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (bare === '') return ok(null);
  const percent = /^\d{1,3}(\.\d*)?$/.test(bare) ? Number(bare) : NaN;
  return percent >= 0 && percent <= 100 ? ok(percent) : err('unreadable');
}
