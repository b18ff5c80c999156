import type { Day } from '../../domain/kernel/day';
import { entriesOf, type Entry } from '../../domain/notebook/notebook';
import type { SurveyResponse } from '../../domain/notebook/survey';
import { catalogue } from '../../domain/reasons/catalogue';
import { isOld } from '../../domain/reasons/claims';
import { startingItems } from '../../domain/surveys/builtIn';
import { HIDDEN_AT } from '../../domain/surveys/outcome';
import { itemLabelById } from '../../i18n/itemLabel';
import { offeredLabel } from '../../i18n/offeredLabel';

/** How satisfied a client was with one thing. */
export interface RatedLine {
  readonly item: string;
  readonly label: string;
  readonly rating: number;
  /** Open or hidden dissatisfaction (method.md [6.4]). */
  readonly low: boolean;
  /** Id of the complaint that came of it; undefined where there is none any more. */
  readonly complaint: string | undefined;
}

/** What a client answered the last time they were asked how satisfied they are. */
export interface LastAnswer {
  readonly day: Day;
  /** Older than a year: to be asked again. */
  readonly old: boolean;
  /** Lowest first. */
  readonly ratings: readonly RatedLine[];
  /** What could make them stop buying, the weightiest first. */
  readonly reasons: readonly string[];
  readonly texts: readonly { readonly question: 'why' | 'wish'; readonly words: string }[];
}

/** The newest answer of a client; undefined where they never answered. Reads the kinds response, complaint, items and reason. */
export function lastAnswer(entries: readonly Entry[], client: number, today: Day): LastAnswer | undefined {
  const [newest] = entriesOf(entries, 'response')
    .filter((response) => response.survey === 'loyal' && response.client === client)
    .toSorted((a, b) => b.day - a.day || b.madeAt - a.madeAt);
  if (!newest) return undefined;
  const { answers, day } = newest;
  const reasons = catalogue(entriesOf(entries, 'reason'));
  return {
    day,
    old: isOld(newest, today),
    ratings: ratedLines(newest, entries),
    reasons: answers.reasons
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ reason }) =>
        offeredLabel(reasons.find(({ id }) => id === reason) ?? { id: reason, label: null }, 'loyal'),
      ),
    texts: (['why', 'wish'] as const)
      .map((question) => ({ question, words: answers[question].trim() }))
      .filter(({ words }) => words !== ''),
  };
}

function ratedLines(
  { answers, client, day }: SurveyResponse,
  entries: readonly Entry[],
): readonly RatedLine[] {
  const items = [...entriesOf(entries, 'items').flatMap((list) => list.items), ...startingItems];
  const complaints = entriesOf(entries, 'complaint').filter(
    (one) => one.client === client && one.day === day,
  );
  return Object.entries(answers.ratings)
    .map(([item, rating]) => ({
      item,
      label: itemLabelById(items, item),
      rating,
      low: rating <= HIDDEN_AT,
      complaint: complaints.find((one) => one.item === item)?.id,
    }))
    .toSorted((a, b) => a.rating - b.rating);
}
