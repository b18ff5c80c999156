import type { Day } from '../kernel/day';
import { NONE, type SaleColumns } from '../sales/columns';
import type { ClientFigures } from './clientFigures';
import { isLostStatus, STATUS } from './status';

type ServedColumns = Pick<SaleColumns, 'length' | 'day' | 'client' | 'cents' | 'employee'>;

/** Yearly value in cents that hangs on each employee; the last entry is for rows that name none. */
export interface EmployeeRisk {
  readonly all: Float64Array;
  readonly sleeping: Float64Array;
  readonly lost: Float64Array;
}

const YEAR = 365;

/**
 * Revenue at risk by employee: each client's yearly value, shared out by what each employee sold to that client net of
 * refunds in the 365 days up to the last visit, and the refunds since (method.md [6.6], rules.md 3.6). An employee below
 * zero with a client has no share of that client.
 */
export function revenueAtRiskByEmployee(
  sales: ServedColumns,
  clientCount: number,
  employeeCount: number,
  figures: ClientFigures,
  asOf: Day,
): EmployeeRisk {
  const risk: EmployeeRisk = {
    all: new Float64Array(employeeCount + 1),
    sleeping: new Float64Array(employeeCount + 1),
    lost: new Float64Array(employeeCount + 1),
  };
  const { start, rows } = rowNumbersByClient(sales, clientCount);
  const served = new Float64Array(employeeCount + 1);
  for (let k = 0; k < figures.length; k++) {
    if (figures.status[k] === STATUS.potential) continue;
    const c = figures.client[k]!;
    served.fill(0);
    for (let r = start[c]!; r < start[c + 1]!; r++) {
      const i = rows[r]!;
      if (sales.day[i]! <= figures.lastVisit[k]! - YEAR || sales.day[i]! > asOf) continue;
      served[Math.min(sales.employee[i]!, employeeCount)]! += sales.cents[i]!;
    }
    shareOut(figures.yearlyValue[k]!, served, risk.all);
    if (figures.status[k] === STATUS.sleeping) shareOut(figures.yearlyValue[k]!, served, risk.sleeping);
    if (isLostStatus(figures.status[k]!)) shareOut(figures.yearlyValue[k]!, served, risk.lost);
  }
  return risk;
}

function shareOut(value: number, served: Float64Array, into: Float64Array) {
  let total = 0;
  for (const cents of served) total += Math.max(0, cents);
  if (total === 0) return;
  for (let e = 0; e < served.length; e++) into[e]! += (value * Math.max(0, served[e]!)) / total;
}

function rowNumbersByClient({ length, client }: ServedColumns, clientCount: number) {
  const start = new Uint32Array(clientCount + 1);
  for (let i = 0; i < length; i++) if (client[i] !== NONE) start[client[i]! + 1]!++;
  for (let c = 0; c < clientCount; c++) start[c + 1] = start[c + 1]! + start[c]!;
  const next = start.slice();
  const rows = new Uint32Array(start[clientCount]!);
  for (let i = 0; i < length; i++) if (client[i] !== NONE) rows[next[client[i]!]!++] = i;
  return { start, rows };
}
