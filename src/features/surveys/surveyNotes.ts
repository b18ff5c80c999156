import type { Entry } from '../../domain/notebook/notebook';
import type { Reason } from '../../domain/notebook/reason';
import type { OfferedReason, RatedItem, SurveyForm, SurveyKind } from '../../domain/notebook/survey';
import { catalogue } from '../../domain/reasons/catalogue';
import { itemsOf, surveyForm } from '../../domain/surveys/surveyForm';
import { notesOf } from '../../reactive/notes';
import { newSecret } from '../../reactive/surveyLinks';

/** What the pages of this room read. */
export const SURVEY_NOTES = ['reason', 'items', 'invitation', 'response', 'round'] as const;

export const reasonsIn = (entries: readonly Entry[] | undefined): readonly Reason[] =>
  catalogue(notesOf(entries, 'reason'));

export const itemsIn = (entries: readonly Entry[] | undefined): readonly RatedItem[] =>
  itemsOf(notesOf(entries, 'items'));

/** A form with the present reasons and items, its reasons in an order by chance. `own` are the owner's own reasons that go to clients. */
export const freshForm = (
  survey: SurveyKind,
  entries: readonly Entry[] | undefined,
  own?: readonly OfferedReason[],
): SurveyForm => surveyForm(survey, reasonsIn(entries), itemsIn(entries), newSecret(), own);
