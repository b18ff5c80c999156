import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/kernel/day';
import { analyse, walked } from '../../../src/domain/loss/analyse';
import { lostRatio } from '../../../src/domain/loss/lostRatio';
import { repeatLostRatio } from '../../../src/domain/loss/repeatLostRatio';
import { defaultRules } from '../../../src/domain/loss/rules';
import { NONE, type LossColumns } from '../../../src/domain/sales/columns';
import { benchSales, BENCH_AS_OF } from '../../bench/benchSales';
import { day, salesLog } from '../../support/salesLog';

const ratioOf = (sales: LossColumns, clients: number, asOf = BENCH_AS_OF) => {
  const { clients: figures, year } = analyse(sales, clients, { ...defaultRules, typicalGap: 30 }, asOf);
  return repeatLostRatio(figures, year);
};

describe('the yearly lost ratio without one-time buyers', () => {
  it('is that of the shop as it would be without them', () => {
    const { sales, clientCount } = benchSales(3_000, 400, 3);
    const rules = { ...defaultRules, typicalGap: 30 };
    const { figures } = walked(sales, clientCount, rules, BENCH_AS_OF);
    const once = new Set([...figures.client].filter((_, k) => figures.visits[k] === 1));
    expect(once.size).toBeGreaterThan(20);
    const others = { ...sales, client: sales.client.map((client) => (once.has(client) ? NONE : client)) };
    const without = walked(others, clientCount, rules, BENCH_AS_OF);
    const expected = lostRatio(without.walk, without.figures, addDays(BENCH_AS_OF, -364), BENCH_AS_OF);
    expect(ratioOf(sales, clientCount)).toBeCloseTo(expected.percent / 100, 12);
  });

  it('is not known in a log shorter than a year, nor where everybody bought only once', () => {
    const short = salesLog([
      ['2024-01-01', 'a', 10],
      ['2024-02-01', 'a', 10],
    ]);
    expect(ratioOf(short.sales, 1, day('2024-12-29'))).toBeNaN();
    expect(ratioOf(short.sales, 1, day('2024-12-30'))).toBe(1);
    const once = salesLog([['2022-01-01', 'a', 10]]);
    expect(ratioOf(once.sales, 1, day('2022-02-01'))).toBeNaN();
    expect(ratioOf(once.sales, 1, day('2024-01-01'))).toBeNaN();
  });
});
