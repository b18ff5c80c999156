import { formatMoney, formatPercent } from '../../i18n/formats';
import { t } from '../../i18n/t';

/** A yearly loss between what will likely stay lost and all of it, in cents, of so many lost clients. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly lost: number;
  readonly currency: string;
}

/** Where both ends of the range come from (rules.md 3.6); `clients` taught the chances. */
export const expectedLines = ({ low, high, lost, currency }: Range, clients: number): readonly string[] => [
  t('loss.expected.explain.high', { high: formatMoney(high, currency), lost }),
  t('loss.expected.explain.low', {
    low: formatMoney(low, currency),
    percent: formatPercent(high > 0 ? 100 * (1 - low / high) : NaN),
  }),
  t('loss.expected.explain.model', { clients }),
];
