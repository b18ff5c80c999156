import type { SurveyAnswers, SurveyForm } from '../../../domain/notebook/survey';
import { isBlank, mostReasons, noAnswers } from '../../../domain/surveys/answers';
import { surveySteps, weighted, type SurveyStep } from '../../../domain/surveys/steps';

/** A form being filled, anew or from where it was left. It lives in memory alone: whoever fills it was promised that nothing is kept. */
export class Answering {
  readonly form: SurveyForm;
  #answers = $state.raw<SurveyAnswers>(noAnswers);
  readonly #steps: readonly SurveyStep[] = $derived.by(() => surveySteps(this.form, this.#answers));

  constructor(form: SurveyForm, answers: SurveyAnswers = noAnswers) {
    this.form = form;
    this.#answers = answers;
  }

  get answers(): SurveyAnswers {
    return this.#answers;
  }

  get steps(): readonly SurveyStep[] {
    return this.#steps;
  }

  get blank(): boolean {
    return isBlank(this.#answers);
  }

  /** Whether as many reasons are named as may be. */
  get full(): boolean {
    return this.#answers.reasons.length >= mostReasons(this.form);
  }

  rate(item: string, rating: number): void {
    this.#answers = { ...this.#answers, ratings: { ...this.#answers.ratings, [item]: rating } };
  }

  /** Names a reason, or takes it back; who changes the reasons is asked anew which one weighs most. */
  toggle(reason: string): void {
    const { reasons } = this.#answers;
    const others = reasons.filter((named) => named.reason !== reason);
    const isNew = others.length === reasons.length;
    if (isNew && this.full) return;
    this.#answers = {
      ...this.#answers,
      reasons: weighted(isNew ? [...others, { reason, weight: 1 }] : others, null),
    };
  }

  /** The reason that weighs most; null where all weigh alike. */
  stress(reason: string | null): void {
    this.#answers = { ...this.#answers, reasons: weighted(this.#answers.reasons, reason) };
  }

  say(question: 'why' | 'wish', text: string): void {
    this.#answers = { ...this.#answers, [question]: text };
  }
}
