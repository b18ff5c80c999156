import type { Field } from '../fields';
import { TITLE_WORDS } from './titleWords';

const within = (title: string, words: string) => ` ${title} `.includes(` ${words} `);

/** A compound word begins or ends with it: "rechnungsbetrag", "montantdevise". */
const inCompound = (title: string, word: string) =>
  title.split(' ').some((token) => token.startsWith(word) || token.endsWith(word));

/**
 * How well a title (as plain words) names a field, 0-100: the very words, else the words among others, else inside a compound
 * ("Gesamtrechnungsbetrag"). 0 where a word in it says that it is something else.
 */
export function titleScore(title: string, field: Field): number {
  if (title === '') return 0;
  const { says, unless } = TITLE_WORDS[field];
  const rank = (at: number) => 1 - (0.4 * at) / says.length;
  const exact = says.indexOf(title);
  if (exact >= 0) return 100 * rank(exact);
  if (unless.some((words) => within(title, words))) return 0;
  let best = 0;
  for (const [at, words] of says.entries()) {
    if (within(title, words)) best = Math.max(best, (40 + (30 * words.length) / title.length) * rank(at));
    else if (words.length >= 6 && inCompound(title, words))
      best = Math.max(best, (15 + (20 * words.length) / title.length) * rank(at));
  }
  return best;
}
