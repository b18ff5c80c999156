/**
 * Percent of the turnover that names a client (rules.md 3.1), 0-100. NaN where the sums cannot say it: no turnover, or
 * rows without a client that add up to less than zero, as fees and payouts in statements do.
 */
export function shareWithClient(withClient: number, total: number): number {
  const percent = (100 * withClient) / total;
  return total > 0 && percent >= 0 && percent <= 100 ? percent : NaN;
}
