import { isoDay, parseIsoDay, type Day } from '../../domain/kernel/day';
import type { BusinessEvent, EventSort } from '../../domain/notebook/event';
import { t } from '../../i18n/t';

/** An event that is only begun. */
export type EventDraft = Partial<Pick<BusinessEvent, 'day' | 'sort' | 'text'>>;

/** An event as it stands in the form. */
export interface EventFields {
  readonly sort: EventSort | undefined;
  /** "2026-03-31", or empty. */
  readonly day: string;
  readonly text: string;
}

/** What usually happens, as a text to start from; of everything else there is none. */
export const usualText = (sort: EventSort | undefined): string =>
  sort === undefined || sort === 'other' ? '' : t(`history.example.${sort}`);

export const fieldsOf = ({ sort, day, text }: EventDraft): EventFields => ({
  sort,
  day: day === undefined ? '' : isoDay(day),
  text: text ?? usualText(sort),
});

/** The fields with another sort; a text that nobody wrote follows it. */
export const withSort = (fields: EventFields, sort: EventSort): EventFields => {
  const isOwn = fields.text.trim() !== '' && fields.text !== usualText(fields.sort);
  return { ...fields, sort, text: isOwn ? fields.text : usualText(sort) };
};

export type EventMistake = 'sort' | 'day' | 'text';

/** What must still be filled in; an event of days to come has not happened. */
export function mistakesIn({ sort, day, text }: EventFields, today: Day): ReadonlySet<EventMistake> {
  const mistakes = new Set<EventMistake>();
  if (sort === undefined) mistakes.add('sort');
  if (!(parseIsoDay(day) <= today)) mistakes.add('day');
  if (text.trim() === '') mistakes.add('text');
  return mistakes;
}
