import type { Severity, WeightedReason } from '../notebook/answer';
import { REASON_GROUPS, type Reason, type ReasonGroup } from '../notebook/reason';
import { traitsOf, type Traits } from './catalogue';
import { answerTo, holds, type Answers } from './conditions';
import { conversation, hasEnded, nothingButCircumstances, type Channel } from './conversation';
import { answersOnPath } from './engine';

/** What the answers so far say for the decision; null for what they do not say. */
export interface Judgement {
  readonly severity: Severity | null;
  /** The answer, or, before it is given, whether the heavier half of the reasons are human mistakes in the catalogue. */
  readonly human: boolean | null;
  /** Whose doing the most of it was. */
  readonly group: ReasonGroup | null;
  readonly channel: Channel | null;
  /** 0-1. */
  readonly chance: number | null;
  /** Cents, and minutes of the staff. */
  readonly cost: number | null;
  readonly minutes: number | null;
  readonly ended: boolean;
  readonly circumstances: boolean;
  readonly badForOthers: boolean;
}

/** The reasons that count: the real ones where they are known, else the stated ones. */
function reasonsOf(answers: Answers): readonly WeightedReason[] {
  for (const question of ['real', 'stated']) {
    const answer = answerTo(answers, question);
    if (answer?.kind === 'reasons') return answer.reasons;
  }
  return [];
}

/** What the answers of a conversation come to, for the proposals of its last questions (method.md [4.8]-[4.11]). */
export function judgementOf(given: Answers, reasons: readonly Reason[]): Judgement {
  const answers = answersOnPath(conversation, given, reasons);
  const named = reasonsOf(answers);
  const choice = (question: string): string | null => {
    const answer = answerTo(answers, question);
    return answer?.kind === 'choice' ? answer.value : null;
  };
  const number = (question: string): number | null => {
    const answer = answerTo(answers, question);
    return answer?.kind === 'number' ? answer.value : null;
  };
  const weightOf = (fits: (traits: Traits) => boolean): number =>
    named.reduce((sum, { reason, weight }) => {
      const traits = traitsOf(reasons, reason);
      return traits && fits(traits) ? sum + weight : sum;
    }, 0);

  const all = weightOf(() => true);
  const byGroup = REASON_GROUPS.map((group) => ({ group, weight: weightOf((of) => of.group === group) }));
  const heaviest = byGroup.reduce((a, b) => (b.weight > a.weight ? b : a));
  const human = choice('human');
  const severity = choice('severity');
  const chance = choice('chance');
  return {
    severity: severity === null ? null : (Number(severity) as Severity),
    human: human !== null ? human === 'yes' : all > 0 ? weightOf((of) => of.human) * 2 >= all : null,
    group: heaviest.weight > 0 ? heaviest.group : null,
    channel: choice('channel') as Channel | null,
    chance: chance === null ? null : Number(chance) / 100,
    cost: number('cost'),
    minutes: number('minutes'),
    ended: holds(hasEnded, answers, reasons),
    circumstances: holds(nothingButCircumstances, answers, reasons),
    badForOthers: choice('others') === 'bad',
  };
}
