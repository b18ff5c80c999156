import { describe, expect, it } from 'vitest';
import { asOfDay } from '../../../src/domain/loss/asOf';
import { analyse, walked } from '../../../src/domain/loss/analyse';
import { closureSuggestions } from '../../../src/domain/loss/closureSuggestions';
import { revenueAtRiskByEmployee } from '../../../src/domain/loss/employeeRisk';
import { revenueShares } from '../../../src/domain/loss/revenueShares';
import { expectedLoss } from '../../../src/domain/loss/expectedLoss';
import { lifetimeValue, yearsOfStay } from '../../../src/domain/loss/lifetimeValue';
import { lostRatio } from '../../../src/domain/loss/lostRatio';
import { loyaltyIndex, periodTurnover, shareOfOldClients } from '../../../src/domain/loss/loyalty';
import { defaultRules } from '../../../src/domain/loss/rules';
import { STATUS, STATUS_NAMES } from '../../../src/domain/loss/status';
import { breakEvenUplift, romi, winBackValue } from '../../../src/domain/loss/winBackValue';
import { lostInSilence } from '../../../src/domain/loss/yearlyValue';
import { NONE } from '../../../src/domain/sales/columns';
import { day, salesLog, type Sale } from '../../support/salesLog';

/** Numbers of the formula cases worked by hand for rules.md 3.1-3.6. */

describe('the lost ratio of a quarter', () => {
  const log: Sale[] = [
    ['2023-11-01', 'a', 10],
    ['2023-12-01', 'a', 10],
    ['2023-12-28', 'a', 10],
    ['2024-01-20', 'a', 10],
    ['2024-02-20', 'a', 10],
    ['2024-03-25', 'a', 10],
    ['2023-10-20', 'b', 10],
    ['2023-11-20', 'b', 10],
    ['2023-12-15', 'c', 10],
    ['2024-02-10', 'd', 10],
    ['2023-06-01', 'e', 10],
    ['2023-05-01', 'f', 10],
    ['2023-06-01', 'f', 10],
    ['2024-03-01', 'f', 10],
  ];
  const { sales, clients } = salesLog(log);
  const end = day('2024-03-31');
  const { walk, figures } = walked(sales, clients.length, { ...defaultRules, typicalGap: 45 }, end);

  it('is 40 %: of a, b, c from before, d new and f recovered, b and c are lost', () => {
    expect(lostRatio(walk, figures, day('2024-01-01'), end)).toMatchObject({
      base: 5,
      carriedOver: 3,
      firstPurchases: 1,
      recovered: 1,
      lost: 2,
      percent: 40,
      oneTimeLost: 1,
    });
  });

  it('ends with the statuses worked by hand', () => {
    const statuses = clients.map((_, c) => STATUS_NAMES[figures.status[c]!]);
    expect(statuses).toEqual(['regular', 'lost', 'lost', 'new', 'lost', 'recovered']);
  });

  it('never looks beyond the as-of date', () => {
    expect(lostRatio(walk, figures, day('2024-01-01'), day('2025-01-01')).to).toBe(end);
  });
});

describe('statuses on month ends', () => {
  const { sales } = salesLog([
    ['2024-01-01', 'W', 50],
    ['2024-01-31', 'W', 50],
    ['2024-03-01', 'W', 50],
    ['2024-03-31', 'W', 50],
    ['2024-10-17', 'W', 50],
  ]);

  it.each([
    ['2024-03-31', 'regular'],
    ['2024-05-31', 'sleeping'],
    ['2024-07-31', 'lost'],
    ['2024-10-31', 'recovered'],
  ])('on %s: %s', (asOf, status) => {
    expect(analyse(sales, 1, defaultRules, day(asOf)).clients.status[0]).toBe(STATUS[status as 'lost']);
  });
});

describe('the loss of two lost clients', () => {
  const figures = {
    length: 3,
    status: Uint8Array.of(STATUS.lost, STATUS.lostTwice, STATUS.regular),
    yearlyValue: Float64Array.of(400, 1200, 999),
  };

  it('so far is 455.23', () => {
    expect(lostInSilence(400, 218, 72.6) + lostInSilence(1200, 120, 30)).toBeCloseTo(455.23, 2);
  });

  it('never begins before the usual interval is over', () => {
    expect(lostInSilence(400, 20, 30)).toBe(0);
  });

  it('as expected after returns is 1360 a year; clients who are not lost add nothing', () => {
    expect(expectedLoss(figures, Float64Array.of(0.3, 0.1, 0))).toBeCloseTo(1360, 10);
  });
});

describe('lifetime value', () => {
  it('of 400 a year at 30 % for 3 years is 360, at 10 % discount 313.11', () => {
    expect(lifetimeValue(400, 0.3, 3, 0)).toBeCloseTo(360, 10);
    expect(lifetimeValue(400, 0.3, 3, 0.1)).toBeCloseTo(313.11, 2);
  });

  it('lasts one over the lost ratio, 5 years at most, 3 where it is unknown', () => {
    expect([yearsOfStay(0.4), yearsOfStay(0.1), yearsOfStay(0), yearsOfStay(NaN)]).toEqual([2.5, 5, 5, 3]);
  });
});

