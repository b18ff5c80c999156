import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fileAt, fileOf } from '../../../support/fileOf';
import { draftOf, lookAt } from '../../../support/severalFiles';
import { sharedLogsExist } from '../../../support/sharedLogs';

const LOGS = '../shared/data/logs/';
const NORTHWIND = `${LOGS}northwind/`;

const northwind = (names: readonly string[]) => names.map((name) => ({ ...fileAt(NORTHWIND + name), name }));

describe.skipIf(!sharedLogsExist)('real logs (skipped where ../shared is absent)', () => {
  test('541,909 lines read the same in 305 daily files as in one', async () => {
    const text = gunzipSync(readFileSync(`${LOGS}online_retail.csv.gz`)).toString('utf8');
    const [header, ...lines] = text.trimEnd().split('\n');
    const byDay = new Map<string, string[]>();
    for (const line of lines) {
      const day = /\d{4}-\d\d-\d\d/.exec(line)![0];
      byDay.set(day, byDay.get(day) ?? []);
      byDay.get(day)!.push(line);
    }
    const files = [...byDay].map(([day, rows]) => fileOf([header, ...rows, ''].join('\n'), `${day}.csv`));
    expect(files).toHaveLength(305);
    const split = await draftOf(files);
    expect(split.summary).toMatchObject({ kept: 541_909, leftOut: 0, clients: 4372, total: 974_774_793 });
    const whole = await draftOf([fileOf(text, 'all.csv')]);
    expect(split.summary).toEqual(whole.summary);
    expect(split.identity).toEqual(whole.identity);
  });

  test('Northwind’s orders and lines are one table, with its clients and goods by name', async () => {
    const files = northwind(readdirSync(NORTHWIND));
    const { tables, chosen } = await lookAt(files);
    expect(tables[chosen]!.key).toEqual({ title: 'orderID', orders: 830, lines: 2155 });
    const { summary, clients, products } = await draftOf(files);
    expect(summary).toMatchObject({ kept: 2155, leftOut: 0, receipts: 830, clients: 89, total: 126_579_329 });
    expect(clients.names[clients.keys.indexOf('VINET')]).toBe('Paul Henriot');
    expect(products[0]).toBe('Queso Cabrales');
  });

  test('its orders and lines alone are enough', async () => {
    const { summary } = await draftOf(northwind(['order_details.csv', 'orders.csv']));
    expect(summary).toMatchObject({ kept: 2155, clients: 89, total: 126_579_329 });
  });
});
