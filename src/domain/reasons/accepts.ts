import type { Answer, WeightedReason } from '../notebook/answer';
import type { Question } from './question';

/** Limits of what people may answer. */
export const MOST_CHARACTERS = 2000;
export const MOST_WHYS = 5;
export const MOST_REASONS = 8;
export const MOST_WEIGHT = 10;
const MOST_VIEWS = 200;
const MOST_ID = 300;

const isText = (text: string): boolean => text.trim() !== '' && text.length <= MOST_CHARACTERS;

const isId = (id: string): boolean => id !== '' && id.length <= MOST_ID;

const areUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

const areReasons = (reasons: readonly WeightedReason[]): boolean =>
  reasons.length <= MOST_REASONS &&
  areUnique(reasons.map(({ reason }) => reason)) &&
  reasons.every(({ reason, weight }) => isId(reason) && weight >= 1 && weight <= MOST_WEIGHT);

/** Whether an answer fits a question and its limits; "I do not know" (`skip`) always does, an empty one never. */
export function accepts(question: Question, answer: Answer): boolean {
  if (answer.kind === 'skip') return true;
  if (answer.kind !== question.answer) return false;
  const options = question.options ?? [];
  switch (answer.kind) {
    case 'seen':
      return true;
    case 'choice':
      return options.includes(answer.value);
    case 'choices':
      return (
        answer.values.length > 0 &&
        areUnique(answer.values) &&
        answer.values.every((value) => options.includes(value))
      );
    case 'text':
      return isText(answer.text);
    case 'chain':
      return answer.texts.length > 0 && answer.texts.length <= MOST_WHYS && answer.texts.every(isText);
    case 'reasons':
      return answer.reasons.length > 0 && areReasons(answer.reasons);
    case 'views':
      return (
        answer.views.length > 0 &&
        answer.views.length <= MOST_VIEWS &&
        areUnique(answer.views.map(({ person }) => person)) &&
        answer.views.every(
          ({ person, reasons, words }) =>
            isId(person) && areReasons(reasons) && words.length <= MOST_CHARACTERS,
        )
      );
    case 'number':
      return answer.value >= 0 && answer.value <= (question.number?.most ?? Number.MAX_SAFE_INTEGER);
  }
}
