import { describe, expect, it } from 'vitest';
import type { LossReport } from '../../../src/domain/loss/lossReport';
import { analyse } from '../../../src/domain/loss/analyse';
import { NO_DAY } from '../../../src/domain/loss/clientFigures';
import { closedDays, dayAfterOpenDays, openDays } from '../../../src/domain/loss/closedDays';
import { clientStory } from '../../../src/domain/loss/clientStory';
import { looksYearly } from '../../../src/domain/loss/looksYearly';
import { ranking } from '../../../src/domain/loss/ranking';
import { defaultRules, type Rules } from '../../../src/domain/loss/rules';
import { STATUS } from '../../../src/domain/loss/status';
import { lostAfter } from '../../../src/domain/loss/thresholds';
import { day, salesLog, type Sale } from '../../support/salesLog';

const reportOf = (log: readonly Sale[], asOf: string, rules: Rules = defaultRules): LossReport => {
  const { sales, clients } = salesLog(log);
  return analyse(sales, clients.length, rules, day(asOf));
};

describe('clients known without a sale', () => {
  const { sales, clients } = salesLog([
    ['2024-01-02', 'a', 10],
    ['2024-06-02', 'b', 10],
  ]);
  const known = [clients.length, 1];
  const at = (asOf: string) => analyse(sales, clients.length + 2, defaultRules, day(asOf), known);

  it('are potential, in no ratio, and change no other figure', () => {
    const told = at('2024-06-10');
    const without = analyse(sales, clients.length + 2, defaultRules, day('2024-06-10'));
    expect(told.counts).toEqual({ ...without.counts, potential: 1 });
    expect([...told.clients.client]).toEqual([0, 1, 2]);
    expect(told.clients.lastVisit[2]).toBe(NO_DAY);
    expect(told.clients.interval[2]).toBeNaN();
    expect({ ...told, counts: 0, clients: 0 }).toEqual({ ...without, counts: 0, clients: 0 });
  });

  it('do not exist yet where their first sale lies after the day of judgement', () => {
    expect([...at('2024-03-01').clients.client]).toEqual([0, 2]);
  });
});

describe('a log of nothing', () => {
  it('has no clients, no losses, and no ratio instead of a ratio of 0', () => {
    const report = reportOf([], '2024-05-01');
    expect(report.clients.length).toBe(0);
    expect(report.logStart).toBe(day('2024-05-01'));
    expect([report.annualLost, report.annualAll, report.lostSoFar, report.turnover]).toEqual([0, 0, 0, 0]);
    expect([report.lostStockPercent, report.lostStockPercentRepeat, report.year.percent]).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
    expect(report.medianLostAfter).toBeNaN();
    expect(report.typicalGap).toBe(45);
    expect(report.typicalGapFound).toBe(false);
    expect(report.months.length).toBe(1);
    expect(ranking(report.clients).length).toBe(0);
  });

  it('is also what a log is before it begins', () => {
    const report = reportOf([['2024-05-02', 'a', 10]], '2024-05-01');
    expect(report.clients.length).toBe(0);
    expect(report.rowsUsed).toBe(0);
  });
});

describe('a log of refunds alone', () => {
  it('has potential clients with no days and no value, and stands in no ratio', () => {
    const { clients, counts, clientsWithPurchase, lostStockPercent, turnover } = reportOf(
      [
        ['2024-01-01', 'a', -10],
        ['2024-01-05', 'a', -10],
        ['2024-01-05', 'b', -1],
      ],
      '2024-12-31',
    );
    expect(counts.potential).toBe(2);
    expect(clientsWithPurchase).toBe(0);
    expect(lostStockPercent).toBeNaN();
    expect(turnover).toBe(-2100);
    expect([...clients.revenue]).toEqual([-2000, -100]);
    expect([...clients.lastVisit, ...clients.lostDate]).toEqual([NO_DAY, NO_DAY, NO_DAY, NO_DAY]);
    expect([...clients.interval, ...clients.ticket]).toEqual([NaN, NaN, NaN, NaN]);
    expect([...clients.yearlyValue]).toEqual([0, 0]);
  });
});

