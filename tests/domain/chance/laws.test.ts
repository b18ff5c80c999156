import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceAlive, chanceToBuy } from '../../../src/domain/chance/chanceToBuy';
import { digamma, logGamma } from '../../../src/domain/chance/gamma';
import { histories } from '../../../src/domain/chance/histories';
import { likelihood } from '../../../src/domain/chance/likelihood';
import type { Parameters } from '../../../src/domain/chance/parameters';
import type { Day } from '../../../src/domain/kernel/day';
import { mbgLogLikelihood, summed } from '../../support/obviousModel';

const NOW = 20_000 as Day;
const runs = { seed: 20240301, numRuns: 300 };

const positive = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(Math.exp);
const someParameters: fc.Arbitrary<Parameters> = fc.record({
  r: positive(0.05, 20),
  alpha: positive(0.5, 2000),
  a: positive(0.01, 50),
  b: positive(0.05, 200),
});
const someHistory = fc
  .record({ repeats: fc.integer({ min: 0, max: 400 }), lastAt: fc.nat(2000), silence: fc.nat(2000) })
  .map(({ repeats, lastAt, silence }) => {
    const last = repeats === 0 ? 0 : lastAt;
    return { repeats, lastAt: last, age: last + silence };
  });
const someVisits = fc.array(someHistory, { minLength: 1, maxLength: 40 }).map((all) => ({
  length: all.length,
  visits: Uint32Array.from(all, ({ repeats }) => repeats + 1),
  firstVisit: Int32Array.from(all, ({ age }) => NOW - age),
  lastVisit: Int32Array.from(all, ({ age, lastAt }) => NOW - age + lastAt),
}));

describe('a chance', () => {
  it('lies between 0 and 1 and falls with every day of silence', () => {
    fc.assert(
      fc.property(
        someParameters,
        someHistory,
        fc.integer({ min: 1, max: 400 }),
        (parameters, history, more) => {
          const now = chanceToBuy(parameters, history, 180);
          const later = chanceToBuy(parameters, { ...history, age: history.age + more }, 180);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(now).toBeLessThanOrEqual(1);
          expect(later).toBeLessThanOrEqual(now);
        },
      ),
      runs,
    );
  });

  it('grows with the days it is given, up to the share of clients who still come at all', () => {
    fc.assert(
      fc.property(someParameters, someHistory, (parameters, history) => {
        const [soon, later, ever] = [30, 365, 1e12].map((days) => chanceToBuy(parameters, history, days));
        expect(soon).toBeLessThanOrEqual(later!);
        expect(later).toBeLessThanOrEqual(ever! + 1e-15);
        expect(ever).toBeLessThanOrEqual(chanceAlive(parameters, history));
      }),
      runs,
    );
  });

  it('is the same in days and in weeks', () => {
    fc.assert(
      fc.property(someParameters, someHistory, (parameters, { repeats, lastAt, age }) => {
        const weeks = chanceToBuy(
          { ...parameters, alpha: parameters.alpha / 7 },
          { repeats, lastAt: lastAt / 7, age: age / 7 },
          180 / 7,
        );
        expect(chanceToBuy(parameters, { repeats, lastAt, age }, 180)).toBeCloseTo(weeks, 9);
      }),
      runs,
    );
  });
});

describe('the likelihood over tables', () => {
  it('is the sum over every client by the formula read aloud', () => {
    fc.assert(
      fc.property(someParameters, someVisits, (parameters, visits) => {
        const { value } = likelihood(histories(visits, NOW), parameters);
        const slow = summed(mbgLogLikelihood, parameters, visits, NOW);
        expect(Math.abs(value - slow)).toBeLessThan(1e-8 * (1 + Math.abs(slow)));
      }),
      runs,
    );
  });

  it('has the slopes that small steps show', () => {
    fc.assert(
      fc.property(someParameters, someVisits, (parameters, visits) => {
        const read = histories(visits, NOW);
        const { slope } = likelihood(read, parameters);
        const STEP = 1e-4;
        (['r', 'alpha', 'a', 'b'] as const).forEach((name, k) => {
          const at = (steps: number) =>
            likelihood(read, { ...parameters, [name]: parameters[name] * Math.exp(steps * STEP) }).value;
          const shown = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * STEP);
          expect(Math.abs(slope[k]! - shown)).toBeLessThan(
            1e-5 * (10 + Math.abs(shown) + Math.abs(at(0)) / 10),
          );
        });
      }),
      runs,
    );
  });
});

describe('the gamma function', () => {
  it('is (n - 1)! for whole numbers, and the square root of pi for a half', () => {
    for (const [n, factorial] of [
      [1, 1],
      [2, 1],
      [5, 24],
      [11, 3_628_800],
      [13, 479_001_600],
    ] as const)
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 12);
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
    expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 13);
  });

  it('grows by the logarithm of its argument at every step, its slope by the reciprocal', () => {
    fc.assert(
      fc.property(positive(1e-6, 1e6), (z) => {
        const grown = logGamma(z + 1) - logGamma(z);
        expect(Math.abs(grown - Math.log(z))).toBeLessThan(1e-14 * (10 + Math.abs(logGamma(z))));
        expect(Math.abs(digamma(z + 1) - digamma(z) - 1 / z)).toBeLessThan(1e-12 * (1 + 1 / z));
      }),
      runs,
    );
  });
});
