import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/notebook/answer';
import { accepts } from '../../../src/domain/reasons/accepts';
import { catalogue } from '../../../src/domain/reasons/catalogue';
import { conversation } from '../../../src/domain/reasons/conversation';
import { path } from '../../../src/domain/reasons/engine';
import { CHAPTERS, type QuestionSet } from '../../../src/domain/reasons/question';
import { soundSet, unsoundIn } from '../../../src/domain/reasons/soundSet';
import { STARTING_REASONS } from '../../../src/domain/reasons/startingReasons';
import {
  allGiven,
  answersFor,
  choice,
  ownReason,
  reasons as naming,
  skip,
} from '../../support/conversations';

const reasons = catalogue([]);
const asked = (answers: Readonly<Record<string, Answer>>, known = reasons) =>
  path(conversation, allGiven(answers), known).map(({ id }) => id);

const BEFORE = ['story', 'views', 'channel', 'asker', 'script', 'reached'];
const CLIENT = ['words', 'stated', 'whys', 'wish'];
const TRUTH = ['real', 'severity', 'human', 'competitor'];
const DECISION = ['todo', 'chance', 'cost', 'minutes', 'others', 'verdict'];

const reached = { channel: choice('call'), reached: choice('reached') };

describe('the conversation about a lost client', () => {
  it('asks everything of a client who talks and left for what the shop did', () => {
    expect(asked({ ...reached, stated: naming('price'), real: naming('rudeness') })).toEqual([
      ...BEFORE,
      ...CLIENT,
      ...TRUTH,
      ...DECISION,
    ]);
  });

  it.each(['not-reached', 'refused'])('does not ask for the words of a client who is %s', (outcome) => {
    const ids = asked({ channel: choice('call'), reached: choice(outcome), real: naming('price') });
    expect(ids).toEqual([...BEFORE, ...TRUTH, ...DECISION]);
  });

  it('needs nobody to ask and no script where the client is not asked', () => {
    expect(asked({ channel: choice('none'), real: naming('price') })).toEqual([
      'story',
      'views',
      'channel',
      ...TRUTH,
      ...DECISION,
    ]);
  });

  it('still asks whom and how where the way to ask is left open', () => {
    expect(asked({ channel: skip })).toContain('script');
  });

  it('wants no plan for a client who closed down, died or needs it no more', () => {
    const ids = asked({ ...reached, stated: naming('closed'), real: naming('closed') });
    expect(ids).toEqual([...BEFORE, 'words', 'stated', 'real', 'verdict']);
    expect(asked({ ...reached, stated: naming('closed'), real: skip })).toEqual(ids);
  });

  it('goes by the real reason, not by the convenient one', () => {
    const ids = asked({ ...reached, stated: naming('closed'), real: naming('rudeness') });
    expect(ids).toEqual([...BEFORE, 'words', 'stated', ...TRUTH, ...DECISION]);
  });

  it('takes "closed" in the owner’s words for closed, and nothing into which more was merged', () => {
    const gone = naming('gone');
    const reworded = catalogue([
      ownReason('closed', { retired: true, mergedInto: 'over' }),
      ownReason('over', { replaces: 'closed', retired: true, mergedInto: 'gone' }),
      ownReason('gone', { replaces: 'over' }),
    ]);
    const answers = { ...reached, stated: gone, real: gone };
    expect(asked(answers, reworded)).not.toContain('todo');
    const mixed = catalogue([
      ownReason('closed', { retired: true, mergedInto: 'gone' }),
      ownReason('moved', { retired: true, mergedInto: 'gone' }),
      ownReason('gone'),
    ]);
    expect(asked(answers, mixed)).toContain('todo');
  });

  it('takes a reason merged into "closed" for closed', () => {
    const known = catalogue([ownReason('own', { retired: true, mergedInto: 'closed' })]);
    expect(asked({ real: naming('own') }, known)).not.toContain('todo');
    expect(asked({ real: naming('own') }, catalogue([ownReason('own')]))).toContain('todo');
  });

  it('asks neither for a competitor nor for a human mistake where only circumstances took the client away', () => {
    const ids = asked({ real: naming('moved', 'money-trouble') });
    expect(ids).not.toContain('human');
    expect(ids).not.toContain('competitor');
    expect(ids).toContain('todo');
    expect(asked({ real: naming('moved', 'cheaper-rival') })).toEqual(
      expect.arrayContaining(['human', 'competitor']),
    );
  });

  it('asks which competitor, but not whose mistake, where nobody knows the reason', () => {
    const ids = asked({ real: skip, ...reached, stated: skip });
    expect(ids).toContain('competitor');
    expect(ids).not.toContain('human');
  });

  it('always ends with the verdict', () => {
    fc.assert(
      fc.property(answersFor(conversation), (answers) => {
        expect(asked(answers).at(-1)).toBe('verdict');
      }),
      { seed: 20240301, numRuns: 300 },
    );
  });

  it('accepts "I do not know" everywhere, and every option that it offers', () => {
    for (const question of conversation.questions) {
      expect(accepts(question, skip)).toBe(true);
      for (const option of question.options ?? []) expect(accepts(question, choice(option))).toBe(true);
    }
  });

  it('keeps each chapter together, in the order of the method', () => {
    const chapters = conversation.questions.map(({ chapter }) => chapter);
    expect(chapters.filter((chapter, k) => chapter !== chapters[k - 1])).toEqual([...CHAPTERS]);
  });

  it('names only reasons of the starting catalogue in its conditions', () => {
    const ids: readonly string[] = STARTING_REASONS.map(({ id }) => id);
    const text = JSON.stringify(conversation);
    const named = [...text.matchAll(/"reasons":\[([^\]]*)\]/g)].flatMap(
      (match) => JSON.parse(`[${match[1]!}]`) as string[],
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has the ids under which answers are stored', () => {
    expect(conversation.id).toBe('why-left');
    expect(conversation.questions.map(({ id }) => id)).toEqual([...BEFORE, ...CLIENT, ...TRUTH, ...DECISION]);
  });
});

