import { isoDay, parseIsoDay, type Day } from '../../../domain/kernel/day';
import { mondayOf } from '../../../domain/winback/agenda';
import type { Query } from '../../../reactive/address';

/** What the week page is asked to show; it stands in the address. */
export interface WeekView {
  readonly monday: Day;
  /** Only the steps of one person; all where empty. */
  readonly who: string;
}

/** The week that an address asks for; the present one where it asks for none. */
export function weekView(query: Readonly<Record<string, string | undefined>>, today: Day): WeekView {
  const asked = parseIsoDay(query.from ?? '');
  return { monday: mondayOf(Number.isNaN(asked) ? today : asked), who: query.who ?? '' };
}

export const weekQuery = ({ monday, who }: WeekView, today: Day): Query => ({
  from: monday === mondayOf(today) ? undefined : isoDay(monday),
  who: who || undefined,
});
