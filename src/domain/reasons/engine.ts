import type { Reason } from '../notebook/reason';
import { accepts } from './accepts';
import { answerTo, holds, outlook, type Answers } from './conditions';
import type { Question, QuestionSet } from './question';

/** The questions that the answers so far lead to, in order, and the answers to them. */
function walk(set: QuestionSet, answers: Answers, reasons: readonly Reason[]) {
  const questions: Question[] = [];
  const given: Record<string, Answers[string]> = Object.create(null) as Record<string, Answers[string]>;
  for (const question of set.questions) {
    if (question.when && !holds(question.when, given, reasons)) continue;
    questions.push(question);
    if (Object.hasOwn(answers, question.id)) given[question.id] = answers[question.id]!;
  }
  return { questions, given };
}

/**
 * The questions that the answers so far lead to, in order. Whether one is put depends on earlier questions of the path alone: an answer
 * that the path has left behind stays saved but steers nothing.
 */
export const path = (set: QuestionSet, answers: Answers, reasons: readonly Reason[]): readonly Question[] =>
  walk(set, answers, reasons).questions;

/** The answers that count: those to questions that the conversation still leads to. */
export const answersOnPath = (set: QuestionSet, answers: Answers, reasons: readonly Reason[]): Answers =>
  walk(set, answers, reasons).given;

const placeIn = (set: QuestionSet, id: string): number => set.questions.findIndex((q) => q.id === id);

/** The question after one, or the first for null; null where nothing is left but to check the answers. */
export function nextStep(
  set: QuestionSet,
  answers: Answers,
  reasons: readonly Reason[],
  after: string | null,
): string | null {
  const from = after === null ? -1 : placeIn(set, after);
  return path(set, answers, reasons).find(({ id }) => placeIn(set, id) > from)?.id ?? null;
}

/** The question before one, or the last for null, which stands for checking the answers; null before the first. */
export function previousStep(
  set: QuestionSet,
  answers: Answers,
  reasons: readonly Reason[],
  before: string | null,
): string | null {
  const until = before === null ? Infinity : placeIn(set, before);
  return path(set, answers, reasons).findLast(({ id }) => placeIn(set, id) < until)?.id ?? null;
}

/** Where an interrupted conversation goes on: its first question without an answer; null where all are answered. */
export const resumeAt = (set: QuestionSet, answers: Answers, reasons: readonly Reason[]): string | null =>
  path(set, answers, reasons).find(({ id }) => answerTo(answers, id) === undefined)?.id ?? null;

/** "4 of about 9", and how much of the whole set (0-1) lies behind. */
export interface Progress {
  readonly position: number;
  readonly about: number;
  readonly share: number;
}

/** How many questions from a place in the set on may still be put: all but those that the answers so far rule out. */
function stillToCome(set: QuestionSet, answers: Answers, reasons: readonly Reason[], from: number): number {
  const open = new Set<string>();
  let count = 0;
  set.questions.forEach(({ id, when }, place) => {
    const isPut = when ? outlook(when, answers, reasons, open) : true;
    if (isPut === false || place < from) return;
    count++;
    if (isPut === null || !Object.hasOwn(answers, id)) open.add(id);
  });
  return count;
}

/**
 * How far a conversation has come at a question, or at the check (null). `about` takes the longest way on: it shrinks with the answers,
 * never grows on the way forward, and is never under `position`; `share` goes by the place in the whole set, and so never falls.
 */
export function progress(
  set: QuestionSet,
  answers: Answers,
  reasons: readonly Reason[],
  at: string | null,
): Progress {
  const { questions: walked, given } = walk(set, answers, reasons);
  if (at === null) return { position: walked.length, about: walked.length, share: 1 };
  const place = placeIn(set, at);
  const before = walked.filter(({ id }) => placeIn(set, id) < place).length;
  return {
    position: 1 + before,
    about: before + Math.max(1, stillToCome(set, given, reasons, place)),
    share: Math.max(0, place) / set.questions.length,
  };
}

/**
 * The answers of an interview as the present question set can read them. Those to questions it no longer asks, or that no longer fit,
 * are left out here and stay in the interview.
 */
export const readable = (set: QuestionSet, answers: Answers): Answers =>
  Object.fromEntries(
    set.questions.flatMap((question) => {
      const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
      return given && accepts(question, given.answer) ? [[question.id, given]] : [];
    }),
  );
