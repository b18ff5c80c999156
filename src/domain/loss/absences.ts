import { dayAfterOpenDays } from './closedDays';
import type { Walk } from './walk';
import { noYearlyValue, yearlyValue } from './yearlyValue';

/** Losses that ended in a return, by client and day. */
export interface Absences {
  readonly length: number;
  readonly lostDate: Int32Array;
  readonly returnDate: Int32Array;
  /** Yearly value in cents as it stood at the last visit before the absence. */
  readonly value: Float64Array;
}

/** The past losses of all clients with the yearly value that stayed away: V as it stood at the last visit (rules.md 3.6). */
export function absences(walk: Walk): Absences {
  const { visits, closed } = walk;
  const length = walk.absences.length;
  const lostDate = new Int32Array(length);
  const returnDate = new Int32Array(length);
  const value = new Float64Array(length);
  const answer = noYearlyValue();
  let client = 0;
  for (let k = 0; k < length; k++) {
    const visit = walk.absences[k]!;
    while (visits.start[client + 1]! <= visit) client++;
    yearlyValue(walk, client, visit, visits.day[visit]!, answer);
    lostDate[k] = dayAfterOpenDays(closed, visits.day[visit]!, walk.lostAfter[visit]!);
    returnDate[k] = visits.day[visit + 1]!;
    value[k] = answer.value;
  }
  return { length, lostDate, returnDate, value };
}
