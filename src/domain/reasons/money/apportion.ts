/**
 * Parts of a sum as whole numbers that add up to `total` exactly: each rounded down, and what is missing given one by one to
 * those that lost most, earlier ones first (largest remainder, Hamilton's method). Parts are not negative, `total` is a whole number not
 * below 0; parts that are all 0 give the first the whole, none at all give none.
 */
export function apportion(parts: ArrayLike<number>, total: number): Float64Array {
  const whole = new Float64Array(parts.length);
  if (parts.length === 0) return whole;
  let sum = 0;
  for (let k = 0; k < parts.length; k++) sum += parts[k]!;
  if (!(sum > 0)) {
    whole[0] = total;
    return whole;
  }
  const remainder = new Float64Array(parts.length);
  let missing = total;
  for (let k = 0; k < parts.length; k++) {
    const exact = (parts[k]! / sum) * total;
    whole[k] = Math.floor(exact);
    remainder[k] = exact - whole[k]!;
    missing -= whole[k]!;
  }
  const order = Uint32Array.from(parts, (_, k) => k).sort((a, b) => remainder[b]! - remainder[a]! || a - b);
  for (let k = 0; missing > 0; k = (k + 1) % order.length, missing--) whole[order[k]!]!++;
  for (let k = order.length - 1; missing < 0; k = (k || order.length) - 1) {
    if (whole[order[k]!]! === 0) continue;
    whole[order[k]!]!--;
    missing++;
  }
  return whole;
}
