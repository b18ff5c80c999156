import type { Channel, OfferSort } from '../../../domain/notebook/plan';
import { soldAsId, type Person } from '../../../domain/notebook/person';
import type { Reason } from '../../../domain/notebook/reason';
import { employees } from '../../../domain/people/employees';
import type { EarnedBy } from '../../../domain/winback/earnedReport';
import type { Chain } from '../../../domain/winback/playbooks';
import { formatMonth } from '../../../i18n/formats';
import { reasonLabelById } from '../../../i18n/reasonLabel';
import { t } from '../../../i18n/t';
import { channelLabel, offerSortLabel, playbookLabelById } from '../../../i18n/winbackLabels';

/** What the names of lines are taken from. */
export interface Names {
  readonly reasons: readonly Reason[];
  readonly people: readonly Person[];
  readonly chains: readonly Chain[];
}

const SOLD = soldAsId('');

const personLabel = (people: readonly Person[], id: string): string =>
  employees([], people).find((person) => person.id === id)?.name ??
  (id.startsWith(SOLD) ? id.slice(SOLD.length) : t('earned.line.stranger'));

/** A line of what was earned, in words. */
export function lineLabel(by: EarnedBy, key: string, { reasons, people, chains }: Names): string {
  if (key === '') return t(`earned.line.none.${by}`);
  switch (by) {
    case 'reason':
      return reasonLabelById(reasons, key);
    case 'playbook':
      return playbookLabelById(chains, key);
    case 'offer':
      return offerSortLabel(key as OfferSort);
    case 'channel':
      return channelLabel(key as Channel);
    case 'employee':
      return personLabel(people, key);
    case 'month':
      return formatMonth(Number(key));
  }
}
