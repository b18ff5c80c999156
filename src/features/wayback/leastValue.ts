/** How dear the clients shown must be: any, the upper half by yearly value, the first fifth (method.md [3.5]). */
export const BY_VALUE = ['all', 'upper', 'best'] as const;
export type ByValue = (typeof BY_VALUE)[number];

const SHARES = { all: 1, upper: 0.5, best: 0.2 } as const satisfies Record<ByValue, number>;

/** The yearly value, in cents, that the cheapest of those has. */
export function leastValue(rows: readonly { readonly yearlyValue: number }[], by: ByValue): number {
  if (by === 'all' || rows.length === 0) return -Infinity;
  const values = Float64Array.from(rows, ({ yearlyValue }) => yearlyValue).sort();
  return values[values.length - Math.max(1, Math.round(values.length * SHARES[by]))]!;
}
