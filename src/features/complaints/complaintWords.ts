import type { Complaint } from '../../domain/notebook/complaint';
import type { RatedItem } from '../../domain/notebook/survey';
import { itemLabelById } from '../../i18n/itemLabel';
import { t } from '../../i18n/t';

/** How it came: told, or a low rating of something. */
export const originOf = ({ origin, item }: Complaint, items: readonly RatedItem[]): string =>
  origin === 'told'
    ? t('complaint.origin.told')
    : t(`complaint.origin.${origin}`, { item: itemLabelById(items, item) });

/** What a list calls it: what was said, or how something was rated. */
export const headingOf = (complaint: Complaint, items: readonly RatedItem[]): string => {
  const { origin, item, rating, text } = complaint;
  if (origin === 'told') return text.trim() || originOf(complaint, items);
  if (rating === null) return originOf(complaint, items);
  return t('complaint.rated', { item: itemLabelById(items, item), rating });
};
