import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenAnswer } from '../../../src/domain/notebook/answer';
import type { Claim, Interview, Statement } from '../../../src/domain/notebook/interview';
import type { Day } from '../../../src/domain/kernel/day';
import { claimsOf, isOld, newestFirst, sinceLastVisit } from '../../../src/domain/reasons/claims';
import { conversation } from '../../../src/domain/reasons/conversation';
import {
  answersFor,
  choice,
  given,
  ownReason,
  reasons,
  skip,
  SOME_DAY,
  text,
} from '../../support/conversations';

const day = (n: number) => (SOME_DAY + n) as Day;

const interview = (
  answers: Readonly<Record<string, GivenAnswer>>,
  facts: Partial<Interview> = {},
): Interview => ({
  kind: 'interview',
  id: 'i1',
  rev: 1,
  madeAt: 1,
  changedAt: 1,
  client: 7,
  questions: conversation.id,
  version: conversation.version,
  startedOn: SOME_DAY,
  answers,
  doneOn: null,
  ...facts,
});

const aClaim = (facts: Partial<Claim> = {}): Claim => ({
  client: 7,
  role: 'stated',
  source: 'client',
  author: null,
  reasons: [{ reason: 'price', weight: 1 }],
  sure: 'sure',
  severity: null,
  human: null,
  competitor: '',
  words: '',
  day: SOME_DAY,
  ...facts,
});

const statement = (facts: Partial<Statement> = {}): Statement => ({
  kind: 'statement',
  id: 's1',
  rev: 1,
  madeAt: 2,
  changedAt: 2,
  from: null,
  ...aClaim(facts),
  ...facts,
});

const talked = { channel: given(choice('call')), reached: given(choice('reached')) };

