import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/domain/loss/analyse';
import { expectedLoss, expectedLossSince } from '../../../src/domain/loss/expectedLoss';
import { defaultRules, type Rules } from '../../../src/domain/loss/rules';
import { addDays } from '../../../src/domain/kernel/day';
import { BENCH_AS_OF, benchSales } from '../../bench/benchSales';

const { sales, clientCount } = benchSales(8_000, 400, 9);
const closures = [{ first: addDays(BENCH_AS_OF, -390), last: addDays(BENCH_AS_OF, -350) }];
const rules: readonly [string, Partial<Rules>][] = [
  ['the rhythm', {}],
  ['the rhythm and a holiday over the turn of the year', { closures }],
  ['a fixed number of days', { preset: 'fixed' }],
  ['intervals of the owner’s', { preset: 'classic', intervals: new Map([[3, 90]]) }],
];

describe.each(rules)('by %s', (_, given) => {
  const { clients, year, annualLost } = analyse(
    sales,
    clientCount,
    { ...defaultRules, ...given },
    BENCH_AS_OF,
  );
  const sure = new Float32Array(clients.length);
  const half = sure.map(() => 0.5);

  it('nothing comes back where there is no chance of it: all of the loss remains', () => {
    expect(expectedLoss(clients, sure)).toBeCloseTo(annualLost, 4);
    expect(expectedLossSince(clients, sure, year.from)).toBeCloseTo(year.lostValue, 4);
  });

  it('half of it remains where every second one comes back', () => {
    expect(expectedLoss(clients, half)).toBeCloseTo(annualLost / 2, 4);
    expect(expectedLossSince(clients, half, year.from)).toBeCloseTo(year.lostValue / 2, 4);
  });
});
