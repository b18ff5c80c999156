import { formatDay, formatMoney } from '../../../i18n/formats';
import { t } from '../../../i18n/t';
import type { SameEffect, SameSide } from '../../../workers/sameJobs';

/** What is known of one of two clients, line by line, without what is not known. */
export function sideLines(side: SameSide, currency: string): string[] {
  const { number, phone, email, visits, lastVisit, yearlyValue } = side;
  const money = formatMoney(yearlyValue, currency, { rounded: true });
  return [
    t('same.visits', { visits, day: visits === 0 ? '' : formatDay(lastVisit) }),
    t('same.value', { money }),
    number && t('same.number', { number }),
    phone,
    email,
  ].filter((line) => line !== '');
}

/** "1 lost client fewer, a loss of 480 a year less." */
export function effectLine({ lost, loss }: SameEffect, currency: string): string {
  return t('same.effect', {
    lost: Math.abs(lost),
    more: lost > 0 ? 'yes' : 'no',
    change: loss === 0 ? 'none' : loss < 0 ? 'less' : 'more',
    money: formatMoney(Math.abs(loss), currency, { rounded: true }),
  });
}
