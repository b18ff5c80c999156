/**
 * Chance (0-1) that at most `after` of `before + after` losses fall into the second of two times of which it gets the share
 * `share` (0-1) of all: so few, or fewer, by accident (exact conditional binomial test of two Poisson counts, Przyborowski and
 * Wilenski 1940). 1 where there were no losses at all, or none could be seen.
 */
export function accident(before: number, after: number, share: number): number {
  const losses = before + after;
  if (after >= losses || !(share > 0)) return 1;
  if (share >= 1) return 0;
  const odds = Math.log(share) - Math.log1p(-share);
  let log = losses * Math.log1p(-share);
  let chance = Math.exp(log);
  for (let k = 1; k <= after; k++) {
    log += Math.log(losses - k + 1) - Math.log(k) + odds;
    chance += Math.exp(log);
  }
  return Math.min(1, chance);
}