describe('a log of anonymous rows alone', () => {
  it('counts in the turnover and starts the log, and nothing else', () => {
    const report = reportOf(
      [
        ['2024-01-01', null, 10],
        ['2024-02-01', null, -4],
      ],
      '2024-03-01',
    );
    expect(report.clients.length).toBe(0);
    expect(report.logStart).toBe(day('2024-01-01'));
    expect([report.turnover, report.turnoverWithClient]).toEqual([600, 0]);
    expect([report.rowsUsed, report.rowsWithoutClient]).toEqual([2, 2]);
    expect(report.months.length).toBe(3);
  });
});

describe('a log of one day', () => {
  it('makes everybody new, with a year of at least 180 days', () => {
    const report = reportOf(
      [
        ['2024-01-01', 'a', 10],
        ['2024-01-01', 'b', 20],
        ['2024-01-01', 'a', 5],
      ],
      '2024-01-01',
    );
    expect(report.counts.new).toBe(2);
    expect(report.clients.yearlyValue[0]).toBeCloseTo((1500 * 365) / 180, 6);
    expect(report.clients.yearlyValue[1]).toBeCloseTo((2000 * 365) / 180, 6);
    expect(report.year).toMatchObject({ from: day('2024-01-01'), to: day('2024-01-01'), base: 2, lost: 0 });
  });
});

describe('refunds', () => {
  it('cancel the latest of several visits of the same sum', () => {
    const { clients } = reportOf(
      [
        ['2024-01-01', 'a', 50],
        ['2024-02-01', 'a', 50],
        ['2024-03-01', 'a', 70],
        ['2024-03-05', 'a', -50],
      ],
      '2024-03-10',
    );
    expect([clients.visits[0], clients.firstVisit[0], clients.lastVisit[0]]).toEqual([
      2,
      day('2024-01-01'),
      day('2024-03-01'),
    ]);
  });

  it('cancel a visit within half a percent of its sum and no further', () => {
    const visitsAfterRefund = (amount: number) =>
      reportOf(
        [
          ['2024-01-01', 'a', 200],
          ['2024-01-09', 'a', amount],
        ],
        '2024-01-09',
      ).clients.visits[0];
    expect(visitsAfterRefund(-199)).toBe(0);
    expect(visitsAfterRefund(-201)).toBe(0);
    expect(visitsAfterRefund(-198.99)).toBe(1);
    expect(visitsAfterRefund(-201.01)).toBe(1);
  });

  it('cancel two visits of the same sum when they come twice', () => {
    const log: Sale[] = [
      ['2024-01-01', 'a', 50],
      ['2024-02-01', 'a', 50],
      ['2024-02-05', 'a', -50],
    ];
    expect(reportOf(log, '2024-03-10').clients.visits[0]).toBe(1);
    const { clients } = reportOf([...log, ['2024-02-06', 'a', -50]], '2024-03-10');
    expect([clients.visits[0], clients.status[0], clients.revenue[0]]).toEqual([0, STATUS.potential, 0]);
  });

  it('before the visit cancel nothing', () => {
    const { clients } = reportOf(
      [
        ['2024-01-01', 'a', -50],
        ['2024-02-01', 'a', 50],
      ],
      '2024-02-01',
    );
    expect(clients.visits[0]).toBe(1);
  });

  it('larger than all purchases make a yearly value of 0, never below', () => {
    const { clients } = reportOf(
      [
        ['2024-01-01', 'a', 50],
        ['2024-02-01', 'a', -500],
      ],
      '2024-12-31',
    );
    expect(clients.status[0]).toBe(STATUS.lost);
    expect(clients.yearlyValue[0]).toBe(0);
  });
});

describe('the preset "fixed"', () => {
  const rules: Rules = { ...defaultRules, preset: 'fixed', fixedDays: 90 };
  const log: Sale[] = [
    ['2024-01-01', 'a', 50],
    ['2024-01-11', 'a', 50],
  ];

  it('calls sleeping after three quarters of the days, lost after all of them', () => {
    const on = (asOf: string) => reportOf(log, asOf, rules).clients.status[0];
    expect(on('2024-03-18')).toBe(STATUS.regular);
    expect(on('2024-03-19')).toBe(STATUS.sleeping);
    expect(on('2024-04-09')).toBe(STATUS.sleeping);
    expect(on('2024-04-10')).toBe(STATUS.lost);
  });

  it('keeps the rhythm for the money', () => {
    expect(reportOf(log, '2024-04-10', rules).clients.interval[0]).toBeCloseTo((90 + 10) / 3, 10);
  });
});