describe('winning a client back', () => {
  const client = { yearlyCents: 400, margin: 0.3, years: 1, cost: 5 };

  it('counts only what would not have come back anyway', () => {
    expect(winBackValue(client, 0.2, 0.08)).toBeCloseTo(9.4, 10);
    expect(breakEvenUplift(client)).toBeCloseTo(0.0417, 4);
  });

  it('returned 16 % on its cost, 80 % if the natural return is forgotten', () => {
    expect(romi(900 * 0.4, 320 * 0.4, 200)).toBeCloseTo(0.16, 10);
    expect(romi(900 * 0.4, 0, 200)).toBeCloseTo(0.8, 10);
    expect(romi(100, 0, 0)).toBeNaN();
  });
});

describe('revenue at risk by employee', () => {
  const { sales } = salesLog([
    ['2022-01-01', 'c', 1000],
    ['2024-01-01', 'c', 300],
    ['2024-02-01', 'c', 100],
    ['2024-02-02', 'p', -5],
  ]);
  const asOf = day('2024-04-01');
  const { clients } = analyse(sales, 2, defaultRules, asOf);
  const figures = {
    ...clients,
    status: Uint8Array.of(STATUS.sleeping, STATUS.potential),
    yearlyValue: Float64Array.of(600, 0),
  };

  const risk = (employee: Uint32Array) =>
    revenueAtRiskByEmployee(revenueShares(sales, employee, 2, figures, asOf), 2, figures);

  it('shares a yearly value of 600 as 450 and 150, by the sales of the last year', () => {
    const { all, sleeping, lost } = risk(Uint32Array.of(0, 0, 1, 1));
    expect([...all]).toEqual([450, 150, 0]);
    expect([...sleeping]).toEqual([450, 150, 0]);
    expect([...lost]).toEqual([0, 0, 0]);
  });

  it('keeps the part that no employee is named for apart', () => {
    expect([...risk(Uint32Array.of(0, 0, NONE, 1)).all]).toEqual([450, 0, 150]);
  });
});

describe('loyalty', () => {
  const { sales, clients } = salesLog([
    ['2023-06-01', 'p', 70],
    ['2022-05-01', 's', 30],
    ['2024-01-10', 'p', 200],
    ['2024-05-10', 'p', 100],
    ['2024-02-10', 'q', 100],
    ['2024-02-11', 'r', 200],
    ['2024-03-11', 'r', 200],
    ['2024-04-11', 'r', 100],
    ['2024-07-01', 's', 100],
    ['2024-08-01', null, 250],
  ]);
  const { walk } = walked(sales, clients.length, defaultRules, day('2024-12-31'));
  const [from, to] = [day('2024-01-01'), day('2024-12-31')];

  it('index is 50 %: p and r came again, of p, q, r, s', () => {
    expect(loyaltyIndex(walk, from, to)).toBe(50);
    expect(loyaltyIndex(walk, day('2021-01-01'), day('2021-12-31'))).toBeNaN();
  });

  it('gives old clients 40 % of the turnover with a client, which is 80 % of all', () => {
    const turnover = periodTurnover(sales, walk, from, to);
    expect(turnover).toEqual({ total: 1250_00, withClient: 1000_00, oldClients: 400_00 });
    expect(shareOfOldClients(turnover)).toBe(40);
    expect(shareOfOldClients({ total: 5, withClient: 0, oldClients: 0 })).toBeNaN();
  });
});

describe('the as-of date', () => {
  it('is today for a log that ended within a week, else the last day of the log', () => {
    const last = day('2024-06-30');
    expect(asOfDay(last, day('2024-06-30'))).toBe(day('2024-06-30'));
    expect(asOfDay(last, day('2024-07-07'))).toBe(day('2024-07-07'));
    expect(asOfDay(last, day('2024-07-08'))).toBe(last);
    expect(asOfDay(last, day('2025-06-30'))).toBe(last);
  });
});

describe('suggested closures', () => {
  const openDaily = (from: string, days: number, every = 1) =>
    Array.from({ length: days }, (_, k) => day(from) + k * every);

  it('are long stretches without any sale', () => {
    const days = Int32Array.from([...openDaily('2024-01-01', 60), ...openDaily('2024-03-20', 60)].reverse());
    expect(closureSuggestions(days)).toEqual([{ first: day('2024-03-01'), last: day('2024-03-19') }]);
  });

  it('begin at 14 days', () => {
    const gapOf = (days: number) =>
      Int32Array.from([
        ...openDaily('2024-01-01', 60),
        ...openDaily('2024-01-01', 60).map((d) => d + 60 + days),
      ]);
    expect(closureSuggestions(gapOf(13))).toEqual([]);
    expect(closureSuggestions(gapOf(14)).length).toBe(1);
  });

  it('are not the usual pauses of a shop that sells twice a month', () => {
    expect(closureSuggestions(Int32Array.from(openDaily('2024-01-01', 40, 16)))).toEqual([]);
  });

  it('are none for an empty log and for a single day', () => {
    expect(closureSuggestions(new Int32Array(0))).toEqual([]);
    expect(closureSuggestions(Int32Array.of(19000, 19000))).toEqual([]);
  });
});
