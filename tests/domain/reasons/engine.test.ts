import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/notebook/answer';
import { catalogue } from '../../../src/domain/reasons/catalogue';
import { accepts } from '../../../src/domain/reasons/accepts';
import type { Answers } from '../../../src/domain/reasons/conditions';
import { conversation } from '../../../src/domain/reasons/conversation';
import {
  answersOnPath,
  nextStep,
  path,
  previousStep,
  progress,
  readable,
  resumeAt,
} from '../../../src/domain/reasons/engine';
import type { QuestionSet } from '../../../src/domain/reasons/question';
import { soundSet } from '../../../src/domain/reasons/soundSet';
import { conversations, given, ownReason, soundSets } from '../../support/conversations';

const reasons = catalogue([ownReason('own-reason', { group: 'competitor' })]);
const runs = { seed: 20240301, numRuns: 500 };
const stored = (answers: Answers): Answers => JSON.parse(JSON.stringify(answers)) as Answers;

interface Walk {
  readonly steps: readonly string[];
  readonly answers: Answers;
}

/** Answers what is asked, question by question, going on from what is answered already, to the end. */
function walked(
  set: QuestionSet,
  told: Readonly<Record<string, Answer>>,
  from: Answers = {},
  each: (at: string, answers: Answers) => void = () => undefined,
): Walk {
  let answers = from;
  const steps: string[] = [];
  let at = resumeAt(set, answers, reasons);
  while (at !== null) {
    steps.push(at);
    if (steps.length > set.questions.length) throw new Error(`runs in a circle: ${steps.join(' ')}`);
    each(at, answers);
    answers = { ...answers, [at]: given(told[at]!) };
    at = nextStep(set, answers, reasons, at);
  }
  return { steps, answers };
}

/** Answers only what is still open, as after a change of an answer or of the questions. */
function filled(set: QuestionSet, told: Readonly<Record<string, Answer>>, from: Answers): Walk {
  let answers = from;
  const steps: string[] = [];
  for (let at = resumeAt(set, answers, reasons); at !== null; at = resumeAt(set, answers, reasons)) {
    if (steps.includes(at)) throw new Error(`asks twice: ${at}`);
    steps.push(at);
    answers = { ...answers, [at]: given(told[at]!) };
  }
  return { steps, answers };
}

describe.each([
  ['the conversation about a lost client', fc.constant(conversation)],
  ['any sound question set', soundSets],
])('%s', (_, sets) => {
  it('is sound', () => {
    fc.assert(
      fc.property(sets, (set) => {
        expect(soundSet(set)).toBe(true);
      }),
      runs,
    );
  });

  it('comes to an end without a dead end, whatever is answered, and has then asked exactly its path', () => {
    fc.assert(
      fc.property(conversations(sets), ({ set, told }) => {
        const { steps, answers } = walked(set, told);
        expect(steps).toEqual(path(set, answers, reasons).map(({ id }) => id));
        expect(resumeAt(set, answers, reasons)).toBeNull();
        expect(Object.keys(answersOnPath(set, answers, reasons)).sort()).toEqual([...steps].sort());
      }),
      runs,
    );
  });

  it('leads back from every step to the one before, and from there on to it again', () => {
    fc.assert(
      fc.property(conversations(sets), ({ set, told }) => {
        const { steps, answers } = walked(set, told);
        const places = [null, ...steps, null];
        for (let k = 1; k < places.length - 1; k++) {
          expect(nextStep(set, answers, reasons, places[k]!)).toBe(places[k + 1]);
          expect(previousStep(set, answers, reasons, places[k + 1]!)).toBe(places[k]);
        }
        expect(nextStep(set, answers, reasons, null)).toBe(steps[0] ?? null);
        if (steps.length > 0) expect(previousStep(set, answers, reasons, steps[0]!)).toBeNull();
      }),
      runs,
    );
  });

  it('leads back to the step just left also while later questions are open', () => {
    fc.assert(
      fc.property(conversations(sets), ({ set, told }) => {
        let last: string | null = null;
        walked(set, told, {}, (at, answers) => {
          expect(previousStep(set, answers, reasons, at)).toBe(last);
          last = at;
        });
      }),
      runs,
    );
  });

  it('never goes back in its progress while going forward, nor counts beyond its end, and never expects more than before', () => {
    fc.assert(
      fc.property(conversations(sets), ({ set, told }) => {
        let before = { position: 0, share: -1, about: Infinity };
        const { answers } = walked(set, told, {}, (at, soFar) => {
          const now = progress(set, soFar, reasons, at);
          expect(now.share).toBeGreaterThan(before.share);
          expect(now.share).toBeLessThan(1);
          expect(now.position).toBe(before.position + 1);
          expect(now.about).toBeGreaterThanOrEqual(now.position);
          expect(now.about).toBeLessThanOrEqual(before.about);
          before = now;
        });
        const end = progress(set, answers, reasons, null);
        expect(end).toEqual({ position: before.position, about: before.position, share: 1 });
      }),
      runs,
    );
  });

  it('goes on after a stop at any step, stored and read again, as if it had never stopped', () => {
    fc.assert(
      fc.property(conversations(sets), fc.nat(30), ({ set, told }, many) => {
        const whole = walked(set, told);
        const stop = many % (whole.steps.length + 1);
        let cut: Answers = {};
        for (const id of whole.steps.slice(0, stop)) cut = { ...cut, [id]: given(told[id]!) };
        const kept = readable(set, stored(cut));
        expect(resumeAt(set, kept, reasons)).toBe(whole.steps[stop] ?? null);
        const rest = walked(set, told, kept);
        expect(rest.steps).toEqual(whole.steps.slice(stop));
        expect(rest.answers).toEqual(whole.answers);
      }),
      runs,
    );
  });

  it('ends also when an earlier answer is changed afterwards, and asks only what is new', () => {
    fc.assert(
      fc.property(
        conversations(sets).chain(({ set, told }) =>
          fc.record({
            set: fc.constant(set),
            told: fc.constant(told),
            edit: fc.constantFrom(...set.questions),
            other: conversations(fc.constant(set)).map((second) => second.told),
          }),
        ),
        ({ set, told, edit, other }) => {
          const { answers } = walked(set, told);
          const edited = { ...answers, [edit.id]: given(other[edit.id]!) };
          const { steps, answers: after } = filled(set, other, edited);
          expect(steps.filter((id) => Object.hasOwn(edited, id))).toEqual([]);
          for (const [id, answer] of Object.entries(edited)) expect(after[id]).toBe(answer);
        },
      ),
      runs,
    );
  });
});

