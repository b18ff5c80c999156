import type { Day } from '../../../domain/kernel/day';
import type { CalendarStep } from '../../../domain/winback/ics';
import { t } from '../../../i18n/t';
import { channelLabel, stepLabel } from '../../../i18n/winbackLabels';
import type { WeekStep } from './agenda';

/**
 * The steps that a calendar reminds of: the next one of each plan, as all others hang on what comes of it. What is overdue stands on today,
 * where an alarm can still ring.
 */
export const calendarSteps = (steps: readonly WeekStep[], today: Day): readonly CalendarStep[] =>
  steps
    .filter(({ isNext }) => isNext)
    .map(({ plan, step, due, row, changes }) => ({
      id: `${plan}-${step.id}`,
      day: due < today ? today : due,
      title: t('week.calendar.title', { channel: channelLabel(step.channel), name: row.name }),
      text: t('week.calendar.text', {
        step: stepLabel(step),
        reach: [row.phone, row.email].filter(Boolean).join(', '),
        known: row.phone || row.email ? 'yes' : 'no',
      }),
      changes,
    }));
