import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/kernel/day';
import { analyse, walked } from '../../../src/domain/loss/analyse';
import { clientStory } from '../../../src/domain/loss/clientStory';
import { lostRatio } from '../../../src/domain/loss/lostRatio';
import { defaultRules, type Rules } from '../../../src/domain/loss/rules';
import { isLostStatus, STATUS } from '../../../src/domain/loss/status';
import { NONE, type LossColumns } from '../../../src/domain/sales/columns';
import { obviousAnalysis } from '../../support/obviousAnalysis';
import { disagreements } from '../../support/reportsAgree';

const CLIENTS = 7;
const START = 19000;
const DAYS = 1500;
const runs = { seed: 20240301, numRuns: 400 };

interface Row {
  readonly day: number;
  readonly client: number;
  readonly cents: number;
}

const columns = (rows: readonly Row[]): LossColumns => ({
  length: rows.length,
  day: Int32Array.from(rows, ({ day }) => day),
  client: Uint32Array.from(rows, ({ client }) => client),
  cents: Float64Array.from(rows, ({ cents }) => cents),
});

/** Days huddle together so that visits of one day, exact refunds and short gaps are common, long gaps not rare. */
const someDay = fc.oneof(
  fc.integer({ min: START, max: START + DAYS }),
  fc.integer({ min: 0, max: 60 }).map((k) => START + k * 7),
);
const someRow: fc.Arbitrary<Row> = fc.record({
  day: someDay,
  client: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: CLIENTS - 1 }) },
    { weight: 1, arbitrary: fc.constant(NONE) },
  ),
  cents: fc.constantFrom(500, 1000, 1000, 1004, 2000, 99_99, 0, -500, -1000, -1996, -300),
});
const someLog = fc.array(someRow, { maxLength: 120 });
const someRules: fc.Arbitrary<Rules> = fc.record({
  preset: fc.constantFrom('rhythm' as const, 'rhythm' as const, 'classic' as const, 'fixed' as const),
  fixedDays: fc.constantFrom(45, 90, 180, 360),
  patience: fc.constantFrom(defaultRules.patience, [1.5, 2, 2.5, 6] as const),
  closures: fc.array(
    fc
      .tuple(someDay, fc.integer({ min: 0, max: 40 }))
      .map(([first, days]) => ({ first: first as Day, last: (first + days) as Day })),
    { maxLength: 3 },
  ),
  intervals: fc
    .array(fc.tuple(fc.integer({ min: 0, max: CLIENTS - 1 }), fc.constantFrom(20, 365, 600)), {
      maxLength: 2,
    })
    .map((pairs) => new Map(pairs)),
});
const someAsOf = fc.integer({ min: START - 5, max: START + DAYS + 400 }).map((day) => day as Day);

describe('the analysis over columns', () => {
  it('gives what the rules read aloud row by row give', () => {
    fc.assert(
      fc.property(someLog, someRules, someAsOf, (log, rules, asOf) => {
        const report = analyse(columns(log), CLIENTS, rules, asOf);
        expect(disagreements(report, obviousAnalysis(columns(log), CLIENTS, rules, asOf))).toEqual([]);
      }),
      runs,
    );
  });

  it('gives the lost ratio of any period as counted client by client', () => {
    fc.assert(
      fc.property(someLog, someRules, someAsOf, someDay, someDay, (log, rules, asOf, one, other) => {
        const to = Math.min(asOf, Math.max(one, other)) as Day;
        const from = Math.min(one, other, to) as Day;
        const { walk, figures } = walked(columns(log), CLIENTS, rules, asOf);
        const { base, lost, lostValue, oneTimeLost } = lostRatio(walk, figures, from, to);
        const expected = obviousAnalysis(columns(log), CLIENTS, rules, asOf).lostRatio(from, to);
        expect({ base, lost, oneTimeLost }).toEqual({
          base: expected.base,
          lost: expected.lost,
          oneTimeLost: expected.oneTimeLost,
        });
        expect(lostValue).toBeCloseTo(expected.lostValue, 5);
      }),
      runs,
    );
  });

  it('does not depend on the order of the rows', () => {
    const shuffled = someLog.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    );
    fc.assert(
      fc.property(shuffled, someRules, someAsOf, ([log, mixed], rules, asOf) => {
        const inDateOrder = log.toSorted((a, b) => a.day - b.day);
        const expected = analyse(columns(inDateOrder), CLIENTS, rules, asOf);
        expect(analyse(columns(mixed), CLIENTS, rules, asOf)).toEqual(expected);
      }),
      runs,
    );
  });

  it('ignores rows after the as-of date', () => {
    fc.assert(
      fc.property(someLog, someRules, someAsOf, (log, rules, asOf) => {
        const known = log.filter(({ day }) => day <= asOf);
        expect(analyse(columns(log), CLIENTS, rules, asOf)).toEqual(
          analyse(columns(known), CLIENTS, rules, asOf),
        );
      }),
      runs,
    );
  });

  it('never makes a client more lost for a sale on the as-of day', () => {
    fc.assert(
      fc.property(someLog, someRules, someAsOf, (log, rules, asOf) => {
        const noRefundToday = log.filter(({ day, cents }) => day !== asOf || cents >= 0);
        const fixedGap = { ...rules, typicalGap: 30 };
        const sale = { day: asOf, client: 0, cents: 5_000_00 };
        const before = analyse(columns(noRefundToday), CLIENTS, fixedGap, asOf).clients;
        const after = analyse(columns([...noRefundToday, sale]), CLIENTS, fixedGap, asOf).clients;
        expect(after.client[0]).toBe(0);
        expect([STATUS.new, STATUS.regular, STATUS.recovered]).toContain(after.status[0]);
        if (before.client[0] === 0) expect(after.timesLost[0]).toBeLessThanOrEqual(before.timesLost[0]!);
      }),
      runs,
    );
  });
});

