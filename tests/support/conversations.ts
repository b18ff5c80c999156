import fc from 'fast-check';
import type { Answer, GivenAnswer, Source } from '../../src/domain/notebook/answer';
import type { Reason, ReasonEntry } from '../../src/domain/notebook/reason';
import { REASON_GROUPS } from '../../src/domain/notebook/reason';
import type { Day } from '../../src/domain/kernel/day';
import type { Answers } from '../../src/domain/reasons/conditions';
import type { Condition, Question, QuestionSet } from '../../src/domain/reasons/question';
import { CHAPTERS } from '../../src/domain/reasons/question';
import { STARTING_REASONS } from '../../src/domain/reasons/startingReasons';

export const SOME_DAY = 20_000 as Day;

/** An answer as an interview holds it. */
export const given = (
  answer: Answer,
  source: Source = 'owner',
  day: number = SOME_DAY,
  author: string | null = null,
): GivenAnswer => ({ answer, source, author, day: day as Day });

/** Question id -> answer, all given on one day by the owner. */
export const allGiven = (answers: Readonly<Record<string, Answer>>): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, given(answer)]));

export const choice = (value: string): Answer => ({ kind: 'choice', value });
export const text = (words: string): Answer => ({ kind: 'text', text: words });
export const skip: Answer = { kind: 'skip' };

/** Reasons of one weight each. */
export const reasons = (...ids: readonly string[]): Answer => ({
  kind: 'reasons',
  reasons: ids.map((reason) => ({ reason, weight: 1 })),
  sure: 'sure',
});

/** A reason of the owner's own, as it is saved. */
export const ownReason = (id: string, says: Partial<Reason> = {}, madeAt = 1): ReasonEntry => ({
  kind: 'reason',
  id,
  rev: 1,
  madeAt,
  changedAt: madeAt,
  group: 'ours',
  type: 'service',
  human: false,
  label: `Words of ${id}`,
  remedy: null,
  retired: false,
  mergedInto: null,
  replaces: null,
  ...says,
});

const someText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }).filter((words) => words.trim() !== ''),
  fc.constantFrom('<img src=x onerror=alert(1)>', 'x'.repeat(2000), '🌷 صباح الخير', '=1+1', '__proto__'),
);

const someReasons = fc.uniqueArray(
  fc.record({
    reason: fc.constantFrom(...STARTING_REASONS.map(({ id }) => id), 'own-reason', 'constructor'),
    weight: fc.integer({ min: 1, max: 10 }),
  }),
  { selector: ({ reason }) => reason, minLength: 1, maxLength: 8 },
);

/** Any answer that a question accepts, "I do not know" among them. */
export function answerFor({ answer, options = [], number }: Question): fc.Arbitrary<Answer> {
  const told: Record<Question['answer'], () => fc.Arbitrary<Answer>> = {
    seen: () => fc.constant({ kind: 'seen' }),
    choice: () => fc.constantFrom(...options).map(choice),
    choices: () =>
      fc.subarray([...options], { minLength: 1 }).map((values) => ({ kind: 'choices' as const, values })),
    text: () => someText.map(text),
    chain: () =>
      fc.record({
        kind: fc.constant('chain' as const),
        texts: fc.array(someText, { minLength: 1, maxLength: 5 }),
        root: fc.boolean(),
      }),
    reasons: () =>
      fc.record({
        kind: fc.constant('reasons' as const),
        reasons: someReasons,
        sure: fc.constantFrom('sure' as const, 'likely' as const, 'guess' as const),
      }),
    views: () =>
      fc
        .uniqueArray(
          fc.record({
            person: fc.string({ minLength: 1, maxLength: 20 }),
            reasons: fc.oneof(someReasons, fc.constant([])),
            words: fc.string({ maxLength: 60 }),
          }),
          { selector: ({ person }) => person, minLength: 1, maxLength: 4 },
        )
        .map((views) => ({ kind: 'views' as const, views })),
    number: () =>
      fc
        .double({ min: 0, max: number?.most ?? 1, noNaN: true })
        .map((value) => ({ kind: 'number' as const, value })),
  };
  return fc.oneof({ weight: 4, arbitrary: told[answer]() }, { weight: 1, arbitrary: fc.constant(skip) });
}

/** An answer to every question of a set, whether the conversation leads there or not. */
export const answersFor = (set: QuestionSet): fc.Arbitrary<Readonly<Record<string, Answer>>> =>
  fc
    .tuple(...set.questions.map((question) => answerFor(question)))
    .map((answers) => Object.fromEntries(answers.map((answer, k) => [set.questions[k]!.id, answer])));

const KINDS = ['seen', 'choice', 'choices', 'text', 'chain', 'reasons', 'views', 'number'] as const;
const OPTIONS = ['yes', 'no', 'later', 'constructor'];
/** Names that a careless lookup would find where nothing was answered. */
const NAMES = [
  'why',
  'toString',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'g',
];

function conditionOn(ids: readonly string[]): fc.Arbitrary<Condition> {
  const question = fc.constantFrom(...ids);
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.record({ kind: fc.constant('answered' as const), question }),
      fc.record({
        kind: fc.constant('choice' as const),
        question,
        values: fc.subarray(OPTIONS, { minLength: 1 }),
      }),
      fc.record({ kind: fc.constant('group' as const), question, group: fc.constantFrom(...REASON_GROUPS) }),
      fc.record({ kind: fc.constant('human' as const), question }),
      fc.record({
        kind: fc.constant('only' as const),
        question,
        reasons: fc.subarray(STARTING_REASONS.map(({ id }) => id)),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('condition'), { maxLength: 3 }),
      }),
    ),
  })).condition;
}

function questionAfter(id: string, before: readonly string[]): fc.Arbitrary<Question> {
  const asked = fc.record({
    id: fc.constant(id),
    chapter: fc.constantFrom(...CHAPTERS),
    answer: fc.constantFrom(...KINDS),
    source: fc.constantFrom('client' as const, 'staff' as const, 'owner' as const),
    options: fc.subarray(OPTIONS, { minLength: 1 }),
    number: fc.record({
      unit: fc.constantFrom('money' as const, 'minutes' as const),
      most: fc.integer({ min: 1, max: 1e9 }),
    }),
  });
  if (before.length === 0) return asked;
  return fc.oneof(
    asked,
    fc.tuple(asked, conditionOn(before)).map(([question, when]) => ({ ...question, when })),
  );
}

/** Any sound question set. */
export const soundSets: fc.Arbitrary<QuestionSet> = fc
  .shuffledSubarray(NAMES, { minLength: 1 })
  .chain((ids) => fc.tuple(...ids.map((id, k) => questionAfter(id, ids.slice(0, k)))))
  .map((questions) => ({ id: 'any', version: 1, questions }));

/** A set, and answers to all its questions. */
export const conversations = (sets: fc.Arbitrary<QuestionSet>) =>
  sets.chain((set) => fc.record({ set: fc.constant(set), told: answersFor(set) }));
