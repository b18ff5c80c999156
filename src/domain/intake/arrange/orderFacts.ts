import type { Field } from '../fields';
import type { Mapping } from '../layout';
import { isTotalRow } from '../values/totalsWords';
import type { RowRules } from './rules';
import type { Samples } from './samples';

type Columns = Mapping['columns'];

/** What an order says once; what a line says of itself is none of it. */
const OF_ORDER: readonly Field[] = ['date', 'client', 'name', 'email', 'phone', 'employee', 'segment'];

/** Lines that name a product and neither a day nor a client, by what ties them to the line above that names both. */
function furtherLines(samples: Samples, { date, receipt, product }: Columns, person: readonly number[]) {
  const { rows } = samples;
  const isBare = (cells: readonly string[]) =>
    samples.text(cells, date) === '' && person.every((column) => samples.text(cells, column) === '');
  const foot = rows.findLastIndex((cells) => !isBare(cells));
  const byNumber: (readonly string[])[] = [];
  const byPlace: (readonly string[])[] = [];
  const orders = new Set<number>();
  let first = -1;
  let strange = 0;
  for (const [at, cells] of rows.entries()) {
    if (!isBare(cells)) {
      first = samples.text(cells, date) === '' ? -1 : at;
      continue;
    }
    if (samples.text(cells, product) === '' || isTotalRow(cells)) continue;
    const order = samples.text(cells, receipt);
    if (first >= 0 && order === '') {
      byPlace.push(cells);
      if (at < foot) orders.add(first);
    } else if (first >= 0 && order === samples.text(rows[first]!, receipt)) byNumber.push(cells);
    else strange++;
  }
  return { byNumber, byPlace, orders: orders.size, strange };
}

/**
 * Whether the facts of an order stand on its first line only: proven by lines that name a product and neither a day nor a client, under the
 * number of the order, or right under the first lines of several orders. Undefined where there are none: a line without a day is then no
 * sale, as the lines at the foot of a report are none.
 */
export function orderFacts(samples: Samples, columns: Columns): Pick<RowRules, 'fill' | 'lines'> | undefined {
  const { date, receipt, amount, product, quantity, price } = columns;
  const person = [columns.client, columns.name].filter((column) => column !== undefined);
  if (date === undefined || person.length === 0 || product === undefined) return undefined;
  const { byNumber, byPlace, orders, strange } = furtherLines(samples, columns, person);
  const placed = orders > 1;
  const further = placed ? [...byNumber, ...byPlace] : byNumber;
  if (further.length < 2 || strange > further.length * 0.1) return undefined;
  const numbered = receipt === undefined ? {} : { receipt };
  const fill = {
    ...numbered,
    columns: OF_ORDER.flatMap((field) => columns[field] ?? []),
    line: placed ? product : receipt!,
  };
  if (amount === undefined || further.some((cells) => samples.text(cells, amount) !== '')) return { fill };
  const priced = price === undefined ? {} : { price, ...(quantity === undefined ? {} : { quantity }) };
  return { fill, lines: { ...numbered, ...priced } };
}
