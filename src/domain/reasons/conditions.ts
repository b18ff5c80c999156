import type { Answer, GivenAnswer } from '../notebook/answer';
import type { Reason } from '../notebook/reason';
import { countedAs, meansStarting, traitsOf, type Traits } from './catalogue';
import type { Condition } from './question';

/** Question id -> answer, as an interview holds them. */
export type Answers = Readonly<Record<string, GivenAnswer>>;

/** What was answered to a question; undefined while it was not. */
export const answerTo = (answers: Answers, question: string): Answer | undefined =>
  Object.hasOwn(answers, question) ? answers[question]!.answer : undefined;

/** The reasons that an answer names; none where it is an answer of another kind. */
export function reasonsNamed(answer: Answer | undefined): readonly string[] {
  if (answer?.kind === 'reasons') return answer.reasons.map(({ reason }) => reason);
  if (answer?.kind === 'views')
    return answer.views.flatMap(({ reasons }) => reasons.map(({ reason }) => reason));
  return [];
}

function chosen(answer: Answer | undefined): readonly string[] {
  if (answer?.kind === 'choice') return [answer.value];
  return answer?.kind === 'choices' ? answer.values : [];
}

/**
 * Whether a condition of the conversation will hold, where the answers to the `open` questions are still to come: null where it depends
 * on them.
 */
export function outlook(
  condition: Condition,
  answers: Answers,
  reasons: readonly Reason[],
  open: ReadonlySet<string>,
): boolean | null {
  const { kind } = condition;
  if (kind === 'all' || kind === 'any') {
    const parts = condition.of.map((part) => outlook(part, answers, reasons, open));
    const decides = kind === 'any';
    return parts.includes(decides) ? decides : parts.includes(null) ? null : !decides;
  }
  if (kind === 'not') {
    const part = outlook(condition.of, answers, reasons, open);
    return part === null ? null : !part;
  }
  return open.has(condition.question) ? null : isFulfilled(condition, answers, reasons);
}

const NONE_OPEN: ReadonlySet<string> = new Set();

/** Whether a condition of the conversation holds by the answers so far; an unanswered question fulfils nothing. */
export const holds = (condition: Condition, answers: Answers, reasons: readonly Reason[]): boolean =>
  outlook(condition, answers, reasons, NONE_OPEN) === true;

type Simple = Exclude<Condition, { readonly kind: 'all' | 'any' | 'not' }>;

function isFulfilled(condition: Simple, answers: Answers, reasons: readonly Reason[]): boolean {
  const answer = answerTo(answers, condition.question);
  const named = reasonsNamed(answer);
  const someNamed = (fits: (traits: Traits) => boolean) =>
    named.some((id) => {
      const traits = traitsOf(reasons, id);
      return traits !== undefined && fits(traits);
    });
  switch (condition.kind) {
    case 'answered':
      return answer !== undefined && answer.kind !== 'skip';
    case 'choice':
      return chosen(answer).some((value) => condition.values.includes(value));
    case 'group':
      return someNamed(({ group }) => group === condition.group);
    case 'human':
      return someNamed(({ human }) => human);
    case 'only':
      return named.length > 0 && named.every((id) => isOneOf(condition.reasons, reasons, id));
  }
}

/** A starting reason in the owner's words is still that reason. */
const isOneOf = (wanted: readonly string[], reasons: readonly Reason[], id: string): boolean =>
  wanted.includes(countedAs(reasons, id)) || wanted.includes(meansStarting(reasons, id) ?? '');

/** The questions that a condition looks at. */
export function questionsIn(condition: Condition): readonly string[] {
  if (condition.kind === 'not') return questionsIn(condition.of);
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(questionsIn);
  return [condition.question];
}