describe('an unsound set is refused, and named', () => {
  const sound: QuestionSet = {
    id: 'x',
    version: 1,
    questions: [
      { id: 'a', chapter: 'known', answer: 'choice', options: ['yes', 'no'], source: 'owner' },
      {
        id: 'b',
        chapter: 'truth',
        answer: 'number',
        number: { unit: 'money', most: 5 },
        source: 'owner',
        when: { kind: 'not', of: { kind: 'choice', question: 'a', values: ['no'] } },
      },
    ],
  };
  const [a, b] = sound.questions as [QuestionSet['questions'][0], QuestionSet['questions'][0]];
  const of = (...questions: QuestionSet['questions']) => unsoundIn({ ...sound, questions });

  it('while this one is sound', () => {
    expect(soundSet(sound)).toBe(true);
  });

  it.each([
    ['without questions', of(), '', 'empty'],
    ['with an id twice', of(a, a), 'a', 'id-twice'],
    ['with a choice of nothing', of({ ...a, options: [] }), 'a', 'no-options'],
    ['with an option twice', of({ ...a, options: ['yes', 'yes'] }), 'a', 'option-twice'],
    ['with a number that has no limit', of(a, { ...b, number: { unit: 'money', most: 0 } }), 'b', 'no-limit'],
    ['with a condition on a later question', of(b, a), 'b', 'looks-ahead'],
    [
      'with a condition on itself',
      of({ ...a, when: { kind: 'answered', question: 'a' } }),
      'a',
      'looks-ahead',
    ],
    [
      'with a condition deep inside on a question that is not there',
      of({ ...a, when: { kind: 'all', of: [{ kind: 'any', of: [{ kind: 'human', question: 'z' }] }] } }),
      'a',
      'looks-ahead',
    ],
  ])('%s', (_, unsound, question, why) => {
    expect(unsound).toEqual([{ question, why }]);
  });
});
