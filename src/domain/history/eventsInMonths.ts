import { monthOf, type Month } from '../kernel/day';
import type { BusinessEvent } from '../notebook/event';

/** An event with its place among the months of a chart. */
export interface EventInMonth {
  readonly event: BusinessEvent;
  readonly index: number;
}

/** The events that fall into some months, by day; `index` counts months from the first, and others are left out (method.md [4.4]). */
export const eventsInMonths = (
  events: readonly BusinessEvent[],
  first: Month,
  count: number,
): readonly EventInMonth[] =>
  [...events]
    .sort((a, b) => a.day - b.day || a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
    .map((event) => ({ event, index: monthOf(event.day) - first }))
    .filter(({ index }) => index >= 0 && index < count);
