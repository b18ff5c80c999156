import type { SurveyAnswers, SurveyKind } from '../../../domain/notebook/survey';
import { mainReason, type SurveyStep } from '../../../domain/surveys/steps';
import { itemLabel } from '../../../i18n/itemLabel';
import { t } from '../../../i18n/t';

/** The question that one screen of a form puts. */
export function questionOf(step: SurveyStep, survey: SurveyKind, about?: string): string {
  switch (step.kind) {
    case 'rating':
      return t('answer.rating', { item: itemLabel(step.item) });
    case 'reasons':
      return about === undefined ? t(`answer.reasons.${survey}`) : t('answer.reasons.about', { name: about });
    case 'main':
      return t('answer.main');
    case 'why':
      return t(`answer.why.${survey}`);
    case 'wish':
      return t(`answer.wish.${survey}`);
  }
}

/** Whether going on leaves an answer behind. Nothing weighing most is an answer, too. */
export function isAnswered(step: SurveyStep, answers: SurveyAnswers): boolean {
  switch (step.kind) {
    case 'rating':
      return Object.hasOwn(answers.ratings, step.item.id);
    case 'reasons':
      return answers.reasons.length > 0;
    case 'main':
      return true;
    case 'why':
    case 'wish':
      return answers[step.kind].trim() !== '';
  }
}

/** The reasons of an answer in the order of their weight, the one that weighs most marked. */
export const reasonsByWeight = ({
  reasons,
}: SurveyAnswers): readonly { reason: string; isMain: boolean }[] => {
  const main = mainReason(reasons);
  return [...reasons]
    .sort((a, b) => b.weight - a.weight)
    .map(({ reason }) => ({ reason, isMain: reason === main }));
};
