import { formatCount, formatDay } from '../../i18n/formats';
import { formatSize } from '../../i18n/fileSize';
import { t } from '../../i18n/t';
import type { Envelope } from '../../storage/envelope';
import { dayOfTime } from '../../reactive/today';

/** What is in a saved file, for a list of facts. */
export const fileFacts = (envelope: Envelope, size: number) => [
  { label: t('data.file.sales'), value: formatCount(envelope.sales) },
  { label: t('data.file.imports'), value: formatCount(envelope.imports) },
  { label: t('data.file.date'), value: formatDay(dayOfTime(Date.parse(envelope.savedAt))) },
  { label: t('data.file.size'), value: formatSize(size) },
];
