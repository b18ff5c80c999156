import { isFirm } from './messageFirm';

/** What stands before a name. Folded, without a full stop. */
const TITLES = new Set(
  'mr mrs ms miss dr prof mme mlle m monsieur madame mevr dhr mevrouw meneer dl dna herr frau'.split(' '),
);

const folded = (word: string): string => word.toLowerCase().replace(/\./g, '');

const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word);

/** "ANNA" and "anna" as "Anna", "Jean-Luc" as it is. */
const capital = (word: string): string =>
  word === word.toUpperCase() || word === word.toLowerCase()
    ? word
        .toLowerCase()
        .replace(/(^|[-’'])(\p{L})/gu, (_, mark: string, letter: string) => mark + letter.toUpperCase())
    : word;

/**
 * The name to greet a person with: "Anna" for "Anna Petrova", "Petrova, Anna" and "Mrs Anna Petrova". Empty where none can be told: firms,
 * by their name or the segment of the file, "Mrs Petrova", initials, numbers (method.md [5.6]).
 */
export function firstName(name: string, segment = ''): string {
  const [before = '', after] = name.split(',', 2);
  const words = (after?.trim() ? after : before).trim().split(/\s+/).filter(Boolean);
  if (isFirm(name, segment) || /[\d@&]/.test(name)) return '';
  const titled = words.length > 0 && TITLES.has(folded(words[0]!));
  const rest = titled ? words.slice(1) : words;
  const first = rest[0];
  if (first === undefined || (titled && rest.length < 2) || isInitial(first)) return '';
  return /^[\p{L}\p{M}’'-]+$/u.test(first) ? capital(first) : '';
}
