import type { Answer, WeightedReason } from '../../domain/notebook/answer';
import type { Employee } from '../../domain/notebook/person';
import type { Reason } from '../../domain/notebook/reason';
import { HEAD } from '../../domain/people/head';
import type { Question } from '../../domain/reasons/question';
import { formatCount, formatMoney } from '../../i18n/formats';
import { reasonLabelById } from '../../i18n/reasonLabel';
import { t, tMaybe } from '../../i18n/t';
import { isMain } from './chosenReasons';

/** What answers refer to. */
export interface Known {
  readonly reasons: readonly Reason[];
  readonly people: readonly Employee[];
  readonly currency: string;
}

/** The name of somebody whom an answer refers to. */
export const nameOf = (people: readonly Employee[], id: string): string =>
  id === HEAD
    ? t('ask.asker.head')
    : (people.find((person) => person.id === id)?.name ?? t('ask.check.somebody'));

const labels = (reasons: readonly WeightedReason[], known: Known): string[] =>
  reasons.map((one) => {
    const label = reasonLabelById(known.reasons, one.reason);
    if (reasons.every(({ weight }) => weight === one.weight)) return label;
    const weight = isMain(one) ? t('ask.reasons.mostly') : t('ask.reasons.also');
    return t('ask.check.reason', { reason: label, weight });
  });

/** An answer in words, a line for each thing said. */
export function answerLines(
  { id, screen, number }: Question,
  answer: Answer,
  known: Known,
): readonly string[] {
  switch (answer.kind) {
    case 'seen':
      return [t('ask.check.seen')];
    case 'skip':
      return [t('ask.check.unknown')];
    case 'choice':
      return [tMaybe(`ask.${id}.${answer.value}`) ?? tMaybe(`severity.${answer.value}`) ?? answer.value];
    case 'choices':
      return answer.values.map((value) => tMaybe(`ask.${id}.${value}`) ?? value);
    case 'text':
      return [screen === 'person' ? nameOf(known.people, answer.text) : answer.text];
    case 'chain':
      return answer.root ? [...answer.texts, t('ask.check.root')] : answer.texts;
    case 'reasons':
      return [...labels(answer.reasons, known), t(`sure.${answer.sure}`)];
    case 'views':
      return answer.views.map(({ person, reasons, words }) =>
        t('ask.check.view', {
          name: nameOf(known.people, person),
          reasons:
            [...labels(reasons, known), words].filter(Boolean).join(' · ') || t('ask.views.knowsNot.done'),
        }),
      );
    case 'number':
      if (number?.unit === 'money') return [formatMoney(answer.value, known.currency)];
      return number?.unit === 'minutes'
        ? [t('ask.check.minutes', { n: answer.value })]
        : [formatCount(answer.value)];
  }
}
