import { NONE } from '../sales/columns';
import { emptyFigures, NO_DAY, type ClientFigures } from './clientFigures';
import { dayAfterOpenDays, openDays } from './closedDays';
import { isLostStatus, STATUS } from './status';
import { statusOf } from './statusOf';
import { sleepAfter } from './thresholds';
import { ownInterval, type Walk } from './walk';
import { lostInSilence, noYearlyValue, yearlyValue } from './yearlyValue';

const MOST_TIMES_LOST = 255;
const NOBODY: ReadonlySet<number> = new Set();

/**
 * The figures of every client who has a row, or is `known` without one, by rising client index (rules.md 3.1-3.6). A potential
 * client has days `NO_DAY`, interval and ticket NaN, and 0 in every other column but the revenue.
 */
export function figuresByClient(
  walk: Walk,
  rowStart: Uint32Array,
  known: ReadonlySet<number> = NOBODY,
): ClientFigures {
  const { visits, closed, law, asOf } = walk;
  const figures = emptyFigures(clientsWithRows(rowStart, known));
  const answer = noYearlyValue();
  let k = 0;
  for (let c = 0; c + 1 < rowStart.length; c++) {
    if (rowStart[c + 1] === rowStart[c] && !known.has(c)) continue;
    figures.client[k] = c;
    figures.revenue[k] = visits.revenue[c]!;
    const first = visits.start[c]!;
    const last = visits.start[c + 1]! - 1;
    if (last >= first) {
      const lastDay = visits.day[last]!;
      const silence = openDays(closed, lastDay, asOf);
      const lost = walk.lostAfter[last]!;
      const sleep = sleepAfter(law, ownInterval(walk, c), last - first + 1, walk.usedGaps[last]!);
      const status = statusOf(walk, c, silence, sleep, lost);
      const isLost = isLostStatus(status);
      yearlyValue(walk, c, last, asOf, answer);
      figures.status[k] = status;
      figures.visits[k] = last - first + 1;
      figures.firstVisit[k] = visits.day[first]!;
      figures.lastVisit[k] = lastDay;
      figures.silence[k] = silence;
      figures.interval[k] = answer.interval;
      figures.sleepAfter[k] = sleep;
      figures.lostAfter[k] = lost;
      figures.lostDate[k] = dayAfterOpenDays(closed, lastDay, lost);
      figures.timesLost[k] = Math.min(MOST_TIMES_LOST, walk.returns[c]! + (isLost ? 1 : 0));
      const back = walk.lastReturn[c]!;
      figures.recoveredDate[k] = back === NONE ? NO_DAY : visits.day[back]!;
      figures.yearlyValue[k] = answer.value;
      figures.purchasesAYear[k] = answer.purchasesAYear;
      figures.ticket[k] = answer.ticket;
      figures.lostSoFar[k] = isLost ? lostInSilence(answer.value, silence, answer.interval) : 0;
    } else {
      figures.status[k] = STATUS.potential;
      figures.firstVisit[k] = NO_DAY;
      figures.lastVisit[k] = NO_DAY;
      figures.lostDate[k] = NO_DAY;
      figures.recoveredDate[k] = NO_DAY;
      figures.interval[k] = NaN;
      figures.ticket[k] = NaN;
    }
    k++;
  }
  return figures;
}

function clientsWithRows(rowStart: Uint32Array, known: ReadonlySet<number>): number {
  let clients = 0;
  for (let c = 0; c + 1 < rowStart.length; c++)
    if (rowStart[c + 1]! > rowStart[c]! || known.has(c)) clients++;
  return clients;
}
