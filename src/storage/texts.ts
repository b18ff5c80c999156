const SEPARATOR = '\u0000';

/** Many short texts as one: a string of 50,000 names is read in a few milliseconds, 50,000 records are not. All empty is ''. */
export const joinTexts = (texts: readonly string[]): string =>
  texts.every((text) => text === '')
    ? ''
    : texts
        .map((text) => (text.includes(SEPARATOR) ? text.replaceAll(SEPARATOR, ' ') : text))
        .join(SEPARATOR);

/** The texts of `joinTexts`, of which there were `count`. */
export const splitTexts = (joined: string, count: number): string[] =>
  joined === '' ? new Array<string>(count).fill('') : joined.split(SEPARATOR);
