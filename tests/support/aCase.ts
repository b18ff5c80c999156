import { STATUS } from '../../src/domain/loss/status';
import type { AskRow, CaseFile, EmployeeRow } from '../../src/workers/reasonsJobs';
import { day } from './salesLog';

/** Client 7, lost on 1 October 2026 after 24 visits, whom Mia lost. */
export const aCase = (facts: Partial<CaseFile> = {}): CaseFile => ({
  client: 7,
  name: 'Anna Berg',
  phone: '+49 151 2345',
  email: 'anna@example.org',
  doNotContact: false,
  status: STATUS.lost,
  asOf: day('2026-10-29'),
  visits: 24,
  firstVisit: day('2025-01-10'),
  lastVisit: day('2026-08-20'),
  silence: 70,
  interval: 21,
  lostDate: day('2026-10-01'),
  timesLost: 1,
  yearlyValue: 48_000,
  lostSoFar: 6_400,
  products: [{ name: 'Tulips', cents: 20_000, lastBought: day('2026-08-20') }],
  servedBy: [
    { person: 'sold:Mia', name: 'Mia', share: 0.8 },
    { person: 'sold:Ben', name: 'Ben', share: 0.2 },
  ],
  lostBy: 'sold:Mia',
  events: [],
  natural: 0.1,
  naturalFrom: 'model',
  naturalCases: null,
  margin: 0.4,
  marginKnown: true,
  years: 3,
  hourCost: 3_000,
  rank: 12,
  ranked: 200,
  ...facts,
});

export const anEmployee = (name: string, facts: Partial<EmployeeRow> = {}): EmployeeRow => ({
  id: `sold:${name}`,
  name,
  soldAs: name,
  leftOn: null,
  clients: 40,
  atRisk: { all: 100_000, sleeping: 0, lost: 0 },
  followed: null,
  ...facts,
});

export const anAskRow = (facts: Partial<AskRow> = {}): AskRow => ({
  client: 7,
  name: 'Anna Berg',
  phone: '+49 151 2345',
  email: '',
  status: STATUS.lost,
  yearlyValue: 48_000,
  lostDate: day('2026-10-01'),
  weeks: 4,
  fresh: true,
  begun: false,
  oldAnswer: null,
  believed: null,
  ...facts,
});
