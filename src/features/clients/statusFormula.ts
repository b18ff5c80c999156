import { LONGEST_PATIENCE } from '../../domain/loss/thresholds';
import type { StorySilence } from '../../domain/loss/clientStory';
import { formatDay, formatNumber } from '../../i18n/formats';
import { t } from '../../i18n/t';
import type { ClientDetail } from '../../workers/protocol';
import type { ShopRules } from './shopRules';

/** The owner's own interval is borne one and a half times (rules.md 3.3). */
const OWN_PATIENCE = 1.5;

/** How a client's status came about, line by line, with this client's numbers (rules.md 3.3, 3.4). */
export function statusFormula(detail: ClientDetail, rules: ShopRules): readonly string[] {
  const { silence } = detail.story;
  if (!silence) return [];
  const isOwn = detail.card?.interval !== undefined;
  const own = isOwn ? [ownInterval(detail)] : [interval(detail, rules)].filter((line) => line !== undefined);
  const limits = isOwn
    ? [sleepTimes(detail), lostTimes(detail, OWN_PATIENCE, false)]
    : [sleeping(detail, rules), lost(detail, rules)];
  return [...own, ...limits, silent(silence)];
}

const ownInterval = ({ figures }: ClientDetail): string =>
  t('client.rule.interval.owner', { interval: Math.round(figures.interval) });

function interval(
  { figures }: ClientDetail,
  { settings, typicalGap, typicalGapFound }: ShopRules,
): string | undefined {
  const gaps = figures.visits - 1;
  const shown = formatNumber(figures.interval, 1);
  if (settings.preset === 'classic') {
    if (gaps === 0) return undefined;
    return t('client.rule.interval.mean', {
      gaps,
      used: formatNumber(figures.interval * gaps, 0),
      interval: shown,
    });
  }
  const gap = formatNumber(typicalGap, 1);
  const found = typicalGapFound ? 'yes' : 'no';
  if (gaps === 0) return t('client.rule.interval.once', { found, gap });
  const used = formatNumber(figures.interval * (2 + gaps) - 2 * typicalGap, 0);
  return t('client.rule.interval.blend', { found, gap, gaps, used, interval: shown });
}

function sleeping(detail: ClientDetail, { settings }: ShopRules): string {
  const { visits, sleepAfter: days } = detail.figures;
  if (settings.preset === 'fixed') return t('client.rule.sleep.fixed', { fixed: settings.fixedDays, days });
  if (settings.preset === 'rhythm') return sleepTimes(detail);
  return visits === 1 ? t('client.rule.sleep.given', { days }) : t('client.rule.sleep.once', { days });
}

const sleepTimes = ({ figures }: ClientDetail): string =>
  t('client.rule.sleep.times', { interval: formatNumber(figures.interval, 1), days: figures.sleepAfter });

function lost(detail: ClientDetail, { settings }: ShopRules): string {
  const { visits, lostAfter: days } = detail.figures;
  if (settings.preset === 'fixed') return t('client.rule.lost.fixed', { days });
  if (settings.preset === 'rhythm') return lostTimes(detail, patienceFor(visits, settings.patience), true);
  return visits === 1 ? t('client.rule.lost.given', { days }) : lostTimes(detail, 4 / 3, false);
}

const patienceFor = (
  visits: number,
  [one, two, threeToFive, sixPlus]: ShopRules['settings']['patience'],
): number => (visits === 1 ? one : visits === 2 ? two : visits < 6 ? threeToFive : sixPlus);

function lostTimes({ figures }: ClientDetail, patience: number, byVisits: boolean): string {
  const times = formatNumber(patience, 2);
  const product = patience * figures.interval;
  if (product > LONGEST_PATIENCE) {
    return t('client.rule.lost.capped', {
      times,
      product: formatNumber(product, 0),
      days: figures.lostAfter,
    });
  }
  const why = byVisits ? 'visits' : 'rule';
  const shown = formatNumber(figures.interval, 1);
  return t('client.rule.lost.times', {
    times,
    why,
    visits: figures.visits,
    interval: shown,
    days: figures.lostAfter,
  });
}

const silent = ({ from, to, days }: StorySilence): string =>
  t('client.rule.silence', {
    from: formatDay(from, 'long'),
    to: formatDay(to, 'long'),
    days,
    closed: to - from - days,
  });
