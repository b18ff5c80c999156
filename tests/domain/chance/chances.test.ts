import { describe, expect, it } from 'vitest';
import { chances } from '../../../src/domain/chance/chances';
import { chanceToBuy } from '../../../src/domain/chance/chanceToBuy';
import type { VisitColumns } from '../../../src/domain/chance/histories';
import { walked } from '../../../src/domain/loss/analyse';
import { expectedLoss } from '../../../src/domain/loss/expectedLoss';
import { defaultRules } from '../../../src/domain/loss/rules';
import { STATUS } from '../../../src/domain/loss/status';
import { addDays, type Day } from '../../../src/domain/kernel/day';
import { benchVisits } from '../../bench/chances';
import { BENCH_AS_OF } from '../../bench/benchSales';
import { day } from '../../support/salesLog';
import { cdnowSample, sharedLogsExist } from '../../support/sharedLogs';

const NOW = 20_000 as Day;

/** So many clients who came once, and so many who came twice, ten days apart, all some time ago. */
const aShopOf = (once: number, twice: number): VisitColumns => {
  const length = once + twice;
  const firstVisit = Int32Array.from({ length }, (_, k) => NOW - 30 - ((k * 37) % 300));
  return {
    length,
    visits: Uint32Array.from({ length }, (_, k) => (k < once ? 1 : 2)),
    firstVisit,
    lastVisit: firstVisit.map((first, k) => (k < once ? first : first + 10)),
  };
};

describe('chances to buy', () => {
  it('are between 0 and 1, larger within 365 days than within 180, and as the formula has them', () => {
    const { figures, typicalGap } = benchVisits(500);
    const found = chances(figures, BENCH_AS_OF, typicalGap)!;
    for (let k = 0; k < figures.length; k++) {
      if (figures.visits[k] === 0) {
        expect(found.within180[k]).toBeNaN();
        continue;
      }
      expect(found.within180[k]).toBeGreaterThanOrEqual(0);
      expect(found.within365[k]).toBeGreaterThanOrEqual(found.within180[k]!);
      expect(found.within365[k]).toBeLessThanOrEqual(1);
      const first = figures.firstVisit[k]!;
      const history = {
        repeats: figures.visits[k]! - 1,
        lastAt: figures.lastVisit[k]! - first,
        age: BENCH_AS_OF - first,
      };
      expect(found.within180[k]).toBeCloseTo(chanceToBuy(found.parameters, history, 180), 6);
    }
  });

  it('do not depend on the order of the clients', () => {
    const { figures, typicalGap } = benchVisits(300);
    const turned = {
      length: figures.length,
      visits: figures.visits.toReversed(),
      firstVisit: figures.firstVisit.toReversed(),
      lastVisit: figures.lastVisit.toReversed(),
    };
    const [there, back] = [figures, turned].map((some) => chances(some, BENCH_AS_OF, typicalGap)!);
    there!.within180.forEach((chance, k) => {
      const mirrored = back!.within180[figures.length - 1 - k]!;
      expect(Object.is(chance, mirrored) || Math.abs(chance - mirrored) < 1e-6).toBe(true);
    });
  });

  it('stay what they are when the fit begins at the parameters found before', () => {
    const { figures, typicalGap } = benchVisits(500);
    const cold = chances(figures, BENCH_AS_OF, typicalGap)!;
    const warm = chances(figures, BENCH_AS_OF, typicalGap, cold.parameters)!;
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      expect(warm.parameters[name] / cold.parameters[name]).toBeCloseTo(1, 4);
  });

  it('are none below 60 clients, or below 30 who came again, or for nobody', () => {
    expect(chances(aShopOf(30, 29), NOW, 20)).toBeUndefined();
    expect(chances(aShopOf(31, 29), NOW, 20)).toBeUndefined();
    expect(chances(aShopOf(29, 30), NOW, 20)).toBeUndefined();
    expect(chances(aShopOf(30, 30), NOW, 20)).toBeDefined();
    expect(chances(aShopOf(0, 0), NOW, 20)).toBeUndefined();
  });

  it('do not count clients without a visit as clients', () => {
    const full = aShopOf(30, 30);
    const visits = full.visits.slice();
    visits[0] = 0;
    expect(chances({ ...full, visits }, NOW, 20)).toBeUndefined();
  });

  it('stay finite where everybody comes like a clock, or on two days only', () => {
    const length = 80;
    const clock: VisitColumns = {
      length,
      visits: new Uint32Array(length).fill(300),
      firstVisit: new Int32Array(length).fill(NOW - 2100),
      lastVisit: new Int32Array(length).fill(NOW),
    };
    const young: VisitColumns = {
      length,
      visits: new Uint32Array(length).fill(2),
      firstVisit: new Int32Array(length).fill(NOW - 1),
      lastVisit: new Int32Array(length).fill(NOW),
    };
    for (const some of [clock, young]) {
      const { parameters, within180 } = chances(some, NOW, 7)!;
      expect(Object.values(parameters).every((one) => one > 0 && one < 1e9)).toBe(true);
      expect(within180[0]).toBeGreaterThan(0.5);
      expect(within180[0]).toBeLessThanOrEqual(1);
    }
  });
});

describe('the loss to expect', () => {
  it('leaves out the share of each lost client’s value that will come back', () => {
    const figures = {
      length: 3,
      status: Uint8Array.of(STATUS.lost, STATUS.lostTwice, STATUS.regular),
      yearlyValue: Float64Array.of(400, 1200, 999),
    };
    expect(expectedLoss(figures, Float32Array.of(0.5, 0.25, NaN))).toBe(1100);
  });
});

describe.skipIf(!sharedLogsExist)('CDNOW (skipped where the shared logs are absent)', () => {
  it('foretells after its first year what 180 days then bring, within 9 of 100 in every group of 100 clients or more', () => {
    const { sales, clientCount } = cdnowSample();
    const asOf = day('1997-12-31');
    const { figures, walk } = walked(sales, clientCount, defaultRules, asOf);
    const { within180 } = chances(figures, asOf, walk.law.typicalGap)!;
    const until = addDays(asOf, 180);
    const bought = new Set<number>();
    for (let i = 0; i < sales.length; i++)
      if (sales.day[i]! > asOf && sales.day[i]! <= until && sales.cents[i]! > 0) bought.add(sales.client[i]!);
    const groups = [0.05, 0.15, 0.35, 0.55, 0.75].map((from, k, all) => {
      const members = [...within180.keys()].filter(
        (entry) => within180[entry]! >= from && within180[entry]! < (all[k + 1] ?? 2),
      );
      const foretold = members.reduce((sum, entry) => sum + within180[entry]!, 0) / members.length;
      const happened = members.filter((entry) => bought.has(figures.client[entry]!)).length / members.length;
      return { members: members.length, gap: Math.abs(foretold - happened) };
    });
    expect(Math.min(...groups.map(({ members }) => members))).toBeGreaterThanOrEqual(100);
    expect(Math.max(...groups.map(({ gap }) => gap))).toBeLessThan(0.09);
  });
});
