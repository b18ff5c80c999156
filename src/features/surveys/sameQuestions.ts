import type { OfferedReason, RatedItem, SurveyForm } from '../../domain/notebook/survey';

const askedIn = (offers: readonly (OfferedReason | RatedItem)[]): string =>
  offers
    .map(({ id, label }) => JSON.stringify([id, label]))
    .sort()
    .join(' ');

/** Whether two forms ask the same in the same words, whatever the order of the reasons. */
export const asksTheSame = (one: SurveyForm, other: SurveyForm): boolean =>
  askedIn(one.reasons) === askedIn(other.reasons) && askedIn(one.items) === askedIn(other.items);
