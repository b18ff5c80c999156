import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BANDS,
  bandOf,
  evidence,
  silenceOf,
  TIMES,
  type Evidence,
} from '../../../src/domain/chance/evidence';
import { naturalReturn } from '../../../src/domain/chance/naturalReturn';
import { proposedPatience } from '../../../src/domain/chance/proposedPatience';
import type { Day } from '../../../src/domain/kernel/day';
import { rowsByClient } from '../../../src/domain/loss/byClient';
import { dayAfterOpenDays } from '../../../src/domain/loss/closedDays';
import { defaultRules, type Patience, type Rules } from '../../../src/domain/loss/rules';
import { usualInterval } from '../../../src/domain/loss/thresholds';
import { walkShop, type Walk } from '../../../src/domain/loss/walk';
import golden from '../../golden/models.json';
import { day, salesLog, type Sale } from '../../support/salesLog';

function walkOf(log: readonly Sale[], asOf: string, rules: Partial<Rules> = {}): Walk {
  const { sales, clients } = salesLog(log);
  const all = { ...defaultRules, typicalGap: 20, ...rules };
  return walkShop(rowsByClient(sales, clients.length, day(asOf)), all, day(asOf));
}

const none = TIMES.map(() => Array.from({ length: BANDS }, () => ({ cases: 0, returned: 0 })));

describe('past silences', () => {
  /** The log is 360 days long, so a return is looked for during 120 days; one visit is lost after 40. */
  const start: Sale = ['2024-01-01', null, 1];
  const lostCases = (log: readonly Sale[], rules: Partial<Rules> = {}) =>
    evidence(walkOf([start, ...log], '2024-12-26', rules)).lost[0];

  it('are followed for a third of the log, at most for 180 days', () => {
    expect(evidence(walkOf([start], '2024-12-26')).followUp).toBe(120);
    expect(evidence(walkOf([start], '2027-12-26')).followUp).toBe(180);
    expect(evidence(walkOf([], '2024-12-26')).followUp).toBe(0);
  });

  it('count as a return when the client bought within the follow-up, and only then', () => {
    expect(
      lostCases([
        ['2024-02-01', 'a', 9],
        ['2024-04-01', 'a', 9],
      ]),
    ).toEqual({ cases: 1, returned: 1 });
    expect(
      lostCases([
        ['2024-02-01', 'a', 9],
        ['2024-07-10', 'a', 9],
      ]),
    ).toEqual({ cases: 1, returned: 1 });
    expect(
      lostCases([
        ['2024-02-01', 'a', 9],
        ['2024-07-11', 'a', 9],
      ]),
    ).toEqual({ cases: 1, returned: 0 });
    expect(lostCases([['2024-02-01', 'a', 9]])).toEqual({ cases: 1, returned: 0 });
  });

  it('are no case when a visit on the very day saved the client', () => {
    expect(
      lostCases([
        ['2024-02-01', 'a', 9],
        ['2024-03-12', 'a', 9],
      ]),
    ).toEqual({ cases: 0, returned: 0 });
    expect(
      lostCases([
        ['2024-02-01', 'a', 9],
        ['2024-03-13', 'a', 9],
      ]),
    ).toEqual({ cases: 1, returned: 1 });
  });

  it('are no case when they began too late to be followed to the end, returned or not', () => {
    expect(lostCases([['2024-07-19', 'a', 9]])).toEqual({ cases: 1, returned: 0 });
    expect(lostCases([['2024-07-20', 'a', 9]])).toEqual({ cases: 0, returned: 0 });
    expect(
      lostCases([
        ['2024-07-20', 'a', 9],
        ['2024-10-01', 'a', 9],
      ]),
    ).toEqual({ cases: 0, returned: 0 });
  });

  it('leave closed days out, and clients whose interval the owner set', () => {
    const log: Sale[] = [
      ['2024-02-01', 'a', 9],
      ['2024-03-13', 'a', 9],
    ];
    const closed = { closures: [{ first: day('2024-02-10'), last: day('2024-02-10') }] };
    expect(lostCases(log, closed)).toEqual({ cases: 0, returned: 0 });
    expect(lostCases(log, { intervals: new Map([[0, 7]]) })).toEqual({ cases: 0, returned: 0 });
  });

  it('are counted as a reader of the rules would count them, threshold by threshold', () => {
    const someLog = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom('a', 'b', 'c', 'd')),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(someLog, (rows) => {
        const iso = (at: number) => new Date((19_000 + at) * 86_400_000).toISOString().slice(0, 10);
        const walk = walkOf(
          rows.map(([at, client]) => [iso(at), client, 5] as const),
          iso(1000),
        );
        expect(evidence(walk)).toEqual(obviousEvidence(walk));
      }),
      { seed: 20240301, numRuns: 200 },
    );
  });
});

