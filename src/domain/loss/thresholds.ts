import type { Patience, Rules } from './rules';

/** The rules that decide about silence, with the shop's typical gap filled in. */
export interface Law {
  readonly preset: Rules['preset'];
  readonly fixedDays: number;
  readonly patience: Patience;
  /** Typical gap G, days. */
  readonly typicalGap: number;
}

/** No silence is borne longer than two years. */
export const LONGEST_PATIENCE = 730;

/** Preset "classic" for a client who came once: method.md's 90 days, sleeping at 3/4 of it. */
const CLASSIC_ONCE = { interval: 67.5, sleepAfter: 68, lostAfter: 90 } as const;

/**
 * Usual interval m between a client's visits in days after `visits` visits whose used gaps add up to `used`; `own` is the
 * interval set by the owner, NaN for none (rules.md 3.3). "classic" takes the mean of the used gaps, without the shop's.
 */
export function usualInterval(law: Law, own: number, visits: number, used: number): number {
  if (own > 0) return own;
  if (law.preset === 'classic') return visits === 1 ? CLASSIC_ONCE.interval : used / (visits - 1);
  return (2 * law.typicalGap + used) / (visits + 1);
}

/**
 * Days of silence L after which the client is lost, 1 to 730, arguments as for `usualInterval` (rules.md 3.4).
 * Whole sums are multiplied before the one division, so that an exact multiple of the interval is never rounded up.
 */
export function lostAfter(law: Law, own: number, visits: number, used: number): number {
  return Math.min(LONGEST_PATIENCE, Math.max(1, Math.ceil(patienceDays(law, own, visits, used))));
}

function patienceDays(law: Law, own: number, visits: number, used: number): number {
  if (own > 0) return 1.5 * own;
  if (law.preset === 'fixed') return law.fixedDays;
  if (law.preset === 'classic') {
    return visits === 1 ? CLASSIC_ONCE.lostAfter : (4 * used) / (3 * (visits - 1));
  }
  const band = visits === 1 ? 0 : visits === 2 ? 1 : visits < 6 ? 2 : 3;
  return (law.patience[band] * (2 * law.typicalGap + used)) / (visits + 1);
}

/** Days of silence S after which the client is sleeping, at least 1, arguments as for `usualInterval` (rules.md 3.4). */
export function sleepAfter(law: Law, own: number, visits: number, used: number): number {
  return Math.max(1, Math.ceil(warningDays(law, own, visits, used)));
}

function warningDays(law: Law, own: number, visits: number, used: number): number {
  if (own > 0) return (4 * own) / 3;
  if (law.preset === 'fixed') return (3 * law.fixedDays) / 4;
  if (law.preset === 'classic') return visits === 1 ? CLASSIC_ONCE.sleepAfter : used / (visits - 1);
  return (4 * (2 * law.typicalGap + used)) / (3 * (visits + 1));
}
