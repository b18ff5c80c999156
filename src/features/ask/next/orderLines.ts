import { askWorth, freshness } from '../../../domain/reasons/askOrder';
import { formatMoney, formatNumber } from '../../../i18n/formats';
import { t } from '../../../i18n/t';
import type { AskRow } from '../../../workers/reasonsJobs';

/** Why the list stands as it does, with the numbers of its first client. */
export const orderLines = (first: AskRow, currency: string): readonly string[] => [
  t('ask.next.order.money'),
  t('ask.next.order.example', {
    name: first.name,
    value: formatMoney(first.yearlyValue, currency),
    weeks: first.weeks,
    freshness: formatNumber(freshness(first.weeks), 2),
    worth: formatMoney(askWorth(first.yearlyValue, first.weeks), currency),
  }),
];
