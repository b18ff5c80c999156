import { t } from '../../../i18n/t';
import type { GivenFile } from '../../../workers/protocol';
import { filesName } from '../filesName';

/** Files as they were picked, dropped or handed over, to be opened together; undefined where there are none. */
export function givenFiles(files: readonly File[]): GivenFile | undefined {
  const several = files.map((file) => ({ name: file.name, file }));
  const [first] = several;
  if (!first || several.length === 1) return first;
  return { ...first, name: filesName(files.map(({ name }) => name)), several };
}

/** A table pasted, or shared, as text. */
export const givenText = (text: string): GivenFile => ({
  name: t('import.paste.name'),
  file: new Blob([text]),
});
