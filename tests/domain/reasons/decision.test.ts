import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/domain/notebook/answer';
import type { Employee } from '../../../src/domain/notebook/person';
import type { Day } from '../../../src/domain/kernel/day';
import { askWorth, freshness, weeksSince } from '../../../src/domain/reasons/askOrder';
import { mayAsk, proposedAsker } from '../../../src/domain/reasons/asker';
import { CHANCES, CHANNELS } from '../../../src/domain/reasons/conversation';
import { expectedGain, proposedVerdict, type Weighed } from '../../../src/domain/reasons/decision';
import { proposedChance, proposedChannel } from '../../../src/domain/reasons/proposedChance';

const SHARED = '../shared/golden/status.json';
const runs = { seed: 20240301, numRuns: 300 };

const attempt = {
  yearlyValue: 40_000,
  margin: 0.3,
  years: 1,
  natural: 0.08,
  chance: 0.2,
  cost: 500,
  minutes: 0,
  hourCost: null,
};

describe('the expected gain', () => {
  it('is 9.40 for 400 a year at 30 %, 20 % with contact, 8 % without, at a cost of 5', () => {
    const { gain, breakEven } = expectedGain(attempt);
    expect(gain).toBeCloseTo(940, 9);
    expect(breakEven).toBeCloseTo(0.0417, 4);
  });

  it.runIf(existsSync(SHARED))('is that of the shared golden case', () => {
    const golden = JSON.parse(readFileSync(SHARED, 'utf8')) as {
      formula_cases: { id: string; expected: { ev: number; breakEvenUplift: number } }[];
    };
    const { expected } = golden.formula_cases.find(({ id }) => id === 'winback-ev')!;
    expect(expectedGain(attempt).gain / 100).toBeCloseTo(expected.ev, 2);
    expect(expectedGain(attempt).breakEven).toBeCloseTo(expected.breakEvenUplift, 4);
  });

  it('looks like 19 where it is not known who comes back anyway', () => {
    expect(expectedGain({ ...attempt, natural: null }).gain).toBeCloseTo(1900, 9);
  });

  it('counts the time of the staff: 20 minutes at 18 an hour cost 6', () => {
    const { gain, cost, staffCost } = expectedGain({ ...attempt, minutes: 20, hourCost: 1800 });
    expect(staffCost).toBe(600);
    expect(cost).toBe(1100);
    expect(gain).toBeCloseTo(340, 9);
  });

  it('counts no time where nobody said what an hour costs', () => {
    expect(expectedGain({ ...attempt, minutes: 600 })).toEqual(expectedGain(attempt));
  });

  it('is nothing to break even with for a client worth nothing', () => {
    expect(expectedGain({ ...attempt, yearlyValue: 0 }).breakEven).toBe(Infinity);
  });
});

describe('the proposed verdict', () => {
  const weighed: Weighed = {
    gain: 940,
    uplift: 0.12,
    yearlyValue: 40_000,
    margin: 0.3,
    rank: 30,
    ranked: 100,
    lostTwice: false,
    badForOthers: false,
    ended: false,
    circumstances: false,
  };

  it.each<[string, Partial<Weighed>, string, string]>([
    ['the dearest fifth first', { rank: 20 }, 'return-first', 'among-best'],
    ['the upper half must return', { rank: 21 }, 'must-return', 'pays'],
    ['so must the last of it', { rank: 50 }, 'must-return', 'pays'],
    ['the lower half if possible', { rank: 51 }, 'if-possible', 'pays-little'],
    ['the only client of a shop first', { rank: 1, ranked: 1 }, 'return-first', 'among-best'],
    ['by value alone while chance and cost are open', { rank: 3, gain: null }, 'return-first', 'among-best'],
    ['who closed down is let go', { rank: 1, ended: true }, 'let-go', 'ended'],
    ['who was lost twice is let go', { rank: 1, lostTwice: true }, 'let-go', 'lost-twice'],
    ['who never brought anything is let go', { yearlyValue: 0 }, 'let-go', 'worth-nothing'],
    ['so is one without a known value', { yearlyValue: NaN }, 'let-go', 'worth-nothing'],
    ['and one with a very low margin', { margin: 0.01 }, 'let-go', 'worth-nothing'],
    ['and one with a negative margin', { margin: -0.1 }, 'let-go', 'worth-nothing'],
    ['whose return costs more than it brings is let go', { rank: 1, gain: -1 }, 'let-go', 'costs-more'],
    ['even where it only breaks even', { rank: 1, gain: 0 }, 'let-go', 'costs-more'],
    [
      'who comes as likely unasked, if possible',
      { rank: 1, uplift: 0, gain: -500 },
      'if-possible',
      'not-above-natural',
    ],
    [
      'whom others would resent, if possible',
      { rank: 1, badForOthers: true },
      'if-possible',
      'bad-for-others',
    ],
    ['who only moved, if possible', { rank: 1, circumstances: true }, 'if-possible', 'circumstances'],
  ])('%s', (_, facts, verdict, because) => {
    expect(proposedVerdict({ ...weighed, ...facts })).toEqual({ verdict, because });
  });

  it('never asks for less of a dearer client, all else alike', () => {
    const rankOf = { 'return-first': 0, 'must-return': 1, 'if-possible': 2, 'let-go': 3 };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(499),
        fc.nat(499),
        fc.record({
          uplift: fc.oneof(fc.constant(null), fc.double({ min: -1, max: 1, noNaN: true })),
          gain: fc.oneof(fc.constant(null), fc.integer({ min: -5000, max: 5000 })),
          lostTwice: fc.boolean(),
          badForOthers: fc.boolean(),
          ended: fc.boolean(),
          circumstances: fc.boolean(),
        }),
        (ranked, a, b, facts) => {
          const [dearer, cheaper] = [1 + (Math.min(a, b) % ranked), 1 + (Math.max(a, b) % ranked)].sort(
            (x, y) => x - y,
          );
          const at = (rank: number) =>
            rankOf[proposedVerdict({ ...weighed, ...facts, rank, ranked }).verdict];
          expect(at(dearer!)).toBeLessThanOrEqual(at(cheaper!));
        },
      ),
      runs,
    );
  });
});

