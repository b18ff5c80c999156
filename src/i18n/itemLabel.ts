import type { RatedItem } from '../domain/notebook/survey';
import { t, tMaybe } from './t';

/** What satisfaction is asked about, in words: the owner's own, or those of the app. Needs the area `answer`. */
export const itemLabel = ({ id, label }: RatedItem): string =>
  label ?? tMaybe(`item.${id}`) ?? t('item.gone');

/** The same for a rating or a complaint of which only the item's id is at hand. Needs the area `answer`. */
export const itemLabelById = (items: readonly RatedItem[], id: string): string =>
  itemLabel(items.find((item) => item.id === id) ?? { id, label: null });
