import { addDays, firstDayOf, monthOf, type Day, type Month } from '../kernel/day';
import type { Absences } from './absences';
import type { ClientFigures } from './clientFigures';
import type { MonthColumns } from './lossReport';
import { isLostStatus } from './status';

/**
 * Clients and yearly value lost by month of the lost date, and won back by month of the return, from the month of the
 * first row to the month of the as-of date (rules.md 3.6). Present losses count with the present yearly value, past ones
 * with the value then. Losses are declared late, by `medianLostAfter` days: months after that are not ripe (rules.md 3.5).
 */
export function lossByMonth(
  figures: ClientFigures,
  past: Absences,
  logStart: Day,
  asOf: Day,
  medianLostAfter: number,
): MonthColumns {
  const first = monthOf(logStart);
  const length = monthOf(asOf) - first + 1;
  const months = {
    first,
    length,
    lostClients: new Uint32Array(length),
    lostValue: new Float64Array(length),
    recoveredClients: new Uint32Array(length),
    recoveredValue: new Float64Array(length),
    ripeUntil: addDays(asOf, -Math.ceil(Number.isNaN(medianLostAfter) ? 0 : medianLostAfter)),
  };
  const monthOfDay = monthNumbers(first, length);
  const origin = firstDayOf(first);
  for (let k = 0; k < past.length; k++) {
    const lostIn = monthOfDay[past.lostDate[k]! - origin]!;
    months.lostClients[lostIn]!++;
    months.lostValue[lostIn]! += past.value[k]!;
    const backIn = monthOfDay[past.returnDate[k]! - origin]!;
    months.recoveredClients[backIn]!++;
    months.recoveredValue[backIn]! += past.value[k]!;
  }
  for (let k = 0; k < figures.length; k++) {
    if (!isLostStatus(figures.status[k]!)) continue;
    const lostIn = monthOfDay[figures.lostDate[k]! - origin]!;
    months.lostClients[lostIn]!++;
    months.lostValue[lostIn]! += figures.yearlyValue[k]!;
  }
  return months;
}

/** For every day of `length` months the number of its month, counted from the first. */
function monthNumbers(first: Month, length: number): Uint32Array {
  const origin = firstDayOf(first);
  const numbers = new Uint32Array(firstDayOf((first + length) as Month) - origin);
  for (let m = 0; m < length; m++) {
    const from = firstDayOf((first + m) as Month) - origin;
    numbers.fill(m, from, firstDayOf((first + m + 1) as Month) - origin);
  }
  return numbers;
}