describe('totals', () => {
  it('equal the sum of the parts', () => {
    fc.assert(
      fc.property(someLog, someRules, someAsOf, (log, rules, asOf) => {
        const report = analyse(columns(log), CLIENTS, rules, asOf);
        const { clients, months, counts } = report;
        const sum = (column: ArrayLike<number>, of: (k: number) => boolean = () => true) =>
          Array.from(column).reduce((total, value, k) => total + (of(k) ? value : 0), 0);
        const lost = (k: number) => isLostStatus(clients.status[k]!);
        expect(sum(Object.values(counts))).toBe(clients.length);
        expect(report.clientsWithPurchase).toBe(clients.length - counts.potential);
        expect(report.annualLost).toBeCloseTo(sum(clients.yearlyValue, lost), 6);
        expect(report.annualAll).toBeCloseTo(sum(clients.yearlyValue), 6);
        expect(report.lostSoFar).toBeCloseTo(sum(clients.lostSoFar), 6);
        expect(report.turnoverWithClient).toBe(sum(clients.revenue));
        expect(sum(months.lostClients)).toBe(sum(clients.timesLost));
        expect(sum(months.recoveredClients)).toBe(sum(clients.timesLost) - counts.lost - counts.lostTwice);
        expect(sum(months.lostValue) - sum(months.recoveredValue)).toBeCloseTo(report.annualLost, 4);
      }),
      runs,
    );
  });

  it('agree with the lost ratio of the whole life of the log', () => {
    fc.assert(
      fc.property(someLog, someRules, someAsOf, (log, rules, asOf) => {
        const shop = walked(columns(log), CLIENTS, rules, asOf);
        const { figures, walk } = shop;
        const report = analyse(columns(log), CLIENTS, rules, asOf);
        const ratio = lostRatio(walk, figures, report.logStart, asOf);
        expect(ratio.base).toBe(report.clientsWithPurchase);
        expect(ratio.firstPurchases).toBe(report.clientsWithPurchase);
        expect(ratio.lost).toBe(report.counts.lost + report.counts.lostTwice);
        expect(ratio.percent).toEqual(report.lostStockPercent);
        expect(ratio.lostValue).toBe(report.annualLost);
        expect(ratio.oneTimeLost).toBe(report.oneTimeLost);
        expect(ratio.oneTimeLostValue).toBe(report.oneTimeLostValue);
      }),
      runs,
    );
  });
});

describe('the story of a client', () => {
  it('tells what the analysis of the whole shop says', () => {
    fc.assert(
      fc.property(someLog, someRules, someAsOf, (log, rules, asOf) => {
        const { typicalGap, clients } = analyse(columns(log), CLIENTS, rules, asOf);
        for (let k = 0; k < clients.length; k++) {
          const story = clientStory(columns(log), clients.client[k]!, rules, typicalGap, asOf);
          const lost = isLostStatus(clients.status[k]!) ? 1 : 0;
          expect(story.status).toBe(clients.status[k]);
          expect(story.visits.length).toBe(clients.visits[k]);
          expect(story.gaps.filter(({ loss }) => loss !== null).length + lost).toBe(clients.timesLost[k]);
          expect(story.silence?.days ?? 0).toBe(clients.silence[k]);
          expect(story.silence?.lostAfter ?? 0).toBe(clients.lostAfter[k]);
          expect(story.value?.value ?? 0).toBe(clients.yearlyValue[k]);
          const money = [...story.visits, ...story.cancelled, ...story.refunds];
          expect(money.reduce((sum, { cents }) => sum + cents, 0)).toBe(clients.revenue[k]);
        }
      }),
      runs,
    );
  });
});
