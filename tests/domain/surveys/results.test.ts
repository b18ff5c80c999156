import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { stageOf } from '../../../src/domain/complaints/steps';
import { startingItems } from '../../../src/domain/surveys/builtIn';
import { fromBase32, toBase32 } from '../../../src/domain/surveys/base32';
import { isBlank, noAnswers } from '../../../src/domain/surveys/answers';
import { absentItems, addedItem, MOST_ITEMS, removedItem } from '../../../src/domain/surveys/itemList';
import { claimOf, complaintsOf, type FilledForm } from '../../../src/domain/surveys/outcome';
import { reasonShares, recentLoyal, satisfaction } from '../../../src/domain/surveys/satisfaction';
import { isShown, mayClose, roundClaims, roundMoment } from '../../../src/domain/surveys/staffRound';
import { mainReason, surveySteps, weighted } from '../../../src/domain/surveys/steps';
import { itemsOf } from '../../../src/domain/surveys/surveyForm';
import { aForm, aResponse, someAnswers } from '../../support/aSurvey';
import { day } from '../../support/salesLog';

const filled = (facts: Partial<FilledForm> = {}): FilledForm => ({
  survey: 'lost',
  client: 7,
  round: null,
  answers: someAnswers({
    reasons: [{ reason: 'price', weight: 1 }],
    why: 'Too dear.',
    wish: 'A smaller bunch.',
  }),
  day: day('2026-11-23'),
  way: 'phone',
  ...facts,
});

describe('what follows from a filled form', () => {
  it('is the client’s own claim where a lost client said why', () => {
    expect(claimOf(filled())).toMatchObject({
      client: 7,
      role: 'stated',
      source: 'client',
      author: null,
      reasons: [{ reason: 'price', weight: 1 }],
      words: 'Too dear.\n\nA smaller bunch.',
    });
  });

  it('is no claim where nothing was said, nobody is named, or the client still buys', () => {
    expect(claimOf(filled({ answers: noAnswers }))).toBeNull();
    expect(claimOf(filled({ client: null }))).toBeNull();
    expect(claimOf(filled({ survey: 'loyal' }))).toBeNull();
    expect(claimOf(filled({ survey: 'staff' }))).toBeNull();
  });

  it('is a complaint for each low rating: 2 and less open, 3 hidden, 4 and 5 none', () => {
    const answers = someAnswers({
      ratings: { goods: 1, choice: 2, advice: 3, speed: 4, price: 5 },
      wish: 'More roses',
    });
    const complaints = complaintsOf(filled({ survey: 'loyal', answers }));
    expect(complaints.map(({ item, origin }) => `${item} ${origin}`)).toEqual([
      'goods open',
      'choice open',
      'advice hidden',
    ]);
    expect(complaints[0]).toMatchObject({ client: 7, text: 'More roses', reason: null });
    expect(stageOf({ ...complaints[0]!, kind: 'complaint', id: 'x', rev: 1, madeAt: 0, changedAt: 0 })).toBe(
      'found',
    );
  });

  it('keeps each rating, and the client’s words with the lowest alone', () => {
    const answers = someAnswers({
      ratings: { goods: 3, choice: 2, advice: 2, speed: 5 },
      wish: 'More roses',
    });
    const complaints = complaintsOf(filled({ survey: 'loyal', answers }));
    expect(complaints.map(({ item, rating, text }) => [item, rating, text])).toEqual([
      ['goods', 3, ''],
      ['choice', 2, 'More roses'],
      ['advice', 2, ''],
    ]);
  });

  it('is no complaint from staff or from those who left', () => {
    const answers = someAnswers({ ratings: { goods: 1 } });
    expect(complaintsOf(filled({ answers }))).toEqual([]);
    expect(complaintsOf(filled({ answers, survey: 'staff' }))).toEqual([]);
  });

  it('is nothing at all for a blank form', () => {
    expect(isBlank(noAnswers)).toBe(true);
    expect(isBlank(someAnswers({ why: ' \n' }))).toBe(true);
    expect(isBlank(someAnswers({ ratings: { goods: 5 } }))).toBe(false);
  });
});

