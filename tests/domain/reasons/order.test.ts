import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASON_GROUPS, REASON_TYPES } from '../../../src/domain/notebook/reason';
import { groupsInOrder, shuffled, shuffledOptions } from '../../../src/domain/reasons/order';
import { STARTING_REASONS } from '../../../src/domain/reasons/startingReasons';

const runs = { seed: 20240301, numRuns: 500 };
const seeds = Array.from({ length: 600 }, (_, k) => `client ${k}`);
const someReasons = fc.uniqueArray(
  fc.record({
    id: fc.string({ maxLength: 12 }),
    type: fc.constantFrom(...REASON_TYPES),
    group: fc.constantFrom(...REASON_GROUPS),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
);
const idsOf = (reasons: readonly { readonly id: string }[]) => reasons.map(({ id }) => id);

describe('shuffled reasons', () => {
  it('are all there, in the same order for the same client, however they were given', () => {
    fc.assert(
      fc.property(someReasons, fc.string(), (reasons, seed) => {
        const order = shuffled(reasons, seed);
        expect([...idsOf(order)].sort()).toEqual([...idsOf(reasons)].sort());
        expect(shuffled([...reasons].reverse(), seed)).toEqual(order);
      }),
      runs,
    );
  });

  it('never begin with price where there is anything else', () => {
    fc.assert(
      fc.property(someReasons, fc.string(), (reasons, seed) => {
        const first = shuffled(reasons, seed)[0];
        if (reasons.some(({ type }) => type !== 'price')) expect(first?.type).not.toBe('price');
      }),
      runs,
    );
    for (const seed of seeds) expect(shuffled(STARTING_REASONS, seed)[0]?.type).not.toBe('price');
  });

  it('may be about price alone', () => {
    expect(idsOf(shuffled([{ id: 'price', type: 'price' }], 'x'))).toEqual(['price']);
    expect(shuffled([], 'x')).toEqual([]);
  });

  it('stand in another order for another client, each about as often in each place', () => {
    const counts = new Map<string, number>();
    for (const seed of seeds) {
      const order = idsOf(shuffled(STARTING_REASONS, seed));
      const third = order[order.length >> 1]!;
      counts.set(third, (counts.get(third) ?? 0) + 1);
    }
    expect(counts.size).toBe(STARTING_REASONS.length);
    const even = seeds.length / STARTING_REASONS.length;
    for (const [id, count] of counts) expect(Math.abs(count - even), id).toBeLessThan(4 * Math.sqrt(even));
  });

  it('keep their order when one more is added', () => {
    fc.assert(
      fc.property(someReasons, fc.string(), (reasons, seed) => {
        const unpriced = reasons.filter(({ type }) => type !== 'price');
        const fewer = shuffled(unpriced.slice(1), seed);
        const all = shuffled(unpriced, seed).filter(({ id }) => id !== unpriced[0]?.id);
        expect(idsOf(all)).toEqual(idsOf(fewer));
      }),
      runs,
    );
  });
});

describe('reasons in their groups', () => {
  it('are all there, each in its group, and no group is empty', () => {
    fc.assert(
      fc.property(someReasons, fc.string(), (reasons, seed) => {
        const groups = groupsInOrder(reasons, seed);
        expect([...idsOf(groups.flatMap((each) => each.reasons))].sort()).toEqual([...idsOf(reasons)].sort());
        expect(new Set(groups.map(({ group }) => group)).size).toBe(groups.length);
        for (const each of groups) {
          expect(each.reasons.length).toBeGreaterThan(0);
          for (const { group } of each.reasons) expect(group).toBe(each.group);
        }
      }),
      runs,
    );
  });

  it('never begin with price, neither on the screen nor in a group, where there is anything else', () => {
    fc.assert(
      fc.property(someReasons, fc.string(), (reasons, seed) => {
        const groups = groupsInOrder(reasons, seed);
        for (const each of groups) {
          if (each.reasons.some(({ type }) => type !== 'price'))
            expect(each.reasons[0]!.type).not.toBe('price');
        }
        if (reasons.some(({ type }) => type !== 'price'))
          expect(groups[0]!.reasons[0]!.type).not.toBe('price');
      }),
      runs,
    );
  });

  it('let each group lead for some clients', () => {
    const leading = new Set(seeds.map((seed) => groupsInOrder(STARTING_REASONS, seed)[0]!.group));
    expect([...leading].sort()).toEqual([...REASON_GROUPS].sort());
  });
});

it('plain options are shuffled alike', () => {
  const options = ['a', 'b', 'c', 'd', 'e'];
  expect(shuffledOptions(options, 'one')).toEqual(shuffledOptions([...options].reverse(), 'one'));
  expect(new Set(seeds.map((seed) => shuffledOptions(options, seed)[0]))).toEqual(new Set(options));
});
