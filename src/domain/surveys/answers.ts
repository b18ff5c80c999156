import type { WeightedReason } from '../notebook/answer';
import type { SurveyAnswers, SurveyForm } from '../notebook/survey';

/** What one form may hold; the same limits stand at the fields that people type into. */
export const LIMITS = { text: 1000, reasons: 5, staffReasons: 3, weight: 10, label: 120 } as const;

/** How many reasons somebody may name: staff fewer, so that they choose (method.md [4.3]). */
export const mostReasons = ({ survey }: Pick<SurveyForm, 'survey'>): number =>
  survey === 'staff' ? LIMITS.staffReasons : LIMITS.reasons;

export const noAnswers: SurveyAnswers = { ratings: {}, reasons: [], why: '', wish: '' };

/** Whether a form came back blank. */
export const isBlank = ({ ratings, reasons, why, wish }: SurveyAnswers): boolean =>
  Object.keys(ratings).length === 0 && reasons.length === 0 && why.trim() === '' && wish.trim() === '';

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LIMITS.text;

/** The answers as a short list in the form's order, so that no name of a question travels with them. */
export function inOrderOf(form: SurveyForm, answers: SurveyAnswers): readonly unknown[] {
  const ratings = form.items.map(({ id }) => (Object.hasOwn(answers.ratings, id) ? answers.ratings[id]! : 0));
  const reasons = answers.reasons
    .map(({ reason, weight }) => [form.reasons.findIndex(({ id }) => id === reason), weight] as const)
    .filter(([place]) => place >= 0);
  return [ratings, reasons, answers.why, answers.wish];
}

/** The answers of such a list; undefined where it is not one that this form can give. Whoever made it may mean harm. */
export function answersInOrder(form: SurveyForm, list: readonly unknown[]): SurveyAnswers | undefined {
  const [ratings, reasons, why, wish, ...more] = list;
  if (more.length > 0 || !isText(why) || !isText(wish)) return undefined;
  if (!Array.isArray(ratings) || ratings.length !== form.items.length) return undefined;
  if (!ratings.every((rating) => isWhole(rating, 0, 5))) return undefined;
  const named = reasonsAt(form, reasons);
  if (!named) return undefined;
  const rated = form.items.map(({ id }, k) => [id, ratings[k]!] as const);
  return { ratings: Object.fromEntries(rated.filter(([, rating]) => rating > 0)), reasons: named, why, wish };
}

function reasonsAt(form: SurveyForm, list: unknown): readonly WeightedReason[] | undefined {
  if (!Array.isArray(list) || list.length > mostReasons(form)) return undefined;
  const named: WeightedReason[] = [];
  for (const pair of list as readonly unknown[]) {
    if (!Array.isArray(pair) || pair.length !== 2) return undefined;
    const [place, weight] = pair as readonly unknown[];
    if (!isWhole(place, 0, form.reasons.length - 1) || !isWhole(weight, 1, LIMITS.weight)) return undefined;
    const { id } = form.reasons[place]!;
    if (named.some(({ reason }) => reason === id)) return undefined;
    named.push({ reason: id, weight });
  }
  return named;
}
