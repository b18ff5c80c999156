import type { Field } from '../fields';
import { TITLE_WORDS } from './titleWords';

const within = (title: string, words: string) => ` ${title} `.includes(` ${words} `);

/** A compound word begins or ends with it: "rechnungsbetrag", "montantdevise". */
const inCompound = (title: string, word: string) =>
  title.split(' ').some((token) => token.startsWith(word) || token.endsWith(word));

/** Whether a word in the title (as plain words) says that the column is something else than the field. */
export const isOther = (title: string, field: Field): boolean =>
  TITLE_WORDS[field].unless.some((words) => within(title, words));

/**
 * How well a title (as plain words) names a field, 0-100: the very words, else the words among others, else inside a compound
 * ("Gesamtrechnungsbetrag"). 0 where a word in it says that it is something else.
 */
export function titleScore(title: string, field: Field): number {
  if (title === '') return 0;
  const { says } = TITLE_WORDS[field];
  const exact = says.get(title);
  if (exact !== undefined) return 100 * exact;
  if (isOther(title, field)) return 0;
  let best = 0;
  for (const [words, rank] of says) {
    if (within(title, words)) best = Math.max(best, (40 + (30 * words.length) / title.length) * rank);
    else if (words.length >= 6 && inCompound(title, words))
      best = Math.max(best, (15 + (20 * words.length) / title.length) * rank);
  }
  return best;
}
