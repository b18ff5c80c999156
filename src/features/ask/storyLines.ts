import { isLostStatus } from '../../domain/loss/status';
import { formatDay, formatMoney } from '../../i18n/formats';
import { t } from '../../i18n/t';
import type { CaseFile } from '../../workers/reasonsJobs';

/** How a client bought until they left (rules.md 3.3, 3.4). */
export function rhythmLines(file: CaseFile): readonly string[] {
  const { visits, silence, timesLost } = file;
  const [first, last] = [formatDay(file.firstVisit, 'long'), formatDay(file.lastVisit, 'long')];
  const lostDate = formatDay(file.lostDate, 'long');
  const interval = Math.round(file.interval);
  const absence =
    visits > 1
      ? t('ask.story.interval', { interval, silence, lostDate })
      : t('ask.story.once', { silence, lostDate });
  return [
    t('ask.story.visits', { visits, first, last }),
    ...(isLostStatus(file.status) ? [absence] : []),
    ...(timesLost > 1 ? [t('ask.story.again', { times: timesLost })] : []),
  ];
}

/** Where the yearly value and what was lost so far come from (rules.md 3.6). */
export function valueLines(file: CaseFile, currency: string): readonly string[] {
  const value = formatMoney(file.yearlyValue, currency);
  const interval = Math.round(file.interval);
  const days = Math.max(0, Math.round(file.silence - file.interval));
  const lost = formatMoney(file.lostSoFar, currency);
  return [
    t('ask.story.explain.value', { value }),
    ...(file.lostSoFar > 0 ? [t('ask.story.explain.lost', { value, days, interval, lost })] : []),
  ];
}