describe('what an interview claims', () => {
  it('keeps what the client said and what it really was apart, each with its words, source, author and day', () => {
    const claims = claimsOf([
      interview({
        ...talked,
        words: given(text('Too dear.'), 'client', day(1), 'ann'),
        stated: given(reasons('price'), 'client', day(1), 'ann'),
        real: given(reasons('rudeness', 'late-delivery'), 'owner', day(2)),
        severity: given(choice('4')),
        human: given(choice('yes')),
        competitor: given(text('Blossom & Co')),
      }),
    ]);
    expect(claims).toEqual([
      aClaim({ author: 'ann', day: day(1), words: 'Too dear.', severity: 4, competitor: 'Blossom & Co' }),
      aClaim({
        role: 'real',
        source: 'owner',
        reasons: [
          { reason: 'rudeness', weight: 1 },
          { reason: 'late-delivery', weight: 1 },
        ],
        severity: 4,
        human: true,
        competitor: 'Blossom & Co',
        day: day(2),
      }),
    ]);
  });

  it('gives the human factor to what the client said while the real reason was not asked for', () => {
    const [claim] = claimsOf([
      interview({ ...talked, stated: given(reasons('rudeness'), 'client'), human: given(choice('no')) }),
    ]);
    // Whether it was a human mistake is asked after the real reason: an answer stands while that one is open.
    expect(claim).toMatchObject({ role: 'stated', human: false });
  });

  it('has a claim for every view of the staff', () => {
    const claims = claimsOf([
      interview({
        views: given(
          {
            kind: 'views',
            views: [
              { person: 'ann', reasons: [{ reason: 'price', weight: 3 }], words: 'She said so once' },
              { person: 'bob', reasons: [], words: '' },
            ],
          },
          'staff',
        ),
      }),
    ]);
    expect(claims).toMatchObject([
      { source: 'staff', role: 'stated', author: 'ann', words: 'She said so once' },
      { source: 'staff', role: 'stated', author: 'bob', reasons: [] },
    ]);
  });

  it('says "asked, but nobody knows" where the answer was "I do not know"', () => {
    const claims = claimsOf([
      interview({ ...talked, views: given(skip, 'staff'), stated: given(skip, 'client'), real: given(skip) }),
    ]);
    expect(claims.map(({ source, role, reasons: named }) => [source, role, named.length])).toEqual([
      ['staff', 'stated', 0],
      ['client', 'stated', 0],
      ['owner', 'real', 0],
    ]);
  });

  it('says so, too, of a client who refused to talk, but not of one who was not reached', () => {
    const after = (outcome: string) =>
      claimsOf([
        interview({ channel: given(choice('call')), reached: given(choice(outcome), 'owner', day(3)) }),
      ]);
    expect(after('refused')).toMatchObject([{ source: 'client', role: 'stated', reasons: [], day: day(3) }]);
    expect(after('not-reached')).toEqual([]);
  });

  it('is nothing while only the story was seen', () => {
    expect(claimsOf([interview({ story: given({ kind: 'seen' }) })])).toEqual([]);
  });

  it('leaves out answers that the conversation no longer leads to, or can no longer read', () => {
    const stated = given(reasons('price'), 'client');
    expect(claimsOf([interview({ ...talked, stated, reached: given(choice('not-reached')) })])).toEqual([]);
    expect(claimsOf([interview({ ...talked, stated: given(text('price'), 'client') })])).toEqual([]);
    expect(claimsOf([interview({ ...talked, stated }, { questions: 'another-conversation' })])).toEqual([]);
  });

  it('knows the shop’s own reasons: no human mistake in what they say are circumstances', () => {
    const entries = [interview({ real: given(reasons('own')), human: given(choice('yes')) })];
    const as = (group: 'ours' | 'client') => claimsOf([...entries, ownReason('own', { group })])[0]!.human;
    expect(as('ours')).toBe(true);
    expect(as('client')).toBeNull();
  });

  it('never has a client’s or owner’s word twice, whatever was answered', () => {
    fc.assert(
      fc.property(
        answersFor(conversation),
        fc.subarray(conversation.questions.map(({ id }) => id)),
        (told, ids) => {
          const answers = Object.fromEntries(ids.map((id) => [id, given(told[id]!)]));
          const claims = claimsOf([interview(answers)]);
          const spoken = claims.filter(({ source, author }) => !(source === 'staff' && author !== null));
          const keys = spoken.map(({ source, role }) => `${source} ${role}`);
          expect(new Set(keys).size).toBe(keys.length);
          for (const claim of claims) expect(claim.client).toBe(7);
        },
      ),
      { seed: 20240301, numRuns: 500 },
    );
  });
});

describe('claims', () => {
  it('take statements as they are, without what makes them entries', () => {
    expect(claimsOf([statement({ source: 'brainstorm', from: 'b1' })])).toEqual([
      aClaim({ source: 'brainstorm' }),
    ]);
  });

  it('come oldest first, those of one day as they were written down, in whatever order they are read', () => {
    const entries = [
      statement({ id: 'c', madeAt: 5, day: day(2), words: 'third' }),
      statement({ id: 'b', madeAt: 4, day: day(2), words: 'second' }),
      statement({ id: 'a', madeAt: 9, day: day(1), words: 'first' }),
    ];
    for (const order of [entries, [...entries].reverse()]) {
      const claims = claimsOf(order);
      expect(claims.map(({ words }) => words)).toEqual(['first', 'second', 'third']);
      expect(newestFirst(claims).map(({ words }) => words)).toEqual(['third', 'second', 'first']);
    }
  });

  it('are old after a year', () => {
    expect(isOld({ day: day(0) }, day(365))).toBe(false);
    expect(isOld({ day: day(0) }, day(366))).toBe(true);
  });

  it('of an absence are those after the last visit', () => {
    const claims = [aClaim({ day: day(1) }), aClaim({ day: day(2) }), aClaim({ day: day(3) })];
    expect(sinceLastVisit(claims, day(2))).toEqual([claims[2]]);
  });

  it('of nothing are none', () => {
    expect(claimsOf([])).toEqual([]);
  });
});
