import type { Day } from '../kernel/day';
import type { ClientFigures } from './clientFigures';
import { openDays } from './closedDays';
import type { LostRatio } from './lossReport';
import type { Walk } from './walk';
import { noYearlyValue, yearlyValue } from './yearlyValue';

/**
 * Of the shop's clients in a period the share that is lost at its end (method.md [1.2], rules.md 3.5); percent is NaN where
 * nobody was a client. It judges the walk as known at the as-of date, so it agrees with the months: same visits, same
 * typical gap, and the yearly value that stood at the last visit before a past absence. `to` after the as-of date means that date.
 */
export function lostRatio(walk: Walk, figures: ClientFigures, from: Day, to: Day): LostRatio {
  const { visits, closed, lostAfter } = walk;
  const { start, day } = visits;
  const until = to < walk.asOf ? to : walk.asOf;
  const eve = from - 1;
  const answer = noYearlyValue();
  let carriedOver = 0;
  let firstPurchases = 0;
  let recovered = 0;
  let lost = 0;
  let lostValue = 0;
  let oneTimeLost = 0;
  let oneTimeLostValue = 0;
  for (let k = 0; k < figures.length; k++) {
    const c = figures.client[k]!;
    const first = start[c]!;
    const end = start[c + 1]!;
    let last = end - 1;
    while (last >= first && day[last]! > until) last--;
    if (last < first) continue;
    let before = last;
    while (before >= first && day[before]! > eve) before--;
    if (before < first) firstPurchases++;
    else if (openDays(closed, day[before]!, eve) < lostAfter[before]!) carriedOver++;
    else if (before < last) recovered++;
    else continue;
    if (openDays(closed, day[last]!, until) < lostAfter[last]!) continue;
    let value = figures.yearlyValue[k]!;
    if (last < end - 1) {
      yearlyValue(walk, c, last, day[last]!, answer);
      value = answer.value;
    }
    lost++;
    lostValue += value;
    if (last === first) {
      oneTimeLost++;
      oneTimeLostValue += value;
    }
  }
  const base = carriedOver + firstPurchases + recovered;
  const percent = base === 0 ? NaN : (100 * lost) / base;
  return {
    from,
    to: until,
    base,
    carriedOver,
    firstPurchases,
    recovered,
    lost,
    percent,
    lostValue,
    oneTimeLost,
    oneTimeLostValue,
  };
}
