import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../src/domain/notebook/answer';
import type { Claim } from '../../../src/domain/notebook/interview';
import type { Day } from '../../../src/domain/kernel/day';
import { knowledge, type Known } from '../../../src/domain/reasons/knowledge';
import { NOT_ASKED, UNKNOWN, VIEWS } from '../../../src/domain/reasons/reasonsReport';
import { SOME_DAY } from '../../support/conversations';

const day = (n: number) => (SOME_DAY + n) as Day;
type Named = Readonly<Record<string, number>>;

const claim = (
  source: Claim['source'],
  role: Claim['role'],
  named: Named,
  facts: Partial<Claim> = {},
): Claim => ({
  client: 7,
  role,
  source,
  author: null,
  reasons: Object.entries(named).map(([reason, weight]) => ({ reason, weight })),
  sure: 'sure',
  severity: null,
  human: null,
  competitor: '',
  words: '',
  day: SOME_DAY,
  ...facts,
});
const by = (author: string, facts: Partial<Claim> = {}) => ({ author, ...facts });
const weights = ({ reasons }: Known) =>
  Object.fromEntries(reasons.map(({ reason, weight }) => [reason, Math.round(weight * 1000) / 1000]));

describe('what is known', () => {
  it('of a client of whom nobody was asked is "not asked", in every view', () => {
    const known = knowledge([]);
    for (const view of VIEWS)
      expect(known[view]).toEqual({
        reasons: [{ reason: NOT_ASKED, weight: 1 }],
        source: null,
        day: null,
        competitor: '',
      });
  });

  it('is "unknown" where somebody was asked and nobody knows', () => {
    const known = knowledge([claim('client', 'stated', {}, { day: day(4) })]);
    expect(known.stated).toMatchObject({
      reasons: [{ reason: UNKNOWN, weight: 1 }],
      source: 'client',
      day: day(4),
    });
    expect(known.best).toEqual(known.stated);
    expect(weights(known.real)).toEqual({ [NOT_ASKED]: 1 });
    expect(weights(known.staff)).toEqual({ [NOT_ASKED]: 1 });
  });

  it('has weights that sum to 1', () => {
    const { stated } = knowledge([claim('client', 'stated', { price: 3, rudeness: 1 })]);
    expect(weights(stated)).toEqual({ price: 0.75, rudeness: 0.25 });
  });

  it('takes reasons without any weight for unknown', () => {
    expect(weights(knowledge([claim('client', 'stated', { price: 0 })]).stated)).toEqual({ [UNKNOWN]: 1 });
  });

  it('goes by the real reason, else the client’s word, else the staff, else the brainstorm', () => {
    const ladder = [
      claim('owner', 'real', { rudeness: 1 }),
      claim('client', 'stated', { price: 1 }),
      claim('staff', 'stated', { moved: 1 }, by('ann')),
      claim('brainstorm', 'stated', { outgrown: 1 }),
    ];
    const best = [0, 1, 2, 3, 4].map((from) => knowledge(ladder.slice(from)).best);
    expect(best.map((known) => known.reasons[0]!.reason)).toEqual([
      'rudeness',
      'price',
      'moved',
      'outgrown',
      NOT_ASKED,
    ]);
    expect(best.map(({ source }) => source)).toEqual(['owner', 'client', 'staff', 'brainstorm', null]);
    const known = knowledge(ladder);
    expect(weights(known.stated)).toEqual({ price: 1 });
    expect(weights(known.real)).toEqual({ rudeness: 1 });
    expect(weights(known.staff)).toEqual({ moved: 1 });
  });

  it('steps down past "I do not know" to whoever does know', () => {
    const known = knowledge([
      claim('owner', 'real', {}),
      claim('client', 'stated', {}),
      claim('staff', 'stated', { moved: 1 }, by('ann')),
    ]);
    expect(known.best).toMatchObject({ source: 'staff', reasons: [{ reason: 'moved', weight: 1 }] });
    expect(weights(known.real)).toEqual({ [UNKNOWN]: 1 });
  });

  it('lets the newest word of the same person replace the older one', () => {
    const claims = [
      claim('client', 'stated', { price: 1 }, { day: day(1) }),
      claim('client', 'stated', { rudeness: 1 }, { day: day(5) }),
      claim('client', 'stated', { moved: 1 }, { day: day(3) }),
    ];
    expect(knowledge(claims).stated).toMatchObject({
      day: day(5),
      reasons: [{ reason: 'rudeness', weight: 1 }],
    });
  });

  it('takes the later of two words of one day', () => {
    const claims = [claim('owner', 'real', { price: 1 }), claim('owner', 'real', { moved: 1 }, by('ann'))];
    expect(weights(knowledge(claims).real)).toEqual({ moved: 1 });
  });

  it('does not forget a reason because somebody later does not know or will not say', () => {
    const claims = [
      claim('client', 'stated', { price: 1 }, { day: day(1) }),
      claim('client', 'stated', {}, { day: day(9) }),
    ];
    expect(knowledge(claims).stated).toMatchObject({
      day: day(1),
      reasons: [{ reason: 'price', weight: 1 }],
    });
  });

  it('averages what several employees believe, each counting alike', () => {
    const claims = [
      claim('staff', 'stated', { price: 10 }, by('ann', { day: day(1) })),
      claim('staff', 'stated', { rudeness: 1 }, by('ann', { day: day(2) })),
      claim('staff', 'stated', { price: 1, rudeness: 1 }, by('bob', { day: day(3) })),
      claim('staff', 'stated', {}, by('cem', { day: day(4) })),
    ];
    const { staff } = knowledge(claims);
    expect(weights(staff)).toEqual({ rudeness: 0.75, price: 0.25 });
    expect(staff).toMatchObject({ source: 'staff', day: day(4) });
  });

  it('averages unnamed answers of one round, and forgets the round before', () => {
    const claims = [
      claim('staff', 'stated', { moved: 1 }, { day: day(1) }),
      claim('staff', 'stated', { price: 1 }, { day: day(30) }),
      claim('staff', 'stated', { price: 1 }, { day: day(30) }),
      claim('staff', 'stated', { rudeness: 1 }, { day: day(30) }),
      claim('staff', 'stated', {}, { day: day(30) }),
    ];
    expect(weights(knowledge(claims).staff)).toEqual({ price: 0.667, rudeness: 0.333 });
  });

  it('counts what the owner believes among the staff, and what a brainstorm believes only without them', () => {
    const storm = claim('brainstorm', 'stated', { outgrown: 1 });
    const owner = claim('owner', 'stated', { price: 1 });
    expect(weights(knowledge([storm]).staff)).toEqual({ outgrown: 1 });
    expect(weights(knowledge([storm, owner]).staff)).toEqual({ price: 1 });
    expect(knowledge([owner]).best).toMatchObject({ source: 'owner' });
    expect(weights(knowledge([owner]).real)).toEqual({ [NOT_ASKED]: 1 });
  });

  it('names the competitor that was named last among the words that count', () => {
    const { real, best } = knowledge([claim('owner', 'real', { price: 1 }, { competitor: 'Blossom & Co' })]);
    expect(real.competitor).toBe('Blossom & Co');
    expect(best.competitor).toBe('Blossom & Co');
  });
});

