import { describe, expect, it } from 'vitest';
import { alikePairs } from '../../../src/domain/brainstorm/alike';
import {
  addIdea,
  ideasIn,
  LONGEST_IDEA,
  MOST_IDEAS,
  removeIdea,
  sentTo,
  takenIn,
  takesIdeas,
} from '../../../src/domain/brainstorm/ideas';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { BRAINSTORM_STAGES } from '../../../src/domain/notebook/brainstorm';
import type { SurveyResponse } from '../../../src/domain/notebook/survey';
import { aBrainstorm, anIdea } from '../../support/aBrainstorm';

const textsOf = (storm: { ideas: readonly { text: string }[] }) => storm.ideas.map(({ text }) => text);

const aForm = (answers: Partial<SurveyResponse['answers']>, facts: Partial<SurveyResponse> = {}) =>
  ({
    kind: 'response',
    id: 'form-1',
    rev: 1,
    madeAt: 0,
    changedAt: 0,
    survey: 'ideas',
    client: null,
    round: 'storm-1',
    answers: { ratings: {}, reasons: [], why: '', wish: '', ...answers },
    day: parseIsoDay('2026-11-20'),
    way: 'code',
    ...facts,
  }) satisfies SurveyResponse;

describe('an idea', () => {
  it('is kept as it was said, without stray blanks', () => {
    expect(addIdea(aBrainstorm(), 'a', '  too   dear \n really ').ideas).toEqual([
      anIdea('a', 'too dear really'),
    ]);
  });

  it('is not there for blank words, and not twice under one id', () => {
    const one = addIdea(aBrainstorm(), 'a', 'too dear');
    expect(addIdea(one, 'b', ' \n ')).toBe(one);
    expect(addIdea(one, 'a', 'late')).toBe(one);
  });

  it('is cut where it is longer than anybody would say', () => {
    expect(addIdea(aBrainstorm(), 'a', 'x'.repeat(1000)).ideas[0]!.text).toHaveLength(LONGEST_IDEA);
  });

  it('finds no place in a list that is full', () => {
    const ideas = Array.from({ length: MOST_IDEAS }, (_, k) => anIdea(String(k), 'x'));
    const full = aBrainstorm({ ideas });
    expect(addIdea(full, 'one more', 'y')).toBe(full);
  });

  it('can be taken back, and taking back what is not there changes nothing', () => {
    const two = addIdea(addIdea(aBrainstorm(), 'a', 'one'), 'b', 'two');
    expect(textsOf(removeIdea(two, 'a'))).toEqual(['two']);
    expect(textsOf(removeIdea(two, 'z'))).toEqual(['one', 'two']);
  });
});

describe('ideas from other phones', () => {
  it('come one a line, chosen reasons by their words', () => {
    const form = aForm({
      why: 'Too dear\n\n  long queue ',
      wish: 'A bench',
      reasons: [{ reason: 'price', weight: 1 }],
    });
    expect(ideasIn(form, (reason) => `<${reason}>`).map(({ text }) => text)).toEqual([
      '<price>',
      'Too dear',
      'long queue',
      'A bench',
    ]);
  });

  it('are taken in once, however often the same form comes', () => {
    const form = aForm({ why: 'Too dear\nlate' });
    const { storm: once, taken } = takenIn(aBrainstorm(), [form], String);
    expect(taken).toEqual([form]);
    expect(textsOf(takenIn(once, [form], String).storm)).toEqual(['Too dear', 'late']);
  });

  it('wait as they are where they do not all find room', () => {
    const ideas = Array.from({ length: MOST_IDEAS - 1 }, (_, k) => anIdea(String(k), 'x'));
    const [two, one] = [aForm({ why: 'Too dear\nlate' }), aForm({ why: 'cold' }, { id: 'form-2' })];
    const { storm, taken } = takenIn(aBrainstorm({ ideas }), [two, one], String);
    expect(taken).toEqual([one]);
    expect(storm.ideas).toHaveLength(MOST_IDEAS);
  });

  it('are only those sent to this brainstorm', () => {
    const forms = [aForm({}), aForm({}, { round: 'other' }), aForm({}, { survey: 'staff' })];
    expect(sentTo(aBrainstorm(), forms)).toEqual([forms[0]]);
  });

  it('are taken until the vote begins', () => {
    expect(BRAINSTORM_STAGES.map((stage) => takesIdeas(aBrainstorm({ stage })))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('ideas that may say the same', () => {
  const storm = (texts: readonly string[]) =>
    aBrainstorm({ ideas: texts.map((text, k) => anIdea(String(k), text)) });
  const pairs = (texts: readonly string[]) =>
    alikePairs(storm(texts)).map(({ one, other }) => [one.text, other.text]);

  it('share words, in any case, form or accent', () => {
    expect(pairs(['Prices too high', 'the PRICE', 'no parking'])).toEqual([['Prices too high', 'the PRICE']]);
    expect(pairs(['Café closed', 'no cafe'])).toEqual([['Café closed', 'no cafe']]);
  });

  it('are not hinted at for little words alone', () => {
    expect(pairs(['the man was late', 'the dog was big'])).toEqual([]);
  });

  it('come with the most words in common first, each idea once', () => {
    expect(pairs(['late delivery again', 'delivery', 'delivery late'])).toEqual([
      ['late delivery again', 'delivery late'],
    ]);
  });

  it('include an idea that already lies on a heap, but not two that lie there', () => {
    const heap = { id: 'h', name: 'Price', reason: null, votes: 0 };
    const ideas = [anIdea('a', 'price', 'h'), anIdea('b', 'price', 'h'), anIdea('c', 'prices')];
    const found = alikePairs(aBrainstorm({ ideas, heaps: [heap] }));
    expect(found.map(({ one, other }) => [one.id, other.id])).toEqual([['c', 'a']]);
  });

  it('are none where nothing was said', () => {
    expect(pairs([])).toEqual([]);
  });
});
