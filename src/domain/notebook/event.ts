import type { Day } from '../kernel/day';
import type { EntryOf } from './entry';

/** What may change in a business before clients leave (method.md [4.4]). Stored: never rename. */
export const EVENT_SORTS = [
  'price',
  'range',
  'supplier',
  'staff',
  'hours',
  'premises',
  'website',
  'competitor',
  'other',
] as const;

export type EventSort = (typeof EVENT_SORTS)[number];

/** Something that happened to the business, noted by the owner (method.md [4.4]). */
export interface BusinessEvent extends EntryOf<'event'> {
  readonly day: Day;
  readonly sort: EventSort;
  readonly text: string;
}
