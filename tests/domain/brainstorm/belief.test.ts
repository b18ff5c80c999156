import { describe, expect, it } from 'vitest';
import { attachable, attachedBy, attachedClaim, tapped } from '../../../src/domain/brainstorm/attach';
import {
  beliefs,
  believedShares,
  foundShares,
  furthestOff,
  NO_REASON,
} from '../../../src/domain/brainstorm/belief';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import type { Statement } from '../../../src/domain/notebook/interview';
import type { MoneyLine } from '../../../src/domain/reasons/reasonsReport';
import { aBrainstorm, aHeap } from '../../support/aBrainstorm';

const line = (key: string, cents: number): MoneyLine => ({ key, cents, clients: 1 });
const same = (reason: string) => reason;

const voted = aBrainstorm({
  stage: 'done',
  voters: 4,
  heaps: [
    aHeap('dear', { reason: 'price', votes: 5 }),
    aHeap('queue', { reason: 'late', votes: 2 }),
    aHeap('costs', { reason: 'price', votes: 1 }),
    aHeap('odd', { votes: 2 }),
    aHeap('none', { reason: 'moved', votes: 0 }),
  ],
});

describe('what people believed', () => {
  it('is the share of all dots by reason, largest first, those without a reason shown too', () => {
    expect([...believedShares(voted, same)]).toEqual([
      ['price', 0.6],
      ['late', 0.2],
      [NO_REASON, 0.2],
    ]);
  });

  it('follows reasons that were merged', () => {
    expect(believedShares(voted, (reason) => (reason === 'late' ? 'price' : reason)).get('price')).toBe(0.8);
  });

  it('is nothing where nobody voted', () => {
    expect(believedShares(aBrainstorm({ heaps: [aHeap('a')] }), same).size).toBe(0);
  });
});

describe('what was found', () => {
  it('is the share of the money whose reason is known', () => {
    const lines = [line('late', 3000), line('price', 1000), line('not-asked', 90_000), line('unknown', 500)];
    expect([...foundShares(lines)]).toEqual([
      ['late', 0.75],
      ['price', 0.25],
    ]);
  });

  it('is nothing where no reason is known', () => {
    expect(foundShares([line('not-asked', 90_000)]).size).toBe(0);
  });
});

describe('belief beside finding', () => {
  const believed = believedShares(voted, same);

  it('names every reason of either side', () => {
    const found = foundShares([line('late', 3000), line('moved', 1000)]);
    expect(beliefs(believed, found)).toEqual([
      { reason: 'price', believed: 0.6, found: 0 },
      { reason: 'late', believed: 0.2, found: 0.75 },
      { reason: NO_REASON, believed: 0.2, found: 0 },
      { reason: 'moved', believed: 0, found: 0.25 },
    ]);
  });

  it('is furthest off where the shares differ most', () => {
    expect(furthestOff(believed, foundShares([line('late', 3000), line('moved', 1000)]))?.reason).toBe(
      'price',
    );
    expect(furthestOff(believed, foundShares([line('price', 3000), line('moved', 2000)]))).toEqual({
      reason: 'moved',
      believed: 0,
      found: 0.4,
    });
  });

  it('has no furthest where one side is silent, or both agree', () => {
    expect(furthestOff(believed, new Map())).toBeNull();
    expect(furthestOff(new Map(), believed)).toBeNull();
    expect(furthestOff(new Map([['price', 1]]), new Map([['price', 1]]))).toBeNull();
  });
});

describe('reasons attached to clients', () => {
  it('are those that heaps were given, each once, under the heap with the most votes', () => {
    expect(attachable(voted).map(({ id }) => id)).toEqual(['dear', 'queue', 'none']);
  });

  it('come and go with a tap', () => {
    expect(tapped([], 'price')).toEqual(['price']);
    expect(tapped(['price', 'late'], 'price')).toEqual(['late']);
  });

  it('are a guess of nobody in particular, and say where they came from', () => {
    const day = parseIsoDay('2026-11-23');
    expect(attachedClaim(voted, 7, ['price', 'late'], day)).toMatchObject({
      client: 7,
      role: 'stated',
      source: 'brainstorm',
      author: null,
      sure: 'guess',
      from: 'storm-1',
      reasons: [
        { reason: 'price', weight: 1 },
        { reason: 'late', weight: 1 },
      ],
    });
  });

  it('are found again by client, without those of other brainstorms', () => {
    const claims = [7, 8].map(
      (client, k) =>
        ({
          ...attachedClaim(voted, client, ['price'], parseIsoDay('2026-11-23')),
          kind: 'statement',
          id: `s${k}`,
          rev: 1,
          madeAt: 0,
          changedAt: 0,
          from: k === 0 ? 'storm-1' : 'storm-2',
        }) satisfies Statement,
    );
    expect([...attachedBy(voted, claims).keys()]).toEqual([7]);
  });
});
