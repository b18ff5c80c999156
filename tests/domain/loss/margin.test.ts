import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/kernel/day';
import { marginOf, soldMargin } from '../../../src/domain/loss/margin';

const asOf = 20_000 as Day;

const margin = (...rows: readonly (readonly [cents: number, cost: number, days?: number])[]) =>
  soldMargin(
    {
      length: rows.length,
      cents: Float64Array.from(rows, ([cents]) => cents),
      cost: Float64Array.from(rows, ([, cost]) => cost),
      day: Int32Array.from(rows, ([, , days]) => asOf + (days ?? 0)),
    },
    asOf,
  );

describe('the margin of what was sold', () => {
  it('is what is left of the rows whose cost is known', () => {
    expect(margin([1000, 600], [1000, 200], [500, NaN])).toBeCloseTo(0.6, 12);
  });

  it('leaves refunds and rows after the as-of date out', () => {
    expect(margin([1000, 500], [-1000, 500], [1000, 0, 1])).toBeCloseTo(0.5, 12);
  });

  it.each([
    ['nothing was sold', []],
    ['no cost is known', [[1000, NaN]]],
    [
      'less than half has a known cost',
      [
        [1000, 500],
        [1001, NaN],
      ],
    ],
    ['the goods cost more than they brought', [[1000, 1200]]],
    ['costs are below zero', [[1000, -5]]],
  ] as const)('is not known where %s', (_, rows) => {
    expect(margin(...rows)).toBeNaN();
  });
});

describe('the margin that money is weighed with', () => {
  it('is that of the goods, else the owner’s, else all of the turnover, which is said', () => {
    expect(marginOf(0.6, 45)).toEqual({ margin: 0.6, isKnown: true });
    expect(marginOf(NaN, 45)).toEqual({ margin: 0.45, isKnown: true });
    expect(marginOf(NaN, 0)).toEqual({ margin: 0, isKnown: true });
    expect(marginOf(NaN, null)).toEqual({ margin: 1, isKnown: false });
  });
});