describe('old answers under a newer question set', () => {
  const renewed = (set: QuestionSet): fc.Arbitrary<QuestionSet> =>
    soundSets.map((other) => {
      const kept = set.questions.filter((_, k) => k % 3 !== 1);
      const ids = new Set(kept.map(({ id }) => id));
      const fresh = other.questions
        .filter(({ id }) => !ids.has(id))
        .map(({ when: _when, ...question }) => question);
      const mended = kept.map((question) => {
        const { when: _when, ...rest } = question;
        return question.options && question.answer === 'choice'
          ? { ...rest, options: [...question.options.slice(1), 'newer'] }
          : rest;
      });
      return { ...set, version: set.version + 1, questions: [...fresh, ...mended] };
    });

  it.each([
    ['of the conversation', fc.constant(conversation)],
    ['of any set', soundSets],
  ])('%s: those that still fit are read, none is lost, and the rest is asked to the end', (_, sets) => {
    fc.assert(
      fc.property(
        conversations(sets).chain((old) =>
          fc.record({ old: fc.constant(old), set: renewed(old.set) }).chain(({ set }) =>
            fc.record({
              old: fc.constant(old),
              set: fc.constant(set),
              told: conversations(fc.constant(set)).map((second) => second.told),
            }),
          ),
        ),
        ({ old, set, told }) => {
          const { answers } = walked(old.set, old.told);
          const before = stored(answers);
          const read = readable(set, answers);
          expect(answers).toEqual(before);
          for (const question of set.questions) {
            const was = Object.hasOwn(answers, question.id) ? answers[question.id]! : undefined;
            const is = Object.hasOwn(read, question.id) ? read[question.id] : undefined;
            expect(is).toBe(was && accepts(question, was.answer) ? was : undefined);
          }
          const { answers: full } = filled(set, told, read);
          for (const [id, answer] of Object.entries(read)) expect(full[id]).toBe(answer);
          expect(resumeAt(set, full, reasons)).toBeNull();
        },
      ),
      runs,
    );
  });
});

describe('the length of the conversation', () => {
  const at = (answers: Answers, step: string) => progress(conversation, answers, reasons, step).about;
  const choice = (value: string) => given({ kind: 'choice', value });

  it('is told as if the client will talk, and shrinks when they are not asked or not reached', () => {
    expect(at({}, 'story')).toBe(conversation.questions.length);
    expect(at({ channel: choice('none') }, 'channel')).toBe(13);
    expect(at({ channel: choice('call'), reached: choice('not-reached') }, 'real')).toBe(16);
  });

  it('does not wait for questions that were passed by', () => {
    expect(at({ channel: choice('call') }, 'real')).toBe(16);
  });
});

describe('a step that is not there', () => {
  it('leads to the first question', () => {
    expect(nextStep(conversation, {}, reasons, 'no-such-step')).toBe('story');
    expect(previousStep(conversation, {}, reasons, 'no-such-step')).toBeNull();
    expect(progress(conversation, {}, reasons, 'no-such-step').position).toBe(1);
  });

  it('which the path has left behind leads on to the next of the path', () => {
    const answers = { channel: given({ kind: 'choice', value: 'none' }) };
    expect(nextStep(conversation, answers, reasons, 'script')).toBe('real');
    expect(previousStep(conversation, answers, reasons, 'script')).toBe('channel');
    expect(progress(conversation, answers, reasons, 'script')).toMatchObject({ position: 4 });
  });
});
