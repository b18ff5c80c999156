import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownPercents } from '../../../../src/domain/reasons/money/shownPercents';

describe('percentages of one whole as they are shown', () => {
  it('add up to 100 where rounding each would not', () => {
    expect(shownPercents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(shownPercents([1_200_000, 330_000, 200_000, 400_000, 6_990_000])).toEqual([13, 4, 2, 4, 77]);
    expect(shownPercents([2, 1], 1)).toEqual([66.7, 33.3]);
  });

  it('are 0 where nothing is to be divided, and none of no parts', () => {
    expect(shownPercents([0, 0])).toEqual([0, 0]);
    expect(shownPercents([])).toEqual([]);
  });

  it('sum to 100 and are never a whole step off, whatever the parts', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(parts, fc.constantFrom(0, 1), (some, digits) => {
        const total = some.reduce((a, b) => a + b, 0);
        fc.pre(total > 1e-6);
        const shown = shownPercents(some, digits);
        expect(shown.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 9);
        shown.forEach((percent, k) =>
          expect(Math.abs(percent - (100 * some[k]!) / total)).toBeLessThan(1.001 / 10 ** digits),
        );
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
