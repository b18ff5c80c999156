import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../src/domain/kernel/day';
import { analyse } from '../../../src/domain/loss/analyse';
import { clientStory, type ClientStory } from '../../../src/domain/loss/clientStory';
import type { LossReport } from '../../../src/domain/loss/lossReport';
import { defaultRules, type Rules } from '../../../src/domain/loss/rules';
import { STATUS_NAMES } from '../../../src/domain/loss/status';
import golden from '../../golden/status.json';
import { day, salesLog, type Sale } from '../../support/salesLog';

interface Expected {
  readonly status?: string;
  readonly visits?: number;
  readonly lastVisit?: string;
  readonly silence?: number;
  readonly interval?: number;
  readonly sleepAfter?: number;
  readonly lostAfter?: number;
  readonly sleepDate?: string;
  readonly lostDate?: string;
  readonly timesLost?: number;
  readonly revenue?: number;
  readonly purchasesAYear?: number;
  readonly ticket?: number;
  readonly yearlyValue?: number;
  readonly lostSoFar?: number;
  readonly pastLosses?: readonly {
    readonly lostDate: string;
    readonly returned: string;
    readonly yearlyValue: number;
    readonly moneyLost: number;
  }[];
}

interface Case {
  readonly id: string;
  readonly why: string;
  readonly preset: Rules['preset'];
  readonly typicalGap?: number;
  readonly intervals?: Readonly<Record<string, number>>;
  readonly closures?: readonly (readonly [string, string])[];
  readonly logStart: string;
  readonly log: readonly Sale[];
  readonly checks: readonly {
    readonly asOf: string;
    readonly expected: Readonly<Record<string, Expected>>;
  }[];
}

const cases = golden.cases as unknown as readonly Case[];

/** An anonymous row of nothing stands for the shop's older sales where the log began before these clients came. */
const withLogStart = ({ log, logStart }: Case) => salesLog([...log, [logStart, null, 0]]);

function rulesOf({ preset, typicalGap, intervals = {}, closures = [] }: Case, clients: string[]): Rules {
  return {
    ...defaultRules,
    preset,
    closures: closures.map(([first, last]) => ({ first: day(first), last: day(last) })),
    intervals: new Map(Object.entries(intervals).map(([name, days]) => [clients.indexOf(name), days])),
    ...(typicalGap === undefined ? {} : { typicalGap }),
  };
}

/** What the report and the story say, under the names of the golden file; a client unknown by then is potential. */
function figuresOf(report: LossReport, client: number, story: ClientStory): Record<string, unknown> {
  const figures = report.clients;
  const at = figures.client.indexOf(client);
  if (at < 0) return { status: 'potential' };
  return {
    status: STATUS_NAMES[figures.status[at]!],
    visits: figures.visits[at],
    lastVisit: isoDay(figures.lastVisit[at] as never),
    silence: figures.silence[at],
    interval: figures.interval[at],
    sleepAfter: figures.sleepAfter[at],
    lostAfter: figures.lostAfter[at],
    sleepDate: story.silence && isoDay(story.silence.sleepDate),
    lostDate: isoDay(figures.lostDate[at] as never),
    timesLost: figures.timesLost[at],
    revenue: figures.revenue[at]! / 100,
    purchasesAYear: figures.purchasesAYear[at],
    ticket: figures.ticket[at]! / 100,
    yearlyValue: figures.yearlyValue[at]! / 100,
    lostSoFar: figures.lostSoFar[at]! / 100,
    pastLosses: story.gaps.flatMap(({ to, loss }) =>
      loss === null
        ? []
        : [
            {
              lostDate: isoDay(loss.lostDate),
              returned: isoDay(to),
              yearlyValue: loss.yearlyValue / 100,
              moneyLost: loss.moneyLost / 100,
            },
          ],
    ),
  };
}

/** Equal words and whole numbers, other numbers within 0.01 (the cases are rounded to cents). */
function expectClose(actual: unknown, expected: unknown, what: string) {
  if (typeof expected === 'number' && typeof actual === 'number') {
    expect(Math.abs(actual - expected), `${what}: ${actual}, not ${expected}`).toBeLessThan(0.0051);
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object).length, what).toBe(Object.keys(expected).length);
    for (const [key, value] of Object.entries(expected)) {
      expectClose((actual as Record<string, unknown>)[key], value, `${what}.${key}`);
    }
  } else {
    expect(actual, what).toBe(expected);
  }
}

it('holds all 23 logs with their 52 dated checks', () => {
  expect(cases.length).toBe(23);
  expect(cases.flatMap(({ checks }) => checks).length).toBe(52);
});

describe.each(cases)('the log "$id"', (golden) => {
  const { sales, clients } = withLogStart(golden);
  const rules = rulesOf(golden, clients);

  it.each(golden.checks)('stands on $asOf as worked by hand', ({ asOf, expected }) => {
    const report = analyse(sales, clients.length, rules, day(asOf));
    for (const [name, figures] of Object.entries(expected)) {
      const client = clients.indexOf(name);
      const story = clientStory(sales, client, rules, report.typicalGap, day(asOf));
      const actual = figuresOf(report, client, story);
      for (const [key, value] of Object.entries(figures)) expectClose(actual[key], value, `${name}.${key}`);
      expect(STATUS_NAMES[story.status]).toBe(actual.status);
    }
  });
});
