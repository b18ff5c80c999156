import type { Headline } from '../../domain/loss/headline';
import { formatCount, formatMoney } from '../../i18n/formats';

/** The loss of the last 12 months in words for a sentence: clients, of how many, money a year. */
export function lossParams({ report }: Headline, currency: string) {
  const { lost, base, lostValue } = report.year;
  return {
    lost: formatCount(lost),
    base: formatCount(base),
    money: formatMoney(lostValue, currency, { rounded: true }),
  };
}

export const sameLoss = (a: Headline, b: Headline): boolean =>
  a.report.year.lost === b.report.year.lost &&
  a.report.year.base === b.report.year.base &&
  Math.round(a.report.year.lostValue) === Math.round(b.report.year.lostValue);
