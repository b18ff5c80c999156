import { questionsIn } from './conditions';
import type { Question, QuestionSet } from './question';

/** What may be wrong with a question set. */
export type Unsound = 'empty' | 'id-twice' | 'no-options' | 'option-twice' | 'no-limit' | 'looks-ahead';

const offersAChoice = ({ answer }: Question) => answer === 'choice' || answer === 'choices';

/**
 * What is wrong with a question set, each with the question's id; nothing where every conversation by it comes to an end. Above all a
 * condition may look only at questions before its own.
 */
export function unsoundIn({ questions }: QuestionSet): readonly { question: string; why: Unsound }[] {
  if (questions.length === 0) return [{ question: '', why: 'empty' }];
  const before = new Set<string>();
  return questions.flatMap((question) => {
    const { id, options = [], number, when } = question;
    const wrong: Unsound[] = [];
    if (before.has(id)) wrong.push('id-twice');
    if (offersAChoice(question) && options.length === 0) wrong.push('no-options');
    if (new Set(options).size < options.length) wrong.push('option-twice');
    if (question.answer === 'number' && !(number && number.most > 0)) wrong.push('no-limit');
    if (when && questionsIn(when).some((asked) => !before.has(asked))) wrong.push('looks-ahead');
    before.add(id);
    return wrong.map((why) => ({ question: id, why }));
  });
}

/** Whether a question set may be used. */
export const soundSet = (set: QuestionSet): boolean => unsoundIn(set).length === 0;
