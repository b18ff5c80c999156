import { addDays, type Day } from '../../domain/kernel/day';
import type { CauseEffect, ReasonsReport } from '../../domain/reasons/reasonsReport';
import { formatDay, formatMoney, formatPercent } from '../../i18n/formats';
import { t } from '../../i18n/t';

type Effect = NonNullable<CauseEffect['effect']>;
type Span = Pick<ReasonsReport, 'asOf' | 'ripeUntil'>;

/** A whole month, and a day to be sure of it. */
const FIRST_MONTH = 31;

/** At most this chance of an accident, and a fall is hardly one; at most the second, and it is probably none. */
const HARDLY = 0.05;
const PROBABLY_NOT = 0.2;

/** Below this part of the answers asked before, a fall may come from asking less. */
const ASKED_LESS = 0.7;

/** What can be said of a cause since it was removed, in one sentence. */
export function effectSentence(effect: Effect | null, doneOn: Day, span: Span): string {
  if (!effect) return nothingYet(doneOn, span);
  const { months, clientsBefore, clientsAfter } = effect;
  const counts = { months, before: clientsBefore, after: clientsAfter };
  if (clientsBefore === 0 && clientsAfter === 0) return t('reasons.effect.none', counts);
  if (clientsAfter >= clientsBefore)
    return t('reasons.effect.notFallen', {
      ...counts,
      way: clientsAfter > clientsBefore ? 'more' : 'same',
    });
  return t('reasons.effect.fallen', {
    ...counts,
    rare: String(effect.accident < 0.01),
    cases: Math.max(1, Math.round(100 * effect.accident)),
    verdict: effect.accident <= HARDLY ? 'hardly' : effect.accident <= PROBABLY_NOT ? 'probably' : 'maybe',
  });
}

/** The later spans of a loss are seen last: the first whole month after it can be judged only so many days from now. */
function nothingYet(doneOn: Day, { asOf, ripeUntil }: Span): string {
  const ripe = addDays(doneOn, FIRST_MONTH);
  if (ripe <= ripeUntil) return t('reasons.effect.noBefore');
  return t('reasons.effect.early', { day: formatDay(addDays(ripe, asOf - ripeUntil), 'long') });
}

const MOST_MONTHS = 12;
const MONTH = 365 / 12;

/** Why no more than these months are compared, where they are less than a year; undefined where they are not. */
export function shortSpan({ months }: Effect, doneOn: Day, { ripeUntil }: Span): string | undefined {
  if (months >= MOST_MONTHS) return undefined;
  const isRipe = Math.floor((ripeUntil - doneOn + 1) / MONTH) > months;
  return isRipe
    ? t('reasons.effect.span.before', { months })
    : t('reasons.effect.span.after', { months, day: formatDay(ripeUntil, 'long') });
}

/** Whether fewer of the newly lost were asked than before: then a fall says less. */
export const askedLess = ({ knownBefore, knownAfter, clientsAfter, clientsBefore }: Effect): boolean =>
  clientsAfter < clientsBefore && knownAfter < ASKED_LESS * knownBefore;

/** Where the sentence comes from, with this cause's numbers. */
export function effectLines(effect: Effect, doneOn: Day, currency: string): readonly string[] {
  const { months, clientsBefore, clientsAfter, centsBefore, centsAfter, knownBefore, knownAfter } = effect;
  const share = (part: number) => formatPercent(100 * part, 0);
  return [
    t('reasons.effect.explain.count', {
      months,
      day: formatDay(doneOn, 'long'),
      before: clientsBefore,
      moneyBefore: formatMoney(centsBefore, currency),
      after: clientsAfter,
      moneyAfter: formatMoney(centsAfter, currency),
    }),
    t('reasons.effect.explain.asked', { before: share(knownBefore), after: share(knownAfter) }),
    t('reasons.effect.explain.accident', {
      sum: clientsBefore + clientsAfter,
      after: clientsAfter,
      percent: formatPercent(100 * effect.accident),
    }),
  ];
}
