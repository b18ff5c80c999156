import { formatDay, formatMoney } from '../../../i18n/formats';
import { t } from '../../../i18n/t';
import { dayOfTime } from '../../../reactive/today';
import type { CorrectionShown, LineCorrected, RowShown } from '../../../workers/correctionJobs';

/** "12.00 on Mar 3, 2026, Bob Vos". */
export const rowLine = ({ day, cents, name }: RowShown, currency: string): string =>
  t('correct.row', {
    money: formatMoney(cents, currency),
    day: formatDay(day),
    named: name === '' ? 'no' : 'yes',
    name,
  });

/** What counts instead of what the file says. */
export const insteadLine = ({ now }: CorrectionShown, currency: string): string =>
  now ? t('correct.now', { row: rowLine(now, currency) }) : t('correct.cancelled');

/** "Corrected on Nov 23, 2026. The file says 12.00 on Mar 3, 2026, Bob Vos." */
export const correctedLine = ({ was, at }: LineCorrected, currency: string): string =>
  t('correct.was', { on: formatDay(dayOfTime(at)), row: rowLine(was, currency) });
