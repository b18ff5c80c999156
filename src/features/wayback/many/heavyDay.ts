import type { Day } from '../../../domain/kernel/day';
import type { Plan } from '../../../domain/notebook/plan';
import type { scheduler } from '../../../domain/winback/schedule';
import {
  datedSteps,
  fullestDay,
  lighterPace,
  MINUTES_A_DAY,
  type DatedStep,
  type DayLoad,
} from '../../../domain/winback/workload';

/** A day that asks more of somebody than a day holds. */
export interface HeavyDay {
  readonly load: DayLoad;
  /** So many plans begun a day would ask less; null where beginning them more slowly does not help. */
  readonly pace: number | null;
}

/** The heaviest day of new plans, with what is planned already; null where every day is light enough. */
export function heavyDay(
  plans: readonly Plan[],
  busy: readonly DatedStep[],
  dueDays: ReturnType<typeof scheduler>,
  aDay: number,
  beginning: (aDay: number) => readonly Day[],
): HeavyDay | null {
  const loadAt = (pace: number): DayLoad | null => {
    const days = beginning(pace);
    const begun = plans.map((plan, k) => ({ ...plan, startedOn: days[k] ?? plan.startedOn }));
    return fullestDay(datedSteps(begun, dueDays), busy);
  };
  const present = Math.min(aDay, plans.length);
  const load = loadAt(present);
  if (!load || load.minutes <= MINUTES_A_DAY) return null;
  return { load, pace: lighterPace(present, (pace) => loadAt(pace)?.minutes ?? 0) };
}
