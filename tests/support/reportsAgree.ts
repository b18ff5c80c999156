import { firstDayOf, isoDay, type Month } from '../../src/domain/kernel/day';
import { NO_DAY } from '../../src/domain/loss/clientFigures';
import type { LossReport } from '../../src/domain/loss/lossReport';
import { STATUS, STATUS_NAMES } from '../../src/domain/loss/status';
import type { ObviousAnalysis, ObviousMonth } from './obviousAnalysis';

/** Where the report over columns and the slow obvious analysis differ, in words; empty where they agree. */
export function disagreements(report: LossReport, obvious: ObviousAnalysis): string[] {
  const found: string[] = [];
  const compare = (what: string, actual: number, expected: number) => {
    const same = Number.isNaN(expected) ? Number.isNaN(actual) : Math.abs(actual - expected) <= 1e-6;
    if (!same) found.push(`${what}: ${actual} over columns, ${expected} row by row`);
  };
  const figures = report.clients;
  compare('typical gap', report.typicalGap, obvious.typicalGap);
  compare('clients', figures.length, obvious.clients.length);
  for (const [k, client] of obvious.clients.entries()) {
    const step = client.steps.at(-1);
    const name = `client ${client.client}`;
    compare(`${name}, index`, figures.client[k]!, client.client);
    compare(`${name}, status`, figures.status[k]!, STATUS[client.status]);
    compare(`${name}, visits`, figures.visits[k]!, client.visits.length);
    compare(`${name}, first visit`, figures.firstVisit[k]!, client.visits[0]?.day ?? NO_DAY);
    compare(`${name}, last visit`, figures.lastVisit[k]!, client.visits.at(-1)?.day ?? NO_DAY);
    compare(`${name}, silence`, figures.silence[k]!, client.silence);
    compare(`${name}, interval`, figures.interval[k]!, step?.interval ?? NaN);
    compare(`${name}, sleeping after`, figures.sleepAfter[k]!, step?.sleepAfter ?? 0);
    compare(`${name}, lost after`, figures.lostAfter[k]!, step?.lostAfter ?? 0);
    compare(`${name}, lost date`, figures.lostDate[k]!, step ? client.lostDate : NO_DAY);
    compare(`${name}, times lost`, figures.timesLost[k]!, client.timesLost);
    compare(`${name}, recovered`, figures.recoveredDate[k]!, client.pastLosses.at(-1)?.returned ?? NO_DAY);
    compare(`${name}, revenue`, figures.revenue[k]!, client.revenue);
    compare(`${name}, yearly value`, figures.yearlyValue[k]!, client.yearlyValue);
    compare(`${name}, lost so far`, figures.lostSoFar[k]!, client.lostSoFar);
  }
  for (const name of STATUS_NAMES) {
    compare(name, report.counts[name], obvious.clients.filter(({ status }) => status === name).length);
  }
  const year = obvious.lostRatio(report.year.from, report.year.to);
  compare('base of the year', report.year.base, year.base);
  compare('lost in the year', report.year.lost, year.lost);
  compare('value lost in the year', report.year.lostValue, year.lostValue);
  compare('one-time buyers lost in the year', report.year.oneTimeLost, year.oneTimeLost);
  const none: ObviousMonth = { lostClients: 0, lostValue: 0, recoveredClients: 0, recoveredValue: 0 };
  const { months } = report;
  for (let m = 0; m < months.length; m++) {
    const name = isoDay(firstDayOf((months.first + m) as Month)).slice(0, 7);
    const expected = obvious.months.get(name) ?? none;
    compare(`lost in ${name}`, months.lostClients[m]!, expected.lostClients);
    compare(`value lost in ${name}`, months.lostValue[m]!, expected.lostValue);
    compare(`recovered in ${name}`, months.recoveredClients[m]!, expected.recoveredClients);
    compare(`value recovered in ${name}`, months.recoveredValue[m]!, expected.recoveredValue);
  }
  return found;
}
