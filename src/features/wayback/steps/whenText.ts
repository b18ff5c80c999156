import type { Day } from '../../../domain/kernel/day';
import type { PlanStep } from '../../../domain/notebook/plan';
import { formatDay } from '../../../i18n/formats';
import { t } from '../../../i18n/t';

/** When a step of a playbook falls due, as the days it keeps from what is before it. */
function afterText({ due, aftercare }: PlanStep, isFirst: boolean): string {
  const days = due.kind === 'after' ? due.days : 0;
  return t('plan.step.after', { days, from: !isFirst ? 'step' : aftercare ? 'return' : 'start' });
}

/** When a step is due, by the day where there is one. */
export function whenText(step: PlanStep, isFirst: boolean, due: Day | undefined, today: Day): string {
  if (due === undefined) return afterText(step, isFirst);
  const days = today - due;
  return t('plan.step.due', {
    day: formatDay(due),
    when: days > 0 ? 'late' : days === 0 ? 'today' : 'later',
    days,
  });
}
