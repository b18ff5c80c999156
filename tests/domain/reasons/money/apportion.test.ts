import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../../../src/domain/reasons/money/apportion';

const whole = (parts: readonly number[], total: number) => [...apportion(parts, total)];

describe('parts of a sum in whole cents', () => {
  it('are what they are where they are whole already', () => {
    expect(whole([300, 0, 700], 1000)).toEqual([300, 0, 700]);
  });

  it('give the cents that are missing to those who lost most by rounding down', () => {
    expect(whole([10.2, 20.7, 30.6], 62)).toEqual([10, 21, 31]);
    expect(whole([1, 1, 1], 100)).toEqual([34, 33, 33]);
  });

  it('are none where there is nothing to divide, or nobody to give it to', () => {
    expect(whole([], 0)).toEqual([]);
    expect(whole([0, 0], 0)).toEqual([0, 0]);
    expect(whole([0.4], 0)).toEqual([0]);
  });

  it('go to the first where nobody has a part', () => {
    expect(whole([0, 0], 7)).toEqual([7, 0]);
  });

  it('sum exactly to the whole, are never negative and never a cent off', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(parts, (some) => {
        const sum = some.reduce((a, b) => a + b, 0);
        const total = Math.round(sum);
        const found = whole(some, total);
        expect(found.reduce((a, b) => a + b, 0)).toBe(total);
        expect(found.every((cents) => Number.isInteger(cents) && cents >= 0)).toBe(true);
        const scale = sum > 0 ? total / sum : 0;
        if (sum > 0)
          found.forEach((cents, k) => expect(Math.abs(cents - some[k]! * scale)).toBeLessThan(1.001));
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