describe('satisfaction by item', () => {
  const rated = (...ratings: number[]) =>
    ratings.map((goods) => aResponse({ answers: someAnswers({ ratings: { goods } }) }));

  it('gives mean, spread, how many, and how many are open and hidden', () => {
    const [goods] = satisfaction(rated(1, 2, 3, 5, 5));
    expect(goods).toMatchObject({ item: 'goods', count: 5, mean: 3.2, open: 2, hidden: 1 });
    expect(goods!.spread).toBeCloseTo(Math.sqrt(2.56));
  });

  it('has no spread where all agree, and no line where nobody rated', () => {
    expect(satisfaction(rated(4, 4))).toMatchObject([{ mean: 4, spread: 0 }]);
    expect(satisfaction([])).toEqual([]);
  });

  it('puts the weakest first and does not depend on the order of the answers', () => {
    const responses = [
      ...rated(5, 3),
      aResponse({ answers: someAnswers({ ratings: { hours: 2, goods: 4 } }) }),
    ];
    expect(satisfaction(responses).map(({ item }) => item)).toEqual(['hours', 'goods']);
    expect(satisfaction([...responses].reverse())).toEqual(satisfaction(responses));
  });

  it('counts only those who buy, of the last year', () => {
    const today = day('2026-11-23');
    const responses = [
      aResponse({ day: day('2026-11-23') }),
      aResponse({ day: day('2025-11-24') }),
      aResponse({ day: day('2025-11-23') }),
      aResponse({ survey: 'staff', day: today }),
    ];
    expect(recentLoyal(responses, today)).toHaveLength(2);
  });
});

describe('shares of the reasons', () => {
  it('give everybody one vote, split by weight', () => {
    const shares = reasonShares([
      aResponse({ answers: someAnswers({ reasons: [{ reason: 'price', weight: 1 }] }) }),
      aResponse({
        answers: someAnswers({
          reasons: [
            { reason: 'price', weight: 1 },
            { reason: 'rudeness', weight: 3 },
          ],
        }),
      }),
      aResponse(),
    ]);
    expect(shares).toEqual([
      { reason: 'price', share: 0.625, people: 2 },
      { reason: 'rudeness', share: 0.375, people: 1 },
    ]);
  });

  it('sum to one whenever anybody named a reason', () => {
    const response = fc
      .array(
        fc.record({ reason: fc.constantFrom('a', 'b', 'c', 'd'), weight: fc.integer({ min: 1, max: 10 }) }),
        {
          minLength: 1,
          maxLength: 5,
        },
      )
      .map((reasons) => aResponse({ answers: someAnswers({ reasons }) }));
    fc.assert(
      fc.property(fc.array(response, { minLength: 1 }), (responses) => {
        const sum = reasonShares(responses).reduce((total, { share }) => total + share, 0);
        expect(sum).toBeCloseTo(1);
      }),
    );
  });

  it('count merged reasons together', () => {
    const responses = [
      aResponse({
        answers: someAnswers({
          reasons: [
            { reason: 'a', weight: 1 },
            { reason: 'b', weight: 1 },
          ],
        }),
      }),
    ];
    expect(reasonShares(responses, () => 'c')).toEqual([{ reason: 'c', share: 1, people: 1 }]);
  });
});

