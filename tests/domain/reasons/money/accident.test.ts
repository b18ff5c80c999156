import { describe, expect, it } from 'vitest';
import { accident } from '../../../../src/domain/reasons/money/accident';

/** The chance of at most `after` heads in so many throws, by counting every outcome. */
function counted(throws: number, after: number): number {
  let few = 0;
  for (let outcome = 0; outcome < 2 ** throws; outcome++) {
    const heads = outcome.toString(2).replaceAll('0', '').length;
    if (heads <= after) few++;
  }
  return few / 2 ** throws;
}

describe('the chance that so few losses are an accident', () => {
  it('is that of a fair coin where both times are alike', () => {
    expect(accident(9, 3, 0.5)).toBeCloseTo(counted(12, 3), 12);
    expect(accident(9, 3, 0.5)).toBeCloseTo(299 / 4096, 12);
    expect(accident(5, 0, 0.5)).toBeCloseTo(1 / 32, 12);
    expect(accident(1, 1, 0.5)).toBeCloseTo(0.75, 12);
  });

  it('is certain where losses only came after, or there were none', () => {
    expect(accident(0, 4, 0.5)).toBe(1);
    expect(accident(0, 0, 0.5)).toBe(1);
    expect(accident(0, 0, NaN)).toBe(1);
  });

  it('is larger where fewer of the later losses could be seen, and certain where none could', () => {
    expect(accident(9, 3, 0.25)).toBeCloseTo(
      [0, 1, 2, 3].reduce((sum, k) => sum + [1, 12, 66, 220][k]! * 0.25 ** k * 0.75 ** (12 - k), 0),
      12,
    );
    expect(accident(9, 0, 0)).toBe(1);
    expect(accident(9, 3, 1)).toBe(0);
  });

  it('holds for shops with tens of thousands of losses', () => {
    expect(accident(20_000, 20_000, 0.5)).toBeCloseTo(0.502, 2);
    expect(accident(21_000, 19_000, 0.5)).toBeLessThan(1e-20);
  });
});
