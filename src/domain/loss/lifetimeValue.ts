const MOST_YEARS = 5;
const UNKNOWN_YEARS = 3;

/**
 * What a client is worth over `years`, in cents: yearly value x margin (0-1) x years, later money counting less by the yearly
 * `discount` (0 for none) (method.md [1.4], rules.md 3.6; CLV).
 */
export function lifetimeValue(yearlyCents: number, margin: number, years: number, discount: number): number {
  const yearly = yearlyCents * margin;
  if (discount === 0) return yearly * years;
  return (yearly * (1 - (1 + discount) ** -years)) / Math.log(1 + discount);
}

/**
 * How many years a client stays, at most 5: one over the shop's yearly lost ratio (0-1) without one-time clients; 3 where
 * that ratio is not known (NaN) (rules.md 3.6).
 */
export const yearsOfStay = (yearlyLostRatio: number): number =>
  Number.isNaN(yearlyLostRatio) ? UNKNOWN_YEARS : Math.min(MOST_YEARS, 1 / yearlyLostRatio);
