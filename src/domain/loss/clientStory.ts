import type { Day } from '../kernel/day';
import type { LossColumns } from '../sales/columns';
import { rowsByClient } from './byClient';
import { dayAfterOpenDays, openDays } from './closedDays';
import type { Rules } from './rules';
import { STATUS, type StatusCode } from './status';
import { statusOf } from './statusOf';
import { sleepAfter } from './thresholds';
import { ownInterval, walkShop, type Walk } from './walk';
import { lostInSilence, noYearlyValue, yearlyValue, type YearlyValue } from './yearlyValue';

/** A client-day with money; cents. */
export interface StoryDay {
  readonly day: Day;
  readonly cents: number;
}

/** A past loss: what stayed away and for how long (rules.md 3.6). */
export interface StoryLoss {
  readonly lostDate: Day;
  readonly yearlyValue: number;
  /** Yearly value x (gap - m) / 365, cents. */
  readonly moneyLost: number;
}

/** The time between two visits; `days` leaves closures out. */
export interface StoryGap {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly loss: StoryLoss | null;
}

/** The silence since the last visit, with the dates on which it becomes, or became, sleeping and lost. */
export interface StorySilence {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly sleepAfter: number;
  readonly lostAfter: number;
  readonly sleepDate: Day;
  readonly lostDate: Day;
}

/** One client's life with the shop, for the strip of visits and for "how is this computed?". */
export interface ClientStory {
  readonly status: StatusCode;
  readonly visits: readonly StoryDay[];
  /** Visits that a later refund cancelled, and the refunds themselves. */
  readonly cancelled: readonly StoryDay[];
  readonly refunds: readonly StoryDay[];
  readonly gaps: readonly StoryGap[];
  /** Null for a client without a visit. */
  readonly silence: StorySilence | null;
  /** What the present yearly value is made of; null for a client without a visit. */
  readonly value: Readonly<YearlyValue> | null;
}

/**
 * The story of one client up to the as-of date, walked as in the analysis of the whole shop, whose typical gap in days is
 * given (rules.md 3.1-3.6). A client without a row by then has an empty story and is potential.
 */
export function clientStory(
  sales: LossColumns,
  client: number,
  rules: Rules,
  typicalGap: number,
  asOf: Day,
): ClientStory {
  const own = ownRows(sales, client, asOf);
  const interval = rules.intervals.get(client);
  const ownRules: Rules = {
    ...rules,
    typicalGap,
    intervals: new Map(interval === undefined ? [] : [[0, interval]]),
  };
  const rows = { ...rowsByClient(own.sales, 1, asOf), logStart: own.logStart };
  const walk = walkShop(rows, ownRules, asOf);
  const { visits } = walk;
  const days = Array.from(visits.day, (day, i) => ({ day: day as Day, cents: visits.cents[i]! }));
  const other = visits.other.day.map((day, k) => ({ day: day as Day, cents: visits.other.cents[k]! }));
  const silence = silenceOf(walk);
  const value = noYearlyValue();
  if (silence) yearlyValue(walk, 0, days.length - 1, asOf, value);
  return {
    status: silence
      ? statusOf(walk, 0, silence.days, silence.sleepAfter, silence.lostAfter)
      : STATUS.potential,
    visits: days,
    cancelled: other.filter(({ cents }) => cents > 0),
    refunds: other.filter(({ cents }) => cents < 0),
    gaps: days.slice(1).map((_, i) => gapAfter(walk, i)),
    silence,
    value: silence ? value : null,
  };
}

/** The client's rows as a log of its own with client 0, and the first day of the whole shop's log. */
function ownRows(
  { length, day, client, cents }: LossColumns,
  wanted: number,
  asOf: Day,
): { sales: LossColumns; logStart: Day } {
  const rows: number[] = [];
  let logStart: number = asOf;
  for (let i = 0; i < length; i++) {
    if (day[i]! > asOf) continue;
    if (day[i]! < logStart) logStart = day[i]!;
    if (client[i] === wanted) rows.push(i);
  }
  return {
    sales: {
      length: rows.length,
      day: Int32Array.from(rows, (i) => day[i]!),
      client: new Uint32Array(rows.length),
      cents: Float64Array.from(rows, (i) => cents[i]!),
    },
    logStart: logStart as Day,
  };
}

function gapAfter(walk: Walk, visit: number): StoryGap {
  const from = walk.visits.day[visit]! as Day;
  const to = walk.visits.day[visit + 1]! as Day;
  const days = openDays(walk.closed, from, to);
  return { from, to, days, loss: walk.absences.includes(visit) ? lossAfter(walk, visit, from, days) : null };
}

function lossAfter(walk: Walk, visit: number, from: Day, days: number): StoryLoss {
  const then = noYearlyValue();
  yearlyValue(walk, 0, visit, from, then);
  return {
    lostDate: dayAfterOpenDays(walk.closed, from, walk.lostAfter[visit]!),
    yearlyValue: then.value,
    moneyLost: lostInSilence(then.value, days, then.interval),
  };
}

function silenceOf(walk: Walk): StorySilence | null {
  const { visits, closed, asOf } = walk;
  const last = visits.day.length - 1;
  if (last < 0) return null;
  const from = visits.day[last]! as Day;
  const sleep = sleepAfter(walk.law, ownInterval(walk, 0), last + 1, walk.usedGaps[last]!);
  const lost = walk.lostAfter[last]!;
  return {
    from,
    to: asOf,
    days: openDays(closed, from, asOf),
    sleepAfter: sleep,
    lostAfter: lost,
    sleepDate: dayAfterOpenDays(closed, from, sleep),
    lostDate: dayAfterOpenDays(closed, from, lost),
  };
}
