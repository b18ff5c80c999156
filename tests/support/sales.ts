import { parseIsoDay } from '../../src/domain/kernel/day';
import { NONE, type SaleColumns } from '../../src/domain/sales/columns';
import type { Saveable } from '../../src/storage/importWriter';

/** One row of a log, as a test writes it. */
export interface Sale {
  readonly day: string;
  readonly client?: string;
  readonly amount: number;
  readonly product?: string;
  readonly employee?: string;
  readonly receipt?: number;
}

const indexIn = (list: string[], text: string | undefined): number => {
  if (text === undefined) return NONE;
  const known = list.indexOf(text);
  return known >= 0 ? known : list.push(text) - 1;
};

/** A small, stable text hash, good enough to tell a test's rows apart. */
const hash = (text: string, seed: number): number => {
  let value = seed;
  for (const char of text) value = Math.imul(value ^ char.codePointAt(0)!, 0x01000193);
  return value >>> 0;
};

/** What an import of these rows would save; amounts in major units. */
export function saveable(rows: readonly Sale[]): Saveable {
  const keys: string[] = [];
  const products: string[] = [];
  const employees: string[] = [];
  const sales: SaleColumns = {
    length: rows.length,
    day: Int32Array.from(rows, (row) => parseIsoDay(row.day)),
    client: Uint32Array.from(rows, (row) => indexIn(keys, row.client)),
    cents: Float64Array.from(rows, (row) => Math.round(row.amount * 100)),
    receipt: Uint32Array.from(rows, (row) => row.receipt ?? NONE),
    product: Uint32Array.from(rows, (row) => indexIn(products, row.product)),
    employee: Uint32Array.from(rows, (row) => indexIn(employees, row.employee)),
    quantity: new Int32Array(rows.length).fill(1000),
    cost: new Float64Array(rows.length).fill(NaN),
  };
  const identity = new Uint32Array(2 * rows.length);
  rows.forEach((row, i) => {
    const text = JSON.stringify(row);
    identity[2 * i] = hash(text, 0x811c9dc5);
    identity[2 * i + 1] = hash(text, 0x9747b28c);
  });
  const blank = keys.map(() => '');
  return {
    sales,
    clients: {
      keys,
      names: keys.map((key) => key.toUpperCase()),
      phones: blank,
      emails: blank,
      segments: blank,
    },
    products,
    employees,
    identity,
  };
}

/** The rows of columns in a form that compares well. */
export const rowsOf = (sales: SaleColumns) =>
  Array.from({ length: sales.length }, (_, i) => [
    sales.day[i],
    sales.client[i],
    sales.cents[i],
    sales.receipt[i],
    sales.product[i],
    sales.employee[i],
    sales.quantity[i],
    sales.cost[i],
  ]);
