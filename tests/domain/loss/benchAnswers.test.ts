import { expect, it } from 'vitest';
import { plainPass, wrongAnswers } from '../../bench/analysis';
import { benchSales } from '../../bench/benchSales';

it('gives right answers on the log it is timed on', () => {
  expect(wrongAnswers()).toEqual([]);
});

it('is timed on a log in date order, the same for the same seed, with every kind of row', () => {
  const { sales } = benchSales(5_000, 250, 3);
  expect(benchSales(5_000, 250, 3).sales).toEqual(sales);
  expect(benchSales(5_000, 250, 4).sales).not.toEqual(sales);
  expect(sales.day).toEqual(sales.day.slice().sort());
  expect(sales.cents.some((cents) => cents < 0)).toBe(true);
});

it('is compared with a pass that counts every row of a client once', () => {
  const { sales, clientCount } = benchSales(1_000, 50, 3);
  const { count, total } = plainPass(sales, clientCount);
  const named = sales.client.filter((client) => client < clientCount).length;
  expect(count.reduce((sum, rows) => sum + rows, 0)).toBe(named);
  expect(total[7]).toBe(sales.cents.reduce((sum, cents, i) => sum + (sales.client[i] === 7 ? cents : 0), 0));
});
