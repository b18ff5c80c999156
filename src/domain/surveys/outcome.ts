import { noWork, DAYS_A_STEP } from '../complaints/steps';
import { addDays, type Day } from '../kernel/day';
import type { Complaint } from '../notebook/complaint';
import type { Claim } from '../notebook/interview';
import type { SurveyAnswers, SurveyKind, SurveyResponse } from '../notebook/survey';

/** What an entry says, without what every entry has; the moment and the id are given where it is saved. */
type Said<Entry extends { kind: string; id: string; rev: number; madeAt: number; changedAt: number }> = Omit<
  Entry,
  'kind' | 'id' | 'rev' | 'madeAt' | 'changedAt'
>;

/** A rating up to here is open dissatisfaction; one more is hidden (method.md [6.4]). */
export const OPEN_UNTIL = 2;
export const HIDDEN_AT = 3;

/** One filled form, before it is saved. */
export interface FilledForm {
  readonly survey: SurveyKind;
  readonly client: number | null;
  readonly round: string | null;
  readonly answers: SurveyAnswers;
  readonly day: Day;
  readonly way: SurveyResponse['way'];
}

/** The client's own words, the wish under the reason. */
export const wordsOf = ({ why, wish }: SurveyAnswers): string =>
  [why, wish].filter((text) => text.trim() !== '').join('\n\n');

/** Why a client left, in the client's own words; null where a form says nothing of it, or not of whom. */
export function claimOf({ survey, client, answers, day }: FilledForm): Claim | null {
  const words = wordsOf(answers);
  if (survey !== 'lost' || client === null || (answers.reasons.length === 0 && words === '')) return null;
  return {
    client,
    role: 'stated',
    source: 'client',
    author: null,
    reasons: answers.reasons,
    sure: 'sure',
    severity: null,
    human: null,
    competitor: '',
    words,
    day,
  };
}

/**
 * A complaint for every item rated 3 or less (method.md [6.4]), registered and with a week to find the cause. What the client added
 * stands with the lowest rating alone, so that it is not worked on several times.
 */
export function complaintsOf({ survey, client, answers, day }: FilledForm): readonly Said<Complaint>[] {
  if (survey !== 'loyal') return [];
  const work = noWork();
  const low = Object.entries(answers.ratings).filter(([, rating]) => rating <= HIDDEN_AT);
  const lowest = low.find(([, rating]) => rating === Math.min(...low.map(([, other]) => other)));
  return low.map(([item, rating]) => ({
    client,
    day,
    text: item === lowest?.[0] ? wordsOf(answers) : '',
    origin: rating <= OPEN_UNTIL ? 'open' : 'hidden',
    item,
    rating,
    reason: null,
    work: {
      ...work,
      registered: { ...work.registered, doneOn: day },
      found: { ...work.found, due: addDays(day, DAYS_A_STEP) },
    },
  }));
}
