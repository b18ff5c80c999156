import * as v from 'valibot';
import type { Day } from '../domain/kernel/day';
import { defaultSettings, type ShopSettings } from '../domain/shop/settings';

const day = v.pipe(v.number(), v.integer());
const money = v.nullable(v.pipe(v.number(), v.minValue(0)));
const times = v.pipe(v.number(), v.minValue(0.5), v.maxValue(20));

const storedSettings = v.object({
  name: v.fallback(v.string(), defaultSettings.name),
  currency: v.fallback(v.pipe(v.string(), v.minLength(3)), defaultSettings.currency),
  preset: v.fallback(v.picklist(['rhythm', 'classic', 'fixed']), defaultSettings.preset),
  fixedDays: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(730)),
    defaultSettings.fixedDays,
  ),
  patience: v.fallback(v.tuple([times, times, times, times]), [...defaultSettings.patience]),
  closures: v.fallback(v.array(v.object({ first: day, last: day })), []),
  freeWeekdays: v.fallback(v.array(v.picklist([0, 1, 2, 3, 4, 5, 6])), [0]),
  marginPercent: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))), null),
  rentAMonth: v.fallback(money, null),
  salaryAMonth: v.fallback(money, null),
  hourCost: v.fallback(money, null),
  asOf: v.fallback(v.nullable(day), null),
});

/** Settings as they were stored: a field that cannot be read takes its default, the rest stays. */
export function decodeSettings(stored: unknown): ShopSettings {
  const decoded = v.safeParse(storedSettings, stored);
  if (!decoded.success) return defaultSettings;
  const { closures, asOf, ...rest } = decoded.output;
  return {
    ...rest,
    asOf: asOf as Day | null,
    closures: closures.map(({ first, last }) => ({ first: first as Day, last: last as Day })),
  };
}
