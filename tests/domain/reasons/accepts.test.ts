import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/notebook/answer';
import { accepts } from '../../../src/domain/reasons/accepts';
import type { Question } from '../../../src/domain/reasons/question';
import { answerFor, soundSets } from '../../support/conversations';

const asking = (answer: Question['answer'], facts: Partial<Question> = {}): Question => ({
  id: 'q',
  chapter: 'truth',
  answer,
  source: 'owner',
  ...facts,
});
const reason = (id: string, weight = 1) => ({ reason: id, weight });
const reasons = (...named: readonly { reason: string; weight: number }[]): Answer => ({
  kind: 'reasons',
  reasons: named,
  sure: 'likely',
});
const chain = (...texts: readonly string[]): Answer => ({ kind: 'chain', texts, root: false });
const text = (words: string): Answer => ({ kind: 'text', text: words });
const number = (value: number): Answer => ({ kind: 'number', value });
const many = (n: number) => Array.from({ length: n }, (_, k) => reason(`r${k}`));
const views = (...people: readonly string[]): Answer => ({
  kind: 'views',
  views: people.map((person) => ({ person, reasons: [], words: '' })),
});

describe('an answer fits its question', () => {
  it.each<[string, Question, Answer]>([
    ['a text of 2000 characters', asking('text'), text('x'.repeat(2000))],
    ['five whys', asking('chain'), chain('a', 'b', 'c', 'd', 'e')],
    ['eight reasons with weights from 1 to 10', asking('reasons'), reasons(...many(7), reason('last', 10))],
    ['nothing to pay', asking('number', { number: { unit: 'money', most: 100 } }), number(0)],
    [
      'the most that a number may be',
      asking('number', { number: { unit: 'money', most: 100 } }),
      number(100),
    ],
    ['a view without reasons', asking('views'), views('ann', 'bob')],
  ])('%s', (_, question, answer) => {
    expect(accepts(question, answer)).toBe(true);
  });
});

describe('an answer does not fit', () => {
  it.each<[string, Question, Answer]>([
    ['of another kind', asking('text'), number(1)],
    ['that is empty', asking('text'), text(' \n')],
    ['of 2001 characters', asking('text'), text('x'.repeat(2001))],
    ['that is no option', asking('choice', { options: ['yes'] }), { kind: 'choice', value: 'no' }],
    ['to a choice of nothing', asking('choice'), { kind: 'choice', value: 'constructor' }],
    ['with an option twice', asking('choices', { options: ['a'] }), { kind: 'choices', values: ['a', 'a'] }],
    ['with no option', asking('choices', { options: ['a'] }), { kind: 'choices', values: [] }],
    ['of six whys', asking('chain'), chain('a', 'b', 'c', 'd', 'e', 'f')],
    ['with an empty why', asking('chain'), chain('a', '')],
    ['without a why', asking('chain'), chain()],
    ['without reasons', asking('reasons'), reasons()],
    ['with nine reasons', asking('reasons'), reasons(...many(9))],
    ['with a reason twice', asking('reasons'), reasons(reason('a'), reason('a'))],
    ['with no weight', asking('reasons'), reasons(reason('a', 0))],
    ['with too much weight', asking('reasons'), reasons(reason('a', 11))],
    ['with a weight that is no number', asking('reasons'), reasons(reason('a', NaN))],
    ['with a reason without a name', asking('reasons'), reasons(reason(''))],
    ['below zero', asking('number', { number: { unit: 'money', most: 100 } }), number(-1)],
    ['above the limit', asking('number', { number: { unit: 'money', most: 100 } }), number(101)],
    ['that is no number', asking('number', { number: { unit: 'money', most: 100 } }), number(NaN)],
    ['with two views of one person', asking('views'), views('ann', 'ann')],
    ['without a view', asking('views'), views()],
  ])('%s', (_, question, answer) => {
    expect(accepts(question, answer)).toBe(false);
  });

  it('where it fits another question of the same set only by chance', () => {
    fc.assert(
      fc.property(
        soundSets.chain(({ questions }) =>
          fc.record({
            asked: fc.constantFrom(...questions),
            meant: fc.constantFrom(...questions).chain((question) => answerFor(question)),
          }),
        ),
        ({ asked, meant }) => {
          const accepted = accepts(asked, meant);
          if (meant.kind === 'skip') expect(accepted).toBe(true);
          else if (meant.kind !== asked.answer) expect(accepted).toBe(false);
        },
      ),
      { seed: 20240301, numRuns: 300 },
    );
  });
});
