import { eventsInMonths } from '../../domain/history/eventsInMonths';
import type { Month } from '../../domain/kernel/day';
import type { BusinessEvent } from '../../domain/notebook/event';
import type { ChartMark } from '../../ui/chart/plan';

type EventMark = ChartMark & { readonly event: BusinessEvent };

/** The same nothing each time, so that a chart without marks is not drawn twice. */
const NONE: readonly EventMark[] = [];

/** The changes in the business that the chart of some months shows, by day. */
export function eventMarks(events: readonly BusinessEvent[], months: readonly Month[]): readonly EventMark[] {
  const [first] = months;
  const placed = first === undefined ? [] : eventsInMonths(events, first, months.length);
  return placed.length === 0 ? NONE : placed.map(({ event, index }) => ({ event, index, label: event.text }));
}
