import type { Day } from '../domain/kernel/day';
import type { LostRatio } from '../domain/loss/lossReport';
import { isWholeYear } from '../domain/loss/yearBand';
import { formatDay } from './formats';
import { t } from './t';

/** Figures kept from a few days ago, which are about to be confirmed, speak of "the last 12 months" all the same. */
const FRESH_DAYS = 7;

/**
 * The sentence that leads to the yearly loss: "In the last 12 months 214 of 1,402 clients left. At their pace that is".
 * It names the period as it is: up to a past day, or as short as the log. Needs the area `figures`.
 */
export function yearSentence({ from, to, lost, base }: LostRatio, today: Day): string {
  const period = !isWholeYear({ from, to }) ? 'short' : today - to <= FRESH_DAYS ? 'recent' : 'past';
  return t('loss.year.sentence', { period, upTo: formatDay(to, 'long'), days: to - from + 1, lost, base });
}
