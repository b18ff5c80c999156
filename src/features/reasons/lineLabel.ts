import { soldAsId, type Person } from '../../domain/notebook/person';
import type { Reason } from '../../domain/notebook/reason';
import { employees } from '../../domain/people/employees';
import { NO_KEY, NOT_ASKED, REST, UNKNOWN, type Dimension } from '../../domain/reasons/reasonsReport';
import { formatMonth } from '../../i18n/formats';
import { reasonLabelById } from '../../i18n/reasonLabel';
import { t, tMaybe } from '../../i18n/t';

/** What the names of lines are taken from. */
export interface Names {
  readonly catalogue: readonly Reason[];
  readonly people: readonly Person[];
}

const SOLD = soldAsId('');

/** Somebody of the staff by their id: as the owner wrote it, else as the sales do. */
export const personName = (people: readonly Person[], id: string): string =>
  employees([], people).find((person) => person.id === id)?.name ??
  (id.startsWith(SOLD) ? id.slice(SOLD.length) : t('reasons.line.stranger'));

/** A line of a table of lost money in words. */
export function lineLabel(dimension: Dimension, key: string, { catalogue, people }: Names): string {
  if (key === NOT_ASKED) return t('reason.not-asked');
  if (key === UNKNOWN) return t('reason.unknown');
  switch (dimension) {
    case 'reason':
      return reasonLabelById(catalogue, key);
    case 'group':
      return tMaybe(`reason.group.${key}`) ?? key;
    case 'type':
      return tMaybe(`reason.type.${key}`) ?? key;
    case 'month':
      return formatMonth(Number(key));
    default:
      break;
  }
  if (key === NO_KEY) return t(`reasons.line.none.${dimension}`);
  if (key === REST) return t(`reasons.line.rest.${dimension}`);
  return dimension === 'employee' ? personName(people, key) : key;
}
