import { t } from '../../i18n/t';

/** Several files in a few words: how many, and the first and the last of them. */
export const filesName = (names: readonly string[]): string =>
  names.length < 2
    ? (names[0] ?? '')
    : t('import.files.name', { n: names.length, first: names[0]!, last: names.at(-1)! });
