import type { SurveyForm } from '../../domain/notebook/survey';

const idsOf = (offers: readonly { readonly id: string }[]): string =>
  offers
    .map(({ id }) => id)
    .sort()
    .join(' ');

/** Whether two forms ask the same, whatever the order of the reasons. */
export const asksTheSame = (one: SurveyForm, other: SurveyForm): boolean =>
  idsOf(one.reasons) === idsOf(other.reasons) && idsOf(one.items) === idsOf(other.items);
