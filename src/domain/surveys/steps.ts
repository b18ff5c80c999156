import type { WeightedReason } from '../notebook/answer';
import type { RatedItem, SurveyAnswers, SurveyForm } from '../notebook/survey';

/** One screen of a form. */
export type SurveyStep =
  | { readonly kind: 'rating'; readonly item: RatedItem }
  | { readonly kind: 'why' }
  | { readonly kind: 'reasons' }
  /** Which of the reasons named weighs most; only where there are several. */
  | { readonly kind: 'main' }
  | { readonly kind: 'wish' };

/**
 * The screens of a form for the answers so far. Somebody who left first says why in words of their own, before any list puts words
 * into their mouth (method.md [4.6], [4.7]); somebody who still buys rates first, which is easy.
 */
export function surveySteps(form: SurveyForm, { reasons }: SurveyAnswers): readonly SurveyStep[] {
  const why: SurveyStep = { kind: 'why' };
  const wish: SurveyStep = { kind: 'wish' };
  const list: SurveyStep[] = form.reasons.length > 0 ? [{ kind: 'reasons' }] : [];
  if (list.length > 0 && reasons.length > 1) list.push({ kind: 'main' });
  switch (form.survey) {
    case 'lost':
      return [why, ...list, wish];
    case 'loyal':
      return [...form.items.map((item): SurveyStep => ({ kind: 'rating', item })), ...list, wish];
    case 'staff':
      return [...list, why];
    case 'ideas':
      return [why];
  }
}

/** What the reason that weighs most counts against the others. */
const MAIN_WEIGHT = 3;

/** The same reasons with one that weighs most; null where all weigh alike. */
export const weighted = (reasons: readonly WeightedReason[], main: string | null): WeightedReason[] =>
  reasons.map(({ reason }) => ({ reason, weight: reason === main ? MAIN_WEIGHT : 1 }));

/** The reason that weighs most; null where none does. */
export function mainReason(reasons: readonly WeightedReason[]): string | null {
  const most = Math.max(...reasons.map(({ weight }) => weight));
  const [main, ...others] = reasons.filter(({ weight }) => weight === most);
  return main && others.length === 0 && reasons.length > 1 ? main.reason : null;
}
