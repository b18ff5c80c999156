import { addDays, type Day } from '../kernel/day';
import { basket, lineOf, type Line } from './baskets';
import { CONSULTATION } from './catalogue';
import { LEAVER, servedBy, type ExampleClient } from './clients';
import { demand, isOpen, nextOpen } from './seasons';
import { wholeBetween, type Draw } from './seededDraw';

/** One receipt of the example shop. `client` is an index of the dealt clients, -1 for a sale to nobody known. */
export interface Receipt {
  readonly day: Day;
  /** Minute of the day, for the order of receipts only. */
  readonly minute: number;
  readonly client: number;
  readonly employee: number;
  readonly lines: readonly Line[];
}

const CASH_SALES_A_DAY = 3.5;

const tillMinute = (draw: Draw) => wholeBetween(draw, 9 * 60, 18 * 60 + 30);

/** Flowers cannot be sold twice: the money goes back, the cost stays with the shop. */
const givenBack = (line: Line): Line => ({ ...line, pieces: -line.pieces, cents: -line.cents, cost: 0 });

/** Two fifths of the price for a bouquet that did not last, rounded to half a euro. */
const allowance = (line: Line): Line => ({
  product: line.product,
  pieces: 0,
  cents: -Math.round((line.cents * 0.4) / 50) * 50,
  cost: 0,
});

/** All receipts of known clients up to the last day, now and then followed by a whole or a partial refund. */
export function clientReceipts(
  draw: Draw,
  clients: readonly ExampleClient[],
  last: Day,
  left: Day,
): Receipt[] {
  const receipts: Receipt[] = [];
  clients.forEach((client, index) => {
    for (const day of client.days) {
      const employee = servedBy(draw, client.favourite, day, left);
      const lines = client.enquiry ? [lineOf(CONSULTATION, 1)] : basket(draw, client.segment, day);
      receipts.push({ day, minute: tillMinute(draw), client: index, employee, lines });
      const trouble = draw();
      const back = nextOpen(addDays(day, wholeBetween(draw, 1, 5)));
      if (client.enquiry || trouble >= 0.012 || back > last) continue;
      const refund = trouble < 0.004 ? lines.map(givenBack) : [allowance(lines[0]!)];
      receipts.push({ day: back, minute: tillMinute(draw), client: index, employee, lines: refund });
    }
  });
  return receipts.map((receipt) =>
    receipt.employee === LEAVER && receipt.day > left ? { ...receipt, employee: 0 } : receipt,
  );
}

/** Cash sales to people the shop does not know, more of them before a feast. */
export function cashReceipts(draw: Draw, first: Day, last: Day, left: Day): Receipt[] {
  const receipts: Receipt[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (!isOpen(day)) continue;
    const sales = Math.floor(CASH_SALES_A_DAY * demand(day) * (0.5 + draw()) + draw());
    for (let i = 0; i < sales; i++) {
      const employee = servedBy(draw, wholeBetween(draw, 0, LEAVER), day, left);
      receipts.push({
        day,
        minute: tillMinute(draw),
        client: -1,
        employee,
        lines: basket(draw, 'Private', day, 1),
      });
    }
  }
  return receipts;
}
