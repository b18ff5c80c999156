import type { ClientFigures } from './clientFigures';
import type { Shares } from './revenueShares';
import { isLostStatus, STATUS } from './status';

/** Yearly value in cents that hangs on each employee; the last entry is for rows that name none. */
export interface EmployeeRisk {
  readonly all: Float64Array;
  readonly sleeping: Float64Array;
  readonly lost: Float64Array;
}

/**
 * Revenue at risk by employee: each client's yearly value, shared out by what each employee sold to that client
 * (`revenueShares`; method.md [6.6], rules.md 3.6). An employee below zero with a client has no share of that client.
 */
export function revenueAtRiskByEmployee(
  shares: Shares,
  employeeCount: number,
  figures: Pick<ClientFigures, 'length' | 'status' | 'yearlyValue'>,
): EmployeeRisk {
  const risk: EmployeeRisk = {
    all: new Float64Array(employeeCount + 1),
    sleeping: new Float64Array(employeeCount + 1),
    lost: new Float64Array(employeeCount + 1),
  };
  for (let k = 0; k < figures.length; k++) {
    const status = figures.status[k]!;
    for (let s = shares.start[k]!; s < shares.start[k + 1]!; s++) {
      const cents = figures.yearlyValue[k]! * shares.part[s]!;
      const employee = shares.key[s]!;
      risk.all[employee]! += cents;
      if (status === STATUS.sleeping) risk.sleeping[employee]! += cents;
      if (isLostStatus(status)) risk.lost[employee]! += cents;
    }
  }
  return risk;
}