describe('whatever was claimed', () => {
  const someClaim = fc
    .record({
      source: fc.constantFrom(...SOURCES),
      role: fc.constantFrom('stated' as const, 'real' as const),
      named: fc.dictionary(
        fc.constantFrom('price', 'moved', 'rudeness', 'own'),
        fc.integer({ min: 0, max: 10 }),
      ),
      author: fc.constantFrom(null, 'ann', 'bob'),
      at: fc.nat(9),
    })
    .map(({ source, role, named, author, at }) => claim(source, role, named, { author, day: day(at) }));

  it('each view sums to 1, and the best one is known as soon as any is', () => {
    fc.assert(
      fc.property(fc.array(someClaim, { maxLength: 15 }), (claims) => {
        const known = knowledge(claims);
        for (const view of VIEWS) {
          const total = known[view].reasons.reduce((sum, { weight }) => sum + weight, 0);
          expect(total).toBeCloseTo(1, 12);
          expect(known[view].reasons.every(({ weight }) => weight >= 0)).toBe(true);
          expect(known[view].day === null).toBe(known[view].reasons[0]!.reason === NOT_ASKED);
        }
        const isKnown = ({ reasons }: Known) => ![NOT_ASKED, UNKNOWN].includes(reasons[0]!.reason);
        expect(isKnown(known.best)).toBe(VIEWS.some((view) => isKnown(known[view])));
        if (isKnown(known.real)) expect(known.best).toEqual(known.real);
      }),
      { seed: 20240301, numRuns: 500 },
    );
  });
});
