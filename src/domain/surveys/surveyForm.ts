import type { Reason, ReasonType } from '../notebook/reason';
import type { ItemList, OfferedReason, RatedItem, SurveyForm, SurveyKind } from '../notebook/survey';
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

/** Whether a survey goes to clients, who must not read what the owner wrote for the shop's own eyes. */
export const isForClients = (survey: SurveyKind): boolean => survey === 'lost' || survey === 'loyal';

/** The reasons in the owner's own words that a form could put: to clients only those that the owner lets out. */
export const ownReasons = (reasons: readonly Reason[]): readonly Reason[] =>
  offered(reasons).filter(({ label }) => label !== null);

/**
 * What each survey puts to people: reasons except in a brainstorm, which begins with an empty page, and items only to those who buy.
 * `own` are the owner's own reasons for clients, with the words as they shall read them; all the others stay in the shop.
 */
export function surveyForm(
  survey: SurveyKind,
  reasons: readonly Reason[],
  items: readonly RatedItem[],
  seed: string,
  own: readonly OfferedReason[] = isForClients(survey) ? [] : ownReasons(reasons),
): SurveyForm {
  const open = survey === 'ideas' ? [] : offered(reasons).flatMap((reason) => withWords(reason, own));
  const asked = survey === 'loyal' ? open.filter(({ id }) => !UNFORESEEN.has(id)) : open;
  return carriedForm({
    survey,
    reasons: shuffled(asked, seed).map(({ id, label }) => ({ id, label })),
    items: survey === 'loyal' ? items : [],
  });
}

/** Built-in words go as they are, the owner's own in the words chosen for this form, or not at all. */
const withWords = (reason: Reason, own: readonly OfferedReason[]): readonly Reason[] => {
  if (reason.label === null) return [reason];
  const label = own.find(({ id }) => id === reason.id)?.label?.trim() ?? '';
  return label === '' ? [] : [{ ...reason, label }];
};

/** How many of a form's questions and answers are in the owner's own words. */
export const ownWordsIn = ({ reasons, items }: Pick<SurveyForm, 'reasons' | 'items'>): number =>
  [...reasons, ...items].filter(({ label }) => label !== null).length;

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
