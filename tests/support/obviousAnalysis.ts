import { isoDay, type Day } from '../../src/domain/kernel/day';
import type { Rules } from '../../src/domain/loss/rules';
import type { StatusName } from '../../src/domain/loss/status';
import { NONE, type LossColumns } from '../../src/domain/sales/columns';

/**
 * The rules of rules.md 3 read aloud, one row, one day and one client after the other: slow, and meant to be plainly right.
 * The engine over columns must give the same figures.
 */

interface Money {
  readonly day: number;
  readonly cents: number;
  readonly knownFrom: number;
}

interface Visit {
  readonly day: number;
  readonly cents: number;
}

interface Step {
  readonly interval: number;
  readonly sleepAfter: number;
  readonly lostAfter: number;
}

interface Loss {
  readonly lostDate: number;
  readonly returned: number;
  readonly value: number;
}

export interface ObviousClient {
  readonly client: number;
  readonly status: StatusName;
  readonly visits: readonly Visit[];
  readonly steps: readonly Step[];
  readonly pastLosses: readonly Loss[];
  readonly silence: number;
  readonly lostDate: number;
  readonly timesLost: number;
  readonly revenue: number;
  readonly yearlyValue: number;
  readonly lostSoFar: number;
}

export interface ObviousAnalysis {
  readonly typicalGap: number;
  readonly clients: readonly ObviousClient[];
  readonly months: ReadonlyMap<string, ObviousMonth>;
  lostRatio(from: number, to: number): { base: number; lost: number; lostValue: number; oneTimeLost: number };
}

export interface ObviousMonth {
  lostClients: number;
  lostValue: number;
  recoveredClients: number;
  recoveredValue: number;
}

export function obviousAnalysis(
  sales: LossColumns,
  clientCount: number,
  rules: Rules,
  asOf: number,
): ObviousAnalysis {
  const rows = Array.from({ length: sales.length }, (_, i) => ({
    day: sales.day[i]!,
    client: sales.client[i]!,
    cents: sales.cents[i]!,
  })).filter((row) => row.day <= asOf);
  const logStart = Math.min(asOf, ...rows.map((row) => row.day));

  const closedOn = new Set<number>();
  for (const closure of rules.closures) for (let d = closure.first; d <= closure.last; d++) closedOn.add(d);
  const openBetween = (from: number, to: number) => {
    let days = 0;
    for (let d = from + 1; d <= to; d++) if (!closedOn.has(d)) days++;
    return days;
  };
  const afterOpenDays = (from: number, days: number) => {
    let d = from;
    for (let left = days; left > 0;) if (!closedOn.has(++d)) left--;
    return d;
  };

  const people = Array.from({ length: clientCount }, (_, client) => {
    const own = rows.filter((row) => row.client === client && row.client !== NONE);
    return { client, own, ...visitsOf(own) };
  }).filter(({ own }) => own.length > 0);

  const gaps = people.map(({ visits }) => visits.slice(1).map((v, i) => openBetween(visits[i]!.day, v.day)));
  const allGaps = gaps.flat().sort((a, b) => a - b);
  const enough = allGaps.length >= 10 && gaps.filter((own) => own.length > 0).length >= 5;
  const typicalGap = rules.typicalGap ?? (enough ? median(allGaps) : 45);

  const clients = people.map(({ client, own, visits, money }): ObviousClient => {
    const interval = rules.intervals.get(client);
    const steps: Step[] = [];
    const pastLosses: Loss[] = [];
    let lastReturn = -1;
    let used = 0;
    const valueAt = (i: number, upTo: number) => {
      const last = visits[i]!.day;
      const inYear = visits.slice(0, i + 1).filter((v) => v.day > last - 365);
      const net =
        inYear.reduce((sum, v) => sum + v.cents, 0) +
        money.reduce((sum, m) => sum + (m.day > last - 365 && m.knownFrom <= upTo ? m.cents : 0), 0);
      const span = last - inYear[0]!.day;
      const logDays = Math.min(365, Math.max(180, upTo - logStart));
      const perYear = (inYear.length * 365) / Math.max(logDays, span + steps[i]!.interval);
      return perYear * (Math.max(0, net) / inYear.length);
    };
    visits.forEach((visit, i) => {
      if (i > 0) {
        const gap = openBetween(visits[i - 1]!.day, visit.day);
        const patience = steps[i - 1]!.lostAfter;
        if (gap > patience) {
          const from = visits[i - 1]!.day;
          pastLosses.push({
            lostDate: afterOpenDays(from, patience),
            returned: visit.day,
            value: valueAt(i - 1, from),
          });
          lastReturn = i;
        }
        used += Math.min(gap, patience);
      }
      steps.push(stepAfter(rules, typicalGap, interval, i + 1, used));
    });

    const revenue = own.reduce((sum, row) => sum + row.cents, 0);
    const step = steps.at(-1);
    const last = visits.at(-1);
    if (!step || !last) {
      const nothing = { silence: 0, lostDate: NaN, timesLost: 0, yearlyValue: 0, lostSoFar: 0 };
      return { client, status: 'potential', visits, steps, pastLosses, revenue, ...nothing };
    }
    const silence = openBetween(last.day, asOf);
    const lost = silence >= step.lostAfter;
    const yearlyValue = valueAt(visits.length - 1, asOf);
    const status: StatusName = lost
      ? pastLosses.length > 0
        ? 'lostTwice'
        : 'lost'
      : silence >= step.sleepAfter
        ? 'sleeping'
        : visits.length === 1
          ? 'new'
          : lastReturn >= 0 && visits.length - lastReturn < 3
            ? 'recovered'
            : 'regular';
    return {
      client,
      status,
      visits,
      steps,
      pastLosses,
      silence,
      lostDate: afterOpenDays(last.day, step.lostAfter),
      timesLost: pastLosses.length + (lost ? 1 : 0),
      revenue,
      yearlyValue,
      lostSoFar: lost ? (yearlyValue * Math.max(0, silence - step.interval)) / 365 : 0,
    };
  });

  return {
    typicalGap,
    clients,
    months: monthsOf(clients),
    lostRatio(from, to) {
      const lastIndex = (client: ObviousClient, day: number) =>
        client.visits.filter((v) => v.day <= day).length - 1;
      const lostOn = (client: ObviousClient, day: number) => {
        const i = lastIndex(client, day);
        return i >= 0 && openBetween(client.visits[i]!.day, day) >= client.steps[i]!.lostAfter;
      };
      const members = clients.filter((client) => {
        const wasClient = lastIndex(client, from - 1) >= 0 && !lostOn(client, from - 1);
        return wasClient || client.visits.some((v) => v.day >= from && v.day <= to);
      });
      const lost = members.filter((client) => lostOn(client, to));
      const valueOn = (client: ObviousClient) =>
        client.pastLosses.find((loss) => loss.lostDate <= to && loss.returned > to)?.value ??
        client.yearlyValue;
      return {
        base: members.length,
        lost: lost.length,
        lostValue: lost.reduce((sum, client) => sum + valueOn(client), 0),
        oneTimeLost: lost.filter((client) => lastIndex(client, to) === 0).length,
      };
    },
  };
}

