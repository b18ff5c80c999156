import type { Reason, ReasonType } from '../notebook/reason';
import type { ItemList, RatedItem, SurveyForm, SurveyKind } from '../notebook/survey';
import { offered } from '../reasons/catalogue';
import { shuffled } from '../reasons/order';
import { STARTING_REASONS } from '../reasons/startingReasons';
import { startingItems } from './builtIn';
import { carriedForm } from './formText';

/** The items that satisfaction is asked about: the owner's list, or the starting ones where nothing was changed. */
export const itemsOf = (lists: readonly ItemList[]): readonly RatedItem[] =>
  lists.find(({ id }) => id === 'items')?.items ?? startingItems;

/** Circumstances nobody expects of themselves: not among the answers of those who still buy. */
const UNFORESEEN = new Set(['closed']);

/** What each survey puts to people: reasons except in a brainstorm, which begins with an empty page, and items only to those who buy. */
export function surveyForm(
  survey: SurveyKind,
  reasons: readonly Reason[],
  items: readonly RatedItem[],
  seed: string,
): SurveyForm {
  const open = survey === 'ideas' ? [] : offered(reasons);
  const asked = survey === 'loyal' ? open.filter(({ id }) => !UNFORESEEN.has(id)) : open;
  return carriedForm({
    survey,
    reasons: shuffled(asked, seed).map(({ id, label }) => ({ id, label })),
    items: survey === 'loyal' ? items : [],
  });
}

const typeOf = (id: string): ReasonType =>
  STARTING_REASONS.find((reason) => reason.id === id)?.type ?? 'price';

/**
 * A received form with its reasons in an order of its own for each person (`seed`), as many may answer one link. Price never comes
 * first, nor does anything of the owner's own, of which the link does not say what it is about.
 */
export function reshuffledForm(form: SurveyForm, seed: string): SurveyForm {
  const typed = form.reasons.map((reason) => ({
    ...reason,
    type: typeOf(reason.id),
  }));
  return { ...form, reasons: shuffled(typed, seed).map(({ id, label }) => ({ id, label })) };
}
