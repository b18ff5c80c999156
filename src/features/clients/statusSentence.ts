import { STATUS_NAMES } from '../../domain/loss/status';
import type { StorySilence } from '../../domain/loss/clientStory';
import { formatDay } from '../../i18n/formats';
import { t, type Params } from '../../i18n/t';
import type { ClientDetail } from '../../workers/protocol';
import type { ShopRules } from './shopRules';

const long = (day: number): string => formatDay(day, 'long');

/** What the patience with a client rests on: the owner's word, the shop's own sales, or the rule alone. */
function basisOf(
  { card, figures }: ClientDetail,
  { settings, typicalGap, typicalGapFound }: ShopRules,
): string {
  if (card?.interval !== undefined) return 'owner';
  const isMostReturns = figures.lostAfter > typicalGap;
  return settings.preset === 'rhythm' && typicalGapFound && isMostReturns ? 'shop' : 'rule';
}

/** Where a client stands and why, in one sentence (rules.md 3.4). */
export function statusSentence(detail: ClientDetail, rules: ShopRules): string {
  const { silence } = detail.story;
  const name = STATUS_NAMES[detail.status] ?? 'potential';
  if (!silence || name === 'potential') return potential(detail);
  const params = paramsOf(detail, silence, basisOf(detail, rules));
  if (detail.figures.visits === 1) {
    if (name === 'lost') return t('client.sentence.lostOnce', params);
    if (name === 'sleeping') return t('client.sentence.sleepingOnce', params);
  }
  return t(`client.sentence.${name}`, params);
}

function potential({ story: { refunds, cancelled } }: ClientDetail): string {
  const day = Math.max(...[...refunds, ...cancelled].map((some) => some.day));
  const what = cancelled.length > 0 ? 'cancelled' : refunds.length > 0 ? 'refund' : 'nothing';
  return t('client.sentence.potential', { what, day: long(day) });
}

function paramsOf({ figures, story }: ClientDetail, silence: StorySilence, basis: string): Params {
  const absence = story.gaps.find((gap) => gap.to === figures.recoveredDate);
  return {
    basis,
    interval: Math.round(figures.interval),
    silence: silence.days,
    sleepAfter: silence.sleepAfter,
    lostAfter: silence.lostAfter,
    sleepDate: long(silence.sleepDate),
    lostDate: long(silence.lostDate),
    firstVisit: long(figures.firstVisit),
    recoveredDate: long(figures.recoveredDate),
    away: absence?.days ?? 0,
    times: figures.timesLost,
  };
}
