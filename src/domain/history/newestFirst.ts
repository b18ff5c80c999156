import type { BusinessEvent } from '../notebook/event';

/** Events as the history of a business lists them: the newest day first, of one day those noted last (method.md [4.4]). */
export const newestFirst = (events: readonly BusinessEvent[]): readonly BusinessEvent[] =>
  [...events].sort((a, b) => b.day - a.day || b.madeAt - a.madeAt || (a.id < b.id ? -1 : 1));
