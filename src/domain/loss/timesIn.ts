/**
 * How many times an amount a month goes into a sum, to be felt: one decimal below ten, none above (method.md [1.5]).
 * null where the owner has not entered the amount.
 */
export function timesIn(sum: number, amount: number | null): number | null {
  if (amount === null || amount <= 0) return null;
  const exact = sum / amount;
  return exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact);
}
