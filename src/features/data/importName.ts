import { t } from '../../i18n/t';
import type { ImportRecord } from '../../storage/shopDb';

/** What an import is called: its file, or that it was written down by hand. */
export const importName = ({ by, fileName }: Pick<ImportRecord, 'by' | 'fileName'>): string =>
  by === 'hand' ? t('data.import.byHand') : fileName;
