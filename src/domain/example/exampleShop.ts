import { emptySales } from '../sales/emptySales';
import type { Draft } from '../intake/draft';
import { addDays, type Day } from '../kernel/day';
import { NONE } from '../sales/columns';
import { EMPLOYEES, PRODUCTS } from './catalogue';
import { dealClients } from './clients';
import { identityOf } from './identity';
import { cashReceipts, clientReceipts } from './receipts';
import { seededDraw } from './seededDraw';

/** A made-up shop, in the parts in which a read file is saved. Money in euro cents. */
export type ExampleShop = Pick<Draft, 'sales' | 'clients' | 'products' | 'employees' | 'identity'>;

const DAYS = 3 * 365;
/** How long ago the last of `EMPLOYEES` left, days. */
export const LEFT_DAYS_AGO = 243;
const FIRST_CLIENT_NUMBER = 1001;

/**
 * A flower and gift shop with three years of sales up to `lastDay`: 600 made-up clients who stay, leave, come back and leave
 * again, three employees of whom one has left, feasts, refunds and cash sales. The same seed and day give the same shop.
 */
export function exampleShop(seed: number, lastDay: Day): ExampleShop {
  const draw = seededDraw(seed);
  const first = addDays(lastDay, -DAYS + 1);
  const left = addDays(lastDay, -LEFT_DAYS_AGO);
  const dealt = dealClients(draw, first, lastDay, left);
  const receipts = [
    ...clientReceipts(draw, dealt, lastDay, left),
    ...cashReceipts(draw, first, lastDay, left),
  ];
  receipts.sort((a, b) => a.day - b.day || a.minute - b.minute);

  const length = receipts.reduce((rows, { lines }) => rows + lines.length, 0);
  const sales = emptySales(length);
  const order = new Map<number, number>();
  let row = 0;
  receipts.forEach(({ day, client, employee, lines }, receipt) => {
    if (client >= 0 && !order.has(client)) order.set(client, order.size);
    for (const line of lines) {
      sales.day[row] = day;
      sales.client[row] = client < 0 ? NONE : order.get(client)!;
      sales.cents[row] = line.cents;
      sales.receipt[row] = receipt;
      sales.product[row] = line.product;
      sales.employee[row] = employee;
      sales.quantity[row] = line.pieces * 1000;
      sales.cost[row] = line.cost;
      row++;
    }
  });
  const seen = [...order.keys()].map((index) => dealt[index]!);
  const keys = seen.map((_, i) => String(FIRST_CLIENT_NUMBER + i));
  return {
    sales,
    clients: {
      keys,
      names: seen.map(({ name }) => name),
      phones: seen.map(({ phone }) => phone),
      emails: seen.map(({ email }) => email),
      segments: seen.map(({ segment }) => segment),
    },
    products: PRODUCTS.map(({ name }) => name),
    employees: [...EMPLOYEES],
    identity: identityOf(sales, keys),
  };
}
