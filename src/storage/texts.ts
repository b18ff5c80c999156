const SEPARATOR = '\u0000';

/** Many short texts as one: a string of 50,000 names is read in a few milliseconds, 50,000 records are not. */
export const joinTexts = (texts: readonly string[]): string =>
  texts.map((text) => (text.includes(SEPARATOR) ? text.replaceAll(SEPARATOR, ' ') : text)).join(SEPARATOR);

/** The texts of `joinTexts`; `count` tells an empty list from a list of one empty text. */
export const splitTexts = (joined: string, count: number): string[] => (count === 0 ? [] : joined.split(SEPARATOR));