describe('patience', () => {
  it('ends after two years however long the interval', () => {
    const rules: Rules = { ...defaultRules, intervals: new Map([[0, 700]]) };
    const { clients } = reportOf([['2020-01-01', 'a', 50]], '2024-01-01', rules);
    expect(clients.lostAfter[0]).toBe(730);
    expect(clients.status[0]).toBe(STATUS.lost);
  });

  it('takes an exact multiple of the interval as it is, without rounding it up', () => {
    const law = { ...defaultRules, patience: [2, 2, 3, 7] as const, typicalGap: 45 };
    // 7 x (116 / 7) is 116 days, which floating point puts above 116.
    expect(Math.ceil(7 * (116 / 7))).toBe(117);
    expect(lostAfter(law, NaN, 6, 26)).toBe(116);
  });

  it('is at least a day where all visits fell into a closure', () => {
    const rules: Rules = {
      ...defaultRules,
      preset: 'classic',
      closures: [{ first: day('2024-01-01'), last: day('2024-01-31') }],
    };
    const { clients } = reportOf(
      [
        ['2024-01-05', 'a', 10],
        ['2024-01-09', 'a', 10],
      ],
      '2024-01-20',
      rules,
    );
    expect([clients.sleepAfter[0], clients.lostAfter[0]]).toEqual([1, 1]);
    expect(clients.status[0]).toBe(STATUS.regular);
  });
});

describe('closures', () => {
  const closures = [{ first: day('2024-02-01'), last: day('2024-02-10') }];

  it('put off the lost date by the closed days', () => {
    const log: Sale[] = [['2024-01-01', 'a', 50]];
    const plain = reportOf(log, '2024-01-15').clients;
    const closed = reportOf(log, '2024-01-15', { ...defaultRules, closures }).clients;
    expect(closed.lostDate[0]! - plain.lostDate[0]!).toBe(10);
  });

  it('count once where they overlap, in whatever order they were entered', () => {
    const overlapping = [
      { first: day('2024-02-05'), last: day('2024-02-10') },
      { first: day('2024-02-01'), last: day('2024-02-06') },
    ];
    const log: Sale[] = [['2024-01-01', 'a', 50]];
    const once = reportOf(log, '2024-03-15', { ...defaultRules, closures });
    expect(reportOf(log, '2024-03-15', { ...defaultRules, closures: overlapping })).toEqual(once);
  });
});

describe('closed days', () => {
  it.each([
    ['share a day', '2024-02-10'],
    ['touch', '2024-02-11'],
  ])('of two closures that %s are one stretch', (_, second) => {
    const closed = closedDays([
      { first: day(second), last: day('2024-02-20') },
      { first: day('2024-02-01'), last: day('2024-02-10') },
    ]);
    expect(closed.length).toBe(1);
    expect(openDays(closed, day('2024-01-31'), day('2024-02-25'))).toBe(5);
    expect(dayAfterOpenDays(closed, day('2024-01-31'), 1)).toBe(day('2024-02-21'));
  });

  it('of a closure that ends before it begins are none', () => {
    expect(closedDays([{ first: day('2024-02-10'), last: day('2024-02-01') }]).length).toBe(0);
  });
});

describe('the ranking', () => {
  it('names the lost by falling yearly value, equal values by client', () => {
    const { clients } = reportOf(
      [
        ['2023-01-01', 'small', 10],
        ['2023-01-01', 'big', 90],
        ['2023-01-01', 'same', 10],
        ['2023-12-30', 'here', 500],
      ],
      '2023-12-31',
    );
    expect([...ranking(clients)]).toEqual([1, 0, 2]);
  });
});

describe('the story of a client without a row', () => {
  it('is empty and potential', () => {
    const { sales } = salesLog([['2024-01-01', 'a', 10]]);
    expect(clientStory(sales, 5, defaultRules, 30, day('2024-02-01'))).toEqual({
      status: STATUS.potential,
      visits: [],
      cancelled: [],
      refunds: [],
      gaps: [],
      silence: null,
      value: null,
    });
  });
});

describe('a client who comes once a year', () => {
  const yearly = [day('2021-12-20'), day('2022-12-18'), day('2023-12-21')];

  it('is pointed out to the owner after two gaps of about a year', () => {
    expect(looksYearly(yearly)).toBe(true);
    expect(looksYearly(yearly.slice(1))).toBe(false);
    expect(looksYearly([...yearly, day('2024-02-01')])).toBe(false);
    expect(looksYearly([])).toBe(false);
  });
});
