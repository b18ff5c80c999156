import type { RatedItem } from '../notebook/survey';
import { LIMITS } from './answers';
import { LINKED_ITEMS } from './builtIn';

/** More would tire whoever is asked. */
export const MOST_ITEMS = 12;

/** The list with one more item of the owner's own; unchanged where the words are blank or there are too many. */
export const addedItem = (items: readonly RatedItem[], id: string, label: string): readonly RatedItem[] => {
  const words = label.trim().slice(0, LIMITS.label);
  const isKnown = items.some((item) => item.id === id || item.label?.toLowerCase() === words.toLowerCase());
  return words === '' || isKnown || items.length >= MOST_ITEMS ? items : [...items, { id, label: words }];
};

export const removedItem = (items: readonly RatedItem[], id: string): readonly RatedItem[] =>
  items.filter((item) => item.id !== id);

/** Built-in items that were taken out and may come back. */
export const absentItems = (items: readonly RatedItem[]): readonly RatedItem[] =>
  LINKED_ITEMS.filter((id) => items.every((item) => item.id !== id)).map((id) => ({ id, label: null }));
