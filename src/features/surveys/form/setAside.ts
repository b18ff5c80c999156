import type { SurveyAnswers, SurveyForm } from '../../../domain/notebook/survey';

/** A form that the owner was filling in for somebody when they went to another page. */
export interface SetAside {
  readonly form: SurveyForm;
  readonly answers: SurveyAnswers;
  /** The question at which they stood, from 0, or the look at all answers. */
  readonly at: number | 'check';
}

const aside = new Map<string, SetAside>();

/** Keeps what was answered until it is taken up again or the app is closed. `key` names the shop, whom and what is asked. */
export function setAside(key: string, filled: SetAside): void {
  aside.set(key, filled);
}

/** What was set aside, once. */
export function takeUp(key: string): SetAside | undefined {
  const found = aside.get(key);
  aside.delete(key);
  return found;
}
