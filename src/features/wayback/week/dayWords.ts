import type { Day } from '../../../domain/kernel/day';
import type { ShopSettings } from '../../../domain/shop/settings';
import { weekdayOf } from '../../../domain/winback/schedule';
import { formatDay } from '../../../i18n/formats';
import { t } from '../../../i18n/t';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** "Monday 23 November" */
export const dayTitle = (day: Day): string =>
  t(`week.day.${WEEKDAYS[weekdayOf(day)]!}`, { day: formatDay(day, 'dayMonth') });

/** Why no step falls on a day; undefined for a day on which the shop works. */
export const dayMark = (day: Day, { closures, freeWeekdays }: ShopSettings): string | undefined =>
  closures.some(({ first, last }) => first <= day && day <= last)
    ? t('week.closed')
    : freeWeekdays.includes(weekdayOf(day))
      ? t('week.free')
      : undefined;