describe('the proposed chance', () => {
  const weeks = fc.integer({ min: 2, max: 200 });
  const severities: readonly Severity[] = [1, 2, 3, 4, 5];

  it('is the 40 % of a former client where nothing speaks for or against it', () => {
    expect(proposedChance(null, null, null, 4, null)).toBe(40);
    expect(proposedChance(3, false, 'ours', 4, 'call')).toBe(40);
  });

  it.each<[string, Parameters<typeof proposedChance>, number]>([
    ['a trifle, soon', [1, false, 'ours', 4, 'call'], 60],
    ['the end of the world', [5, false, 'ours', 4, 'call'], 10],
    ['a human mistake', [3, true, 'ours', 4, 'call'], 30],
    ['half a year ago', [3, false, 'ours', 26, 'letter'], 20],
    ['moved away', [3, null, 'client', 4, 'call'], 20],
    ['a meeting instead of a call', [3, false, 'ours', 4, 'meet'], 50],
    ['nobody asks', [3, false, 'ours', 4, 'none'], 10],
    ['the worst of all', [5, true, 'client', 300, 'none'], 5],
  ])('%s', (_, facts, percent) => {
    expect(proposedChance(...facts)).toBe(percent);
  });

  it('is always one of those on offer, and falls with severity, human mistakes and time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...severities),
        fc.boolean(),
        fc.constantFrom('ours' as const, 'competitor' as const, 'client' as const),
        weeks,
        fc.constantFrom(...CHANNELS),
        (severity, human, group, at, channel) => {
          const chance = proposedChance(severity, human, group, at, channel);
          expect(CHANCES).toContain(chance);
          expect(proposedChance(severity, true, group, at, channel)).toBeLessThanOrEqual(chance);
          if (severity < 5)
            expect(proposedChance((severity + 1) as Severity, human, group, at, channel)).toBeLessThanOrEqual(
              chance,
            );
          if (channel !== 'letter')
            expect(proposedChance(severity, human, group, at + 10, channel)).toBeLessThanOrEqual(chance);
        },
      ),
      runs,
    );
  });

  it('goes with a call in the first eight weeks, and with a letter by hand after', () => {
    expect([0, 8, 9, 200].map(proposedChannel)).toEqual(['call', 'call', 'letter', 'letter']);
  });
});

describe('who asks', () => {
  const person = (id: string, leftOn: number | null = null): Employee => ({
    id,
    name: id,
    soldAs: null,
    leftOn: leftOn as Day | null,
  });
  const staff = [person('ann'), person('bob'), person('cem', 19_000), person('dee')];

  it('is never the one who lost the client, and nobody who has left', () => {
    expect(mayAsk(staff, 'ann').map(({ id }) => id)).toEqual(['bob', 'dee']);
    expect(mayAsk(staff, null).map(({ id }) => id)).toEqual(['ann', 'bob', 'dee']);
  });

  it('is whom the client knows best of the others', () => {
    expect(proposedAsker(staff, 'ann', ['ann', 'cem', 'dee', 'bob'])?.id).toBe('dee');
    expect(proposedAsker(staff, 'ann')?.id).toBe('bob');
  });

  it('is the head in person where nobody else is there', () => {
    expect(proposedAsker([person('ann'), person('cem', 19_000)], 'ann')).toBeNull();
    expect(proposedAsker([], null)).toBeNull();
  });
});

describe('whom to ask first', () => {
  it('counts whole weeks to today, and none before the loss', () => {
    const lost = 20_000 as Day;
    expect([0, 6, 7, 41, 42].map((days) => weeksSince(lost, (lost + days) as Day))).toEqual([0, 0, 1, 5, 6]);
    expect(weeksSince(lost, (lost - 3) as Day)).toBe(0);
  });

  it.each([
    [-3, 0.8],
    [0, 0.8],
    [1, 0.9],
    [2, 1],
    [4, 1],
    [6, 1],
    [16, 0.75],
    [26, 0.5],
    [39, 0.375],
    [52, 0.25],
    [500, 0.25],
  ])('after %d weeks asking is worth %d of the best', (weeks, share) => {
    expect(freshness(weeks)).toBeCloseTo(share, 12);
  });

  it('goes by money times freshness', () => {
    expect(askWorth(10_000, 4)).toBe(10_000);
    expect(askWorth(10_000, 26)).toBe(5_000);
    expect(askWorth(30_000, 60)).toBeLessThan(askWorth(10_000, 4));
  });
});
