import { birthdayFrom } from '../../../domain/intake/list/birthday';
import type { ListFact } from '../../../domain/intake/list/listFields';
import type { ListChange } from '../../../domain/intake/list/planList';
import { dayOf } from '../../../domain/kernel/day';
import { formatDay } from '../../../i18n/formats';
import { t } from '../../../i18n/t';
import type { ListReport } from '../../../workers/listJobs';

const LEAP_YEAR = 2024;

/** What a list says, as people read it: birthdays are kept without a year. */
export function factText(fact: ListFact, text: string): string {
  const birthday = fact === 'birthday' ? birthdayFrom(text) : undefined;
  return birthday ? formatDay(dayOf(LEAP_YEAR, birthday.month, birthday.date), 'dayMonth') : text;
}

/** "120 phone numbers", "80 birthdays"; none where a list adds nothing. */
export const addsLines = ({ adds }: ListReport): readonly string[] =>
  Object.entries(adds).flatMap(([fact, n]) =>
    n > 0 ? [t(`lists.add.${fact as Exclude<ListFact, 'name'>}`, { n })] : [],
  );

/** Changes of one client together, in the order in which each client comes first. */
export function byClient(changes: readonly ListChange[]): (readonly [ListChange, ...ListChange[]])[] {
  const clients = new Map<number, [ListChange, ...ListChange[]]>();
  for (const change of changes) {
    const own = clients.get(change.client);
    if (own) own.push(change);
    else clients.set(change.client, [change]);
  }
  return [...clients.values()];
}
