import { formatMoney, formatNumber, formatPercent } from '../../i18n/formats';
import { t } from '../../i18n/t';
import type { CaseFile } from '../../workers/reasonsJobs';
import type { Weighing } from './weighing';

/** How the expected gain came about, line by line, with this client's numbers (rules.md 3.6). */
export function gainLines(
  { attempt, result }: Weighing,
  file: CaseFile,
  currency: string,
): readonly string[] {
  const money = (cents: number) => formatMoney(cents, currency);
  const { minutes, hourCost } = attempt;
  const parts = {
    value: money(attempt.yearlyValue),
    years: formatNumber(attempt.years, 1),
    margin: formatPercent(100 * attempt.margin),
    chance: formatPercent(100 * attempt.chance),
    natural: formatPercent(100 * (attempt.natural ?? 0)),
    cost: money(result.cost),
    gain: money(result.gain),
  };
  const cost =
    hourCost === null
      ? t('ask.gain.cost.noHour', { cost: money(attempt.cost), minutes })
      : t('ask.gain.cost', {
          cost: money(attempt.cost),
          minutes,
          hour: money(hourCost),
          all: money(result.cost),
        });
  const isKnown = Number.isFinite(result.breakEven) && result.cost > 0;
  return [
    t(file.marginKnown ? 'ask.gain.formula' : 'ask.gain.formula.revenue', parts),
    naturalLine(file),
    ...(minutes > 0 ? [cost] : []),
    ...(isKnown ? [t('ask.gain.even', { points: formatNumber(100 * result.breakEven, 1) })] : []),
  ];
}

/** Where the chance that they come back by themselves comes from, with the figure of the client's page. */
function naturalLine({ natural, naturalCases }: CaseFile): string {
  if (natural === null) return t('ask.gain.natural.none');
  if (!naturalCases) return t('ask.gain.natural.model', { percent: formatPercent(100 * natural) });
  const { cases, returned, followUp } = naturalCases;
  return t('ask.gain.natural.cases', {
    cases,
    returned,
    days: followUp,
    percent: formatPercent(100 * natural),
  });
}
