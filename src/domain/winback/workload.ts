import type { Day } from '../kernel/day';
import type { Channel, Plan, PlanStep } from '../notebook/plan';
import type { scheduler } from './schedule';

/** Minutes of winning clients back that somebody finds in a day beside the shop's own work: half a working day. */
export const MINUTES_A_DAY = 240;

/** What falls on one person in one day. */
export interface DayLoad {
  readonly day: Day;
  /** A person's id; null for the head. */
  readonly who: string | null;
  readonly minutes: number;
  readonly steps: number;
  /** The way that takes most of the time, and how many of the steps go that way. */
  readonly channel: Channel;
  readonly count: number;
}

/** A step on the day it falls due, and whose it is. */
export interface DatedStep {
  readonly day: Day;
  readonly who: string | null;
  readonly step: Pick<PlanStep, 'channel' | 'minutes'>;
}

/** The steps on the way back of plans of which nothing is done yet, each on its day (method.md [5.2]). */
export const datedSteps = (
  plans: readonly Plan[],
  dueDays: ReturnType<typeof scheduler>,
): readonly DatedStep[] =>
  plans.flatMap((plan) => {
    const due = dueDays(plan, { recoveredOn: null });
    return plan.steps.flatMap((step) => {
      const day = due.get(step.id);
      return day === undefined ? [] : [{ day, who: step.who ?? plan.responsible, step }];
    });
  });

/**
 * The day on which some steps ask most of one person, with what that person has to do `besides`; the earliest where several ask as much. Null
 * without steps.
 */
export function fullestDay(steps: readonly DatedStep[], besides: readonly DatedStep[] = []): DayLoad | null {
  const loads = new Map<string, DatedStep[]>();
  for (const dated of steps) {
    const there = loads.get(keyOf(dated));
    if (there) there.push(dated);
    else loads.set(keyOf(dated), [dated]);
  }
  for (const dated of besides) loads.get(keyOf(dated))?.push(dated);
  let fullest: { of: readonly DatedStep[]; minutes: number } | undefined;
  for (const of of loads.values()) {
    const minutes = minutesOf(of);
    const isFuller =
      !fullest ||
      minutes > fullest.minutes ||
      (minutes === fullest.minutes && of[0]!.day < fullest.of[0]!.day);
    if (isFuller) fullest = { of, minutes };
  }
  if (!fullest) return null;
  const { of, minutes } = fullest;
  const { day, who } = of[0]!;
  return { day, who, minutes, steps: of.length, ...mainWay(of) };
}

const keyOf = ({ day, who }: DatedStep): string => `${day} ${who ?? ''}`;

const minutesOf = (steps: readonly DatedStep[]): number =>
  steps.reduce((sum, { step }) => sum + step.minutes, 0);

function mainWay(steps: readonly DatedStep[]): Pick<DayLoad, 'channel' | 'count'> {
  const ways = [...new Set(steps.map(({ step }) => step.channel))].map((channel) => {
    const those = steps.filter(({ step }) => step.channel === channel);
    return { channel, count: those.length, minutes: minutesOf(those) };
  });
  const { channel, count } = ways.reduce((most, way) => (way.minutes > most.minutes ? way : most));
  return { channel, count };
}

/**
 * How many plans may begin a day so that no day asks more than `most` minutes of anybody: fewer than `aDay`, at least one. `loadAt` gives the
 * minutes of the fullest day for so many a day. Null where even one a day is not lighter than what is there.
 */
export function lighterPace(
  aDay: number,
  loadAt: (aDay: number) => number,
  most = MINUTES_A_DAY,
): number | null {
  const present = loadAt(aDay);
  let pace = aDay;
  let load = present;
  while (load > most && pace > 1) {
    pace = Math.max(1, Math.min(pace - 1, Math.floor((pace * most) / load)));
    load = loadAt(pace);
  }
  return load < present ? pace : null;
}
