/** Hands out the next number of a fixed sequence, 0 <= n < 1. */
export type Draw = () => number;

/** The same seed gives the same sequence in every engine (mulberry32, Tommy Ettinger); 32 bits of state, for made-up shops only. */
export function seededDraw(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A whole number from `low` to `high`, both included. */
export const wholeBetween = (draw: Draw, low: number, high: number): number =>
  low + Math.floor(draw() * (high - low + 1));

/** One of the list, each equally likely; the list must not be empty. */
export const oneOf = <T>(draw: Draw, list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;

/** Position in a list of weights, each as likely as its weight; the weights must not all be zero. */
export function weighted(draw: Draw, weights: readonly number[]): number {
  let left = draw() * weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return weights.findLastIndex((weight) => weight > 0);
}
