/** Median of whole numbers given as counts (`counts[v]` values equal v, `total` in all), a half where two differ; NaN for none. */
export function medianOfCounts(counts: Uint32Array, total: number): number {
  if (total === 0) return NaN;
  const lower = valueAt(counts, Math.floor((total - 1) / 2));
  const upper = valueAt(counts, Math.floor(total / 2));
  return (lower + upper) / 2;
}

/** The value with `rank` values before it, by rising size. */
export function valueAt(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value]!;
    if (seen > rank) return value;
  }
  return NaN;
}
