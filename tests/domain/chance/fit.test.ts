import { expect, it } from 'vitest';
import { fit } from '../../../src/domain/chance/fit';
import { histories } from '../../../src/domain/chance/histories';
import { shopPrior } from '../../../src/domain/chance/parameters';
import { BENCH_AS_OF } from '../../bench/benchSales';
import { benchVisits, wrongFits } from '../../bench/chances';

it('finds what a plain search over every client finds', () => {
  expect(wrongFits(400)).toEqual([]);
});

it('sums the histories at most 60 times, wherever it begins, and at most 3 times where it begins at the answer', () => {
  const { figures, typicalGap } = benchVisits(2_000);
  const read = histories(figures, BENCH_AS_OF);
  const prior = shopPrior(typicalGap);
  const cold = fit(read, prior);
  expect(cold.evaluations).toBeLessThanOrEqual(40);
  expect(fit(read, prior, cold.parameters).evaluations).toBeLessThanOrEqual(3);
  for (const from of [
    { r: 1, alpha: 20, a: 0.3, b: 3 },
    { r: 5, alpha: 500, a: 3, b: 30 },
  ]) {
    const far = fit(read, prior, from);
    expect(far.evaluations).toBeLessThanOrEqual(60);
    expect(Math.abs(far.objective - cold.objective)).toBeLessThan(1e-4);
  }
});

it('is nothing but the prior where nobody ever came', () => {
  const nobody = {
    length: 0,
    visits: new Uint32Array(0),
    firstVisit: new Int32Array(0),
    lastVisit: new Int32Array(0),
  };
  const { centre } = shopPrior(30);
  const { parameters } = fit(histories(nobody, BENCH_AS_OF), shopPrior(30));
  for (const name of ['r', 'alpha', 'a', 'b'] as const) expect(parameters[name]).toBeCloseTo(centre[name], 9);
});