function visitsOf(own: readonly { day: number; cents: number }[]): { visits: Visit[]; money: Money[] } {
  const net = new Map<number, number>();
  for (const row of own) net.set(row.day, (net.get(row.day) ?? 0) + row.cents);
  let visits: Visit[] = [];
  const money: Money[] = [];
  for (const [day, cents] of [...net].sort((a, b) => a[0] - b[0])) {
    if (cents > 0) visits.push({ day, cents });
    if (cents < 0) {
      const same = visits.findLast((visit) => Math.abs(visit.cents + cents) <= 0.005 * visit.cents);
      if (same) {
        visits = visits.filter((visit) => visit !== same);
        money.push({ ...same, knownFrom: day });
      }
      money.push({ day, cents, knownFrom: day });
    }
  }
  return { visits, money };
}

function stepAfter(
  rules: Rules,
  typicalGap: number,
  own: number | undefined,
  visits: number,
  used: number,
): Step {
  const patience = rules.patience[visits === 1 ? 0 : visits === 2 ? 1 : visits <= 5 ? 2 : 3];
  const rhythm = (2 * typicalGap + used) / (visits + 1);
  let interval = rhythm;
  let sleep = (4 / 3) * rhythm;
  let lost = patience * rhythm;
  if (rules.preset === 'classic') {
    interval = visits === 1 ? 67.5 : used / (visits - 1);
    sleep = visits === 1 ? 68 : interval;
    lost = visits === 1 ? 90 : (4 / 3) * interval;
  }
  if (rules.preset === 'fixed') {
    sleep = 0.75 * rules.fixedDays;
    lost = rules.fixedDays;
  }
  if (own !== undefined) {
    interval = own;
    sleep = (4 / 3) * own;
    lost = 1.5 * own;
  }
  return {
    interval,
    sleepAfter: Math.max(1, roundUp(sleep)),
    lostAfter: Math.min(730, Math.max(1, roundUp(lost))),
  };
}

/** Rounds up what is really above a whole number, not what floating point put a hair above it. */
const roundUp = (days: number) => Math.ceil(days - 1e-9);

function median(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function monthsOf(clients: readonly ObviousClient[]): Map<string, ObviousMonth> {
  const months = new Map<string, ObviousMonth>();
  const monthOn = (day: number) => {
    const name = isoDay(day as Day).slice(0, 7);
    const month = months.get(name) ?? {
      lostClients: 0,
      lostValue: 0,
      recoveredClients: 0,
      recoveredValue: 0,
    };
    months.set(name, month);
    return month;
  };
  for (const client of clients) {
    for (const loss of client.pastLosses) {
      monthOn(loss.lostDate).lostClients++;
      monthOn(loss.lostDate).lostValue += loss.value;
      monthOn(loss.returned).recoveredClients++;
      monthOn(loss.returned).recoveredValue += loss.value;
    }
    if (client.status === 'lost' || client.status === 'lostTwice') {
      monthOn(client.lostDate).lostClients++;
      monthOn(client.lostDate).lostValue += client.yearlyValue;
    }
  }
  return months;
}
