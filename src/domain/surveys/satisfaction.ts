import type { Day } from '../kernel/day';
import type { SurveyResponse } from '../notebook/survey';
import { HIDDEN_AT, OPEN_UNTIL } from './outcome';

/** How satisfied clients are with one item; a rating 1-5 each (method.md [6.4]). */
export interface ItemRating {
  readonly item: string;
  readonly count: number;
  readonly mean: number;
  /** Standard deviation over those who answered: 0 where all agree. */
  readonly spread: number;
  /** Ratings of 2 or less, and of 3. */
  readonly open: number;
  readonly hidden: number;
}

const YEAR = 365;

/** The forms of those who buy, of the last 365 days. */
export const recentLoyal = (responses: readonly SurveyResponse[], today: Day): readonly SurveyResponse[] =>
  responses.filter(({ survey, day }) => survey === 'loyal' && today - day < YEAR);

/** Satisfaction by item, the lowest mean first; items that nobody rated are left out. */
export function satisfaction(responses: readonly SurveyResponse[]): readonly ItemRating[] {
  const ratings = new Map<string, number[]>();
  for (const { answers } of responses)
    for (const [item, rating] of Object.entries(answers.ratings))
      ratings.set(item, [...(ratings.get(item) ?? []), rating]);
  return [...ratings]
    .map(([item, given]) => {
      const mean = given.reduce((sum, rating) => sum + rating, 0) / given.length;
      const squares = given.reduce((sum, rating) => sum + (rating - mean) ** 2, 0);
      return {
        item,
        count: given.length,
        mean,
        spread: Math.sqrt(squares / given.length),
        open: given.filter((rating) => rating <= OPEN_UNTIL).length,
        hidden: given.filter((rating) => rating === HIDDEN_AT).length,
      };
    })
    .sort((a, b) => a.mean - b.mean || (a.item < b.item ? -1 : 1));
}

/** How much of what people named falls on a reason. */
export interface ReasonShare {
  readonly reason: string;
  /** Of all who named any reason, 0-1; each person counts once, split by the weights. */
  readonly share: number;
  readonly people: number;
}

/**
 * Reasons by their share, largest first. Everybody has one vote and splits it by weight. `counted` gives the reason under which
 * another counts since they were merged.
 */
export function reasonShares(
  responses: readonly SurveyResponse[],
  counted: (reason: string) => string = (reason) => reason,
): readonly ReasonShare[] {
  const named = responses.filter(({ answers }) => answers.reasons.length > 0);
  const shares = new Map<string, { votes: number; people: number }>();
  for (const { answers } of named) {
    const whole = answers.reasons.reduce((sum, { weight }) => sum + weight, 0);
    const own = new Map<string, number>();
    for (const { reason, weight } of answers.reasons)
      own.set(counted(reason), (own.get(counted(reason)) ?? 0) + (whole > 0 ? weight / whole : 0));
    for (const [reason, vote] of own) {
      const { votes, people } = shares.get(reason) ?? { votes: 0, people: 0 };
      shares.set(reason, { votes: votes + vote, people: people + 1 });
    }
  }
  return [...shares]
    .map(([reason, { votes, people }]) => ({ reason, share: votes / named.length, people }))
    .sort((a, b) => b.share - a.share || (a.reason < b.reason ? -1 : 1));
}
