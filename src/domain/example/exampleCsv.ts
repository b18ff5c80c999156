import { isoDay, type Day } from '../kernel/day';
import { NONE } from '../sales/columns';
import type { ExampleShop } from './exampleShop';

const HEADER = 'Date,Receipt,Client no,Client,Phone,Product,Quantity,Amount,Employee';
const FIRST_RECEIPT_NUMBER = 100001;

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The example shop as the file its till would export (UTF-8, commas, one line per receipt line, amounts in euros). */
export function exampleCsv({ sales, clients, products, employees }: ExampleShop): string {
  const lines = [HEADER];
  for (let row = 0; row < sales.length; row++) {
    const client = sales.client[row]!;
    const known = client !== NONE;
    lines.push(
      [
        isoDay(sales.day[row]! as Day),
        String(FIRST_RECEIPT_NUMBER + sales.receipt[row]!),
        known ? clients.keys[client]! : '',
        known ? clients.names[client]! : '',
        known ? clients.phones[client]! : '',
        products[sales.product[row]!] ?? '',
        String(sales.quantity[row]! / 1000),
        (sales.cents[row]! / 100).toFixed(2),
        employees[sales.employee[row]!] ?? '',
      ]
        .map(cell)
        .join(','),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}