describe('a staff round', () => {
  const round = {
    kind: 'round',
    id: 'round-1',
    rev: 1,
    madeAt: 0,
    changedAt: 0,
    day: day('2026-11-23'),
    title: '',
    closedOn: null,
  } as const;
  const closed = { ...round, closedOn: day('2026-11-24') };
  const opinion = (id: string) => aResponse({ id, survey: 'staff', round: 'round-1' });
  const view = (id: string, client: number, reason?: string) =>
    aResponse({
      id,
      survey: 'staff',
      round: 'round-1',
      client,
      answers: someAnswers({ reasons: reason ? [{ reason, weight: 1 }] : [] }),
    });

  it('may be closed, and is shown, only when three have answered', () => {
    const two = [opinion('a'), opinion('b'), view('v', 3, 'price'), aResponse({ round: 'another' })];
    expect(mayClose(round, two)).toBe(false);
    expect(isShown(closed, two)).toBe(false);
    const three = [...two, opinion('c')];
    expect(mayClose(round, three)).toBe(true);
    expect(mayClose(closed, three)).toBe(false);
    expect(isShown(round, three)).toBe(false);
    expect(isShown(closed, three)).toBe(true);
  });

  it('gives claims by client without an author, and one that says nobody knows', () => {
    const claims = roundClaims(
      round,
      [view('1', 9, 'price'), view('2', 4), view('3', 9), view('4', 4), view('5', 9, 'moved')],
      closed.closedOn,
    );
    expect(claims.map(({ client, reasons }) => [client, reasons.map(({ reason }) => reason)])).toEqual([
      [4, []],
      [9, ['price']],
      [9, ['moved']],
    ]);
    expect(claims.every(({ author, source }) => author === null && source === 'staff')).toBe(true);
  });

  it('keeps the day and no moment of it', () => {
    expect(roundMoment(round)).toBe(Date.UTC(2026, 10, 23));
  });
});

describe('the screens of a form', () => {
  const kinds = (survey: 'lost' | 'loyal' | 'staff' | 'ideas', answers = noAnswers) =>
    surveySteps(aForm({ survey }), answers).map(({ kind }) => kind);

  it('let somebody who left speak first', () => {
    expect(kinds('lost')).toEqual(['why', 'reasons', 'wish']);
  });

  it('ask what weighs most only where several reasons were named', () => {
    const two = someAnswers({
      reasons: [
        { reason: 'price', weight: 1 },
        { reason: 'moved', weight: 1 },
      ],
    });
    expect(kinds('lost', two)).toEqual(['why', 'reasons', 'main', 'wish']);
    expect(kinds('staff')).toEqual(['reasons', 'why']);
    expect(kinds('ideas')).toEqual(['why']);
    expect(kinds('loyal')).toEqual(['rating', 'rating', 'rating', 'rating', 'reasons', 'wish']);
  });

  it('keep what weighs most', () => {
    const two = [
      { reason: 'a', weight: 1 },
      { reason: 'b', weight: 1 },
    ];
    expect(mainReason(two)).toBeNull();
    expect(mainReason(weighted(two, 'b'))).toBe('b');
    expect(mainReason(weighted(weighted(two, 'b'), null))).toBeNull();
    expect(mainReason([{ reason: 'a', weight: 3 }])).toBeNull();
  });
});

describe('the items asked about', () => {
  it('are the starting ones until the owner changes them', () => {
    expect(itemsOf([])).toEqual(startingItems);
    const items = [{ id: 'x', label: 'Coffee' }];
    expect(itemsOf([{ kind: 'items', id: 'items', rev: 1, madeAt: 0, changedAt: 0, items }])).toEqual(items);
  });

  it('can be added, taken out and brought back', () => {
    const more = addedItem(startingItems, 'own', '  Coffee ');
    expect(more.at(-1)).toEqual({ id: 'own', label: 'Coffee' });
    expect(addedItem(more, 'other', 'coffee')).toBe(more);
    expect(addedItem(more, 'blank', '  ')).toBe(more);
    const less = removedItem(more, 'speed');
    expect(absentItems(less)).toEqual([{ id: 'speed', label: null }]);
    const full = Array.from({ length: MOST_ITEMS }, (_, k) => ({ id: String(k), label: `Item ${k}` }));
    expect(addedItem(full, 'own', 'One more')).toBe(full);
  });
});

describe('letters for bytes', () => {
  it('bring every run of bytes back, and refuse what they never wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...fromBase32(toBase32(bytes))!]).toEqual([...bytes]);
      }),
    );
    for (const text of ['a', 'ab1', 'abc', 'AB', 'zz', 'a=']) expect(fromBase32(text), text).toBeUndefined();
  });

  it('are those of RFC 4648', () => {
    expect(toBase32(new TextEncoder().encode('foobar'))).toBe('mzxw6ytboi');
  });
});
