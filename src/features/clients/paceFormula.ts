import { formatMoney, formatNumber } from '../../i18n/formats';
import { t } from '../../i18n/t';
import type { ClientDetail } from '../../workers/protocol';
import type { ShopRules } from './shopRules';

/** Where a client's yearly value comes from (rules.md 3.6). */
export function valueLines(
  { figures, story: { value } }: ClientDetail,
  { settings }: ShopRules,
): readonly string[] {
  if (!value) return [t('client.explain.value.never')];
  const purchases = formatNumber(figures.purchasesAYear, 2);
  const formula =
    settings.currency === 'VISITS'
      ? t('client.explain.value.visits', { purchases })
      : t('client.explain.value', {
          n: Math.round(100 * figures.purchasesAYear) / 100,
          purchases,
          ticket: formatMoney(figures.ticket, settings.currency),
          value: formatMoney(figures.yearlyValue, settings.currency),
        });
  return [formula, t('client.explain.value.pace')];
}

/** Where the purchases a year come from: the days that stand for a year are the larger of two numbers (rules.md 3.6). */
export function purchasesLines({ figures, story }: ClientDetail): readonly string[] {
  const { value } = story;
  if (!value) return [t('client.explain.value.never')];
  const days = formatNumber(value.days, 1);
  const span = figures.lastVisit - value.firstVisit;
  const isSpan = Math.abs(value.days - (span + value.interval)) < 1e-6;
  return [
    t('client.explain.purchases', {
      visits: value.visits,
      days,
      purchases: formatNumber(value.purchasesAYear, 2),
    }),
    isSpan
      ? t('client.explain.purchases.span', { days, span, interval: formatNumber(value.interval, 1) })
      : t('client.explain.purchases.log', { days }),
  ];
}