function obviousEvidence(walk: Walk): Evidence {
  const followUp = Math.min(180, Math.floor((walk.asOf - walk.logStart) / 3));
  const spells = Array.from(walk.visits.start.slice(0, -1), (first, c) =>
    Array.from(walk.visits.day.slice(first, walk.visits.start[c + 1]), (from, j) => ({
      from: from as Day,
      next: j + 1 < walk.visits.start[c + 1]! - first ? walk.visits.day[first + j + 1]! : Infinity,
      band: bandOf(j + 1),
      lostAfter: walk.lostAfter[first + j]!,
      interval: usualInterval(walk.law, NaN, j + 1, walk.usedGaps[first + j]!),
    })),
  ).flat();
  const cells = (daysOf: (spell: (typeof spells)[number]) => number) =>
    Array.from({ length: BANDS }, (_, band) => {
      const reached = spells
        .filter((spell) => spell.band === band)
        .map((spell) => ({ ...spell, on: dayAfterOpenDays(walk.closed, spell.from, daysOf(spell)) }))
        .filter(({ on, next }) => next > on && on + followUp <= walk.asOf);
      return {
        cases: reached.length,
        returned: reached.filter(({ on, next }) => next <= on + followUp).length,
      };
    });
  return {
    followUp,
    lost: cells(({ lostAfter }) => lostAfter),
    longer: TIMES.map((times) => cells(({ interval }) => silenceOf(times, interval))),
  };
}

describe('the natural return', () => {
  const known: Evidence = {
    followUp: 180,
    lost: [
      { cases: 226, returned: 97 },
      { cases: 19, returned: 19 },
      { cases: 40, returned: 20 },
      { cases: 0, returned: 0 },
    ],
    longer: none.map((bands, k) =>
      bands.map((cell, band) => (band === 2 ? { cases: 60 - 6 * k, returned: 20 - 2 * k } : cell)),
    ),
  };

  it('is told for a lost client, from clients with as many visits', () => {
    expect(naturalReturn(known, { visits: 1, silence: 50, interval: 25, lostAfter: 50 })).toEqual({
      cases: 226,
      returned: 97,
      times: null,
      followUp: 180,
    });
  });

  it('compares with those who were away as long: the longest threshold that the silence has reached', () => {
    const client = { visits: 4, interval: 20, lostAfter: 60 };
    expect(naturalReturn(known, { ...client, silence: 79 })).toMatchObject({ cases: 40, times: null });
    expect(naturalReturn(known, { ...client, silence: 80 })).toMatchObject({ cases: 36, times: 4 });
    expect(naturalReturn(known, { ...client, silence: 119 })).toMatchObject({ cases: 30, times: 5 });
  });

  it('is not told for clients who are not lost, below 20 cases, or without a visit', () => {
    expect(naturalReturn(known, { visits: 1, silence: 49, interval: 25, lostAfter: 50 })).toBeUndefined();
    expect(naturalReturn(known, { visits: 2, silence: 90, interval: 25, lostAfter: 50 })).toBeUndefined();
    expect(naturalReturn(known, { visits: 4, silence: 900, interval: 20, lostAfter: 60 })).toBeUndefined();
    expect(naturalReturn(known, { visits: 0, silence: 0, interval: NaN, lostAfter: 0 })).toBeUndefined();
  });
});

describe('the patience that the shop’s own sales speak for', () => {
  const told = (
    cells: Readonly<Record<string, readonly (readonly number[])[]>>,
  ): Pick<Evidence, 'longer'> => ({
    longer: TIMES.map((times) =>
      Object.values(cells).map((rows) => {
        const [, returned = 0, cases = 0] = rows.find(([at]) => at === times) ?? [];
        return { cases, returned };
      }),
    ),
  });

  it('is the one worked by hand: more for two visits, and never less for more visits', () => {
    const { evidence: given, default: present, expected } = golden.patience;
    expect(proposedPatience(told(given), present as unknown as Patience)).toEqual(expected);
  });

  it('is the present one where fewer than 20 cases tell, or fewer than half came back', () => {
    expect(proposedPatience({ longer: none }, [2, 2, 3, 4])).toEqual([2, 2, 3, 4]);
    const few = TIMES.map((times) => [times, 19, 19]);
    const rare = TIMES.map((times) => [times, 9, 100]);
    expect(proposedPatience(told({ a: few, b: rare, c: few, d: rare }), [2, 2, 3, 4])).toEqual([2, 2, 3, 4]);
  });

  it('never goes beyond 8, and never below what the owner chose', () => {
    const always = TIMES.map((times) => [times, 99, 100]);
    expect(proposedPatience(told({ a: always, b: always, c: always, d: always }), [2, 2, 3, 12])).toEqual([
      8, 8, 8, 12,
    ]);
  });
});
