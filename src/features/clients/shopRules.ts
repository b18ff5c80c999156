import type { Day } from '../../domain/kernel/day';
import type { ShopSettings } from '../../domain/shop/settings';
import type { Session } from '../../reactive/session.svelte';

/** What a client is judged by: the owner's settings and what the shop's own sales say. */
export interface ShopRules {
  readonly settings: ShopSettings;
  readonly typicalGap: number;
  /** Whether the typical gap comes from the shop's sales rather than from the fallback (rules.md 3.3). */
  readonly typicalGapFound: boolean;
  /** First day of the shop's sales. */
  readonly logStart: Day;
}

export function shopRules({ settings, headline }: Session): ShopRules {
  const report = headline?.report;
  return {
    settings,
    typicalGap: report?.typicalGap ?? NaN,
    typicalGapFound: report?.typicalGapFound ?? false,
    logStart: report?.logStart ?? (NaN as Day),
  };
}
