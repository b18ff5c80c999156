import type { Walk } from './walk';
import { ownInterval } from './walk';
import { usualInterval } from './thresholds';

/** Yearly value V of a client and what it is made of (rules.md 3.6); days and cents. */
export interface YearlyValue {
  /** Usual interval m at the visit, days. */
  interval: number;
  /** Visits in the 365 days up to the visit, the first of them, and what they brought net of refunds. */
  visits: number;
  firstVisit: number;
  revenue: number;
  /** The days that stand for one year of this client: max(Y, span + m). */
  days: number;
  purchasesAYear: number;
  ticket: number;
  /** V = purchases a year x ticket. */
  value: number;
}

/** A place for the answer of `yearlyValue`, to be used again for every client. */
export const noYearlyValue = (): YearlyValue => ({
  interval: NaN,
  visits: 0,
  firstVisit: NaN,
  revenue: NaN,
  days: NaN,
  purchasesAYear: NaN,
  ticket: NaN,
  value: NaN,
});

const YEAR = 365;
const SHORTEST_LOG = 180;

/**
 * What a client brings in a year at the pace of the 12 months up to the visit with index `visit`: what they really paid,
 * never 365 / own gap (rules.md 3.6). Rows up to `upTo` count as refunds and give the age of the log: the as-of date for
 * the present, the visit's own day for the value at the start of a past absence. Writes the answer into `answer`.
 */
export function yearlyValue(walk: Walk, client: number, visit: number, upTo: number, answer: YearlyValue) {
  const { day, cents, start, other } = walk.visits;
  const first = start[client]!;
  const last = day[visit]!;
  const eve = last - YEAR;
  let revenue = 0;
  let earliest = visit;
  for (let i = visit; i >= first && day[i]! > eve; i--) {
    revenue += cents[i]!;
    earliest = i;
  }
  for (let k = other.start[client]!; k < other.start[client + 1]!; k++) {
    if (other.day[k]! > eve && other.knownFrom[k]! <= upTo) revenue += other.cents[k]!;
  }
  answer.visits = visit - earliest + 1;
  answer.firstVisit = day[earliest]!;
  answer.revenue = Math.max(0, revenue);
  answer.interval = usualInterval(
    walk.law,
    ownInterval(walk, client),
    visit - first + 1,
    walk.usedGaps[visit]!,
  );
  const logDays = Math.min(YEAR, Math.max(SHORTEST_LOG, upTo - walk.logStart));
  answer.days = Math.max(logDays, last - answer.firstVisit + answer.interval);
  answer.purchasesAYear = (answer.visits * YEAR) / answer.days;
  answer.ticket = answer.revenue / answer.visits;
  answer.value = answer.purchasesAYear * answer.ticket;
}

/** What an absence has cost so far: V x max(0, silence - m) / 365, in cents (rules.md 3.6). */
export const lostInSilence = (value: number, silence: number, interval: number): number =>
  (value * Math.max(0, silence - interval)) / YEAR;
