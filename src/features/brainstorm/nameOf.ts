import type { Brainstorm } from '../../domain/notebook/brainstorm';
import { formatDay } from '../../i18n/formats';
import { t } from '../../i18n/t';

/** What a brainstorm is called on screen; one without a title by its day. */
export const nameOf = ({ title, day }: Brainstorm): string =>
  title || t('storms.unnamed', { day: formatDay(day) });
