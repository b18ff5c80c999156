import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { isoDay, parseIsoDay, type Day } from '../../../../src/domain/kernel/day';
import { fileOf } from '../../../support/fileOf';
import { draftOf, lookAt } from '../../../support/severalFiles';

const FIRST = parseIsoDay('2026-01-05');
const GOODS = ['Rose', 'Tulip', 'Card'];
const PEOPLE = ['Ann Peeters', 'Bob Vos', 'Čleo Novák'];

interface Line {
  readonly order: number;
  readonly good: number;
  readonly pieces: number;
  readonly cents: number;
}

const LINES: readonly Line[] = Array.from({ length: 60 }, (_, i) => ({
  order: 100 + Math.floor(i / 3),
  good: i % 3,
  pieces: 1 + (i % 4),
  cents: 250 + 10 * (i % 7),
}));

const money = (cents: number) => (cents / 100).toFixed(2);
const dayOfOrder = (order: number) => isoDay((FIRST + order - 100) as Day);

const ordersText = (title = 'OrderID', orders = new Set(LINES.map(({ order }) => order))) =>
  [
    `${title},CustomerID,OrderDate,Freight`,
    ...[...orders].map((order) => `${order},C${order % 3},${dayOfOrder(order)},4.95`),
  ].join('\n');
const linesText = (lines = LINES) =>
  [
    'OrderID,ProductID,UnitPrice,Quantity',
    ...lines.map(({ order, good, pieces, cents }) => `${order},${good + 1},${money(cents)},${pieces}`),
  ].join('\n');
const CLIENTS = ['CustomerID,Name,Phone', ...PEOPLE.map((name, i) => `C${i},${name},0470 00 00 0${i}`)].join(
  '\n',
);
const PRODUCTS = ['ProductID,ProductName', ...GOODS.map((name, i) => `${i + 1},${name}`)].join('\n');

const TOTAL = LINES.reduce((sum, { pieces, cents }) => sum + pieces * cents, 0);

const orders = fileOf(ordersText(), 'orders.csv');
const lines = fileOf(linesText(), 'lines.csv');

describe('orders and their lines', () => {
  test('belong together by the number they have in common', async () => {
    const { tables, chosen, survey } = await lookAt([lines, orders]);
    expect(tables[chosen]!.key).toEqual({ title: 'OrderID', orders: 20, lines: 60 });
    expect(survey.missing).toEqual([]);
    const { summary, clients } = await draftOf([orders, lines]);
    expect(summary).toMatchObject({ kept: 60, leftOut: 0, receipts: 20, total: TOTAL });
    expect(clients.keys.toSorted()).toEqual(['C0', 'C1', 'C2']);
  });

  test('take names of clients and goods from lists that are given with them', async () => {
    const files = [orders, lines, fileOf(CLIENTS, 'clients.csv'), fileOf(PRODUCTS, 'products.csv')];
    const { summary, clients, products } = await draftOf(files);
    expect(summary).toMatchObject({ kept: 60, total: TOTAL });
    expect(clients.names.toSorted()).toEqual(PEOPLE);
    expect(clients.phones.toSorted()).toEqual(['0470 00 00 00', '0470 00 00 01', '0470 00 00 02']);
    expect(products).toEqual(GOODS);
  });

  test('in whatever order their rows stand', async () => {
    const whole = await draftOf([orders, lines]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...LINES], { minLength: LINES.length }), async (shuffled) => {
        const { summary } = await draftOf([orders, fileOf(linesText(shuffled), 'lines.csv')]);
        expect(summary).toEqual(whole.summary);
      }),
      { numRuns: 20 },
    );
  });

  test('a bare number in a file called after it is the one that the lines name', async () => {
    const { tables, chosen } = await lookAt([fileOf(ordersText('id'), 'orders.csv'), lines]);
    expect(tables[chosen]!.key).toMatchObject({ orders: 20, lines: 60 });
  });

  test('as two sheets of a workbook', async () => {
    const sheet = (name: string, text: string) => ({
      name,
      rows: text.split('\n').map((row) => row.split(',')),
    });
    const book = await writeXlsx({ sheets: [sheet('Orders', ordersText()), sheet('Lines', linesText())] });
    expect((await draftOf([fileOf(book, 'export.xlsx')])).summary).toMatchObject({ kept: 60, total: TOTAL });
  });

  test('a line without its order is left out by its own line number', async () => {
    const stray = fileOf(`${linesText()}\n999,1,2.50,1`, 'lines.csv');
    const { summary, files } = await draftOf([orders, stray]);
    expect(summary.issues).toMatchObject([{ code: 'date-missing', count: 1, lines: [62] }]);
    expect(files).toEqual([{ name: 'lines.csv', before: 0 }]);
  });

  test('each alone can be chosen all the same', async () => {
    const { tables } = await lookAt([orders, lines]);
    const place = tables.findIndex(({ name, joins }) => name === 'orders.csv' && !joins);
    const { survey } = await lookAt([orders, lines], {}, place);
    expect(survey.layout.titles).toEqual(['OrderID', 'CustomerID', 'OrderDate', 'Freight']);
  });
});

describe('tables that do not belong together stay apart', () => {
  const isJoined = async (...texts: readonly (readonly [name: string, text: string])[]) => {
    const { tables } = await lookAt(texts.map(([name, text]) => fileOf(text, name)));
    return tables.some(({ key }) => key !== undefined);
  };

  test('orders that tell their sums need no lines: they would count once for each of them', async () => {
    const withTotal = ordersText().replace('Freight', 'Total');
    expect(await isJoined(['orders.csv', withTotal], ['lines.csv', linesText()])).toBe(false);
  });

  test('lines of other orders, or orders whose number stands there twice', async () => {
    const others = linesText(LINES.map((line) => ({ ...line, order: line.order + 500 })));
    expect(await isJoined(['orders.csv', ordersText()], ['lines.csv', others])).toBe(false);
    const twice = `${ordersText()}\n100,C9,2026-02-01,4.95`;
    expect(await isJoined(['orders.csv', twice], ['lines.csv', linesText()])).toBe(false);
  });

  test('sales and a list of clients', async () => {
    const sales = [
      'CustomerID,Date,Amount',
      ...LINES.map((line) => `C${line.order % 3},${dayOfOrder(line.order)},5.00`),
    ];
    expect(await isJoined(['sales.csv', sales.join('\n')], ['clients.csv', CLIENTS])).toBe(false);
  });
});
