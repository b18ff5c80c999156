import { describe, expect, test } from 'vitest';
import { exampleShop } from '../../../src/domain/example/exampleShop';
import { parseIsoDay, type Day } from '../../../src/domain/kernel/day';
import { analyse } from '../../../src/domain/loss/analyse';
import { defaultRules } from '../../../src/domain/loss/rules';
import { STATUS_NAMES } from '../../../src/domain/loss/status';
import { NONE } from '../../../src/domain/sales/columns';

const LAST = parseIsoDay('2026-11-23');
const shop = exampleShop(1, LAST);
const { sales, clients } = shop;
const rows = Array.from({ length: sales.length }, (_, row) => row);

test('the same seed and day give the same shop, to the last figure', () => {
  expect(exampleShop(1, LAST)).toEqual(shop);
});

test('another seed gives another shop', () => {
  expect(exampleShop(2, LAST).clients.names).not.toEqual(clients.names);
});

test('the sales fill three years, end on the last day at the latest, and rise by day', () => {
  expect(sales.day[0]).toBeGreaterThan(LAST - 3 * 365);
  expect(sales.day[0]).toBeLessThan(LAST - 3 * 365 + 7);
  expect(sales.day[sales.length - 1]).toBeGreaterThan(LAST - 3);
  expect(rows.every((row) => row === 0 || sales.day[row]! >= sales.day[row - 1]!)).toBe(true);
  expect(rows.every((row) => sales.day[row]! <= LAST)).toBe(true);
});

test('every index leads somewhere, and every list is as long as it must be', () => {
  const known = rows.filter((row) => sales.client[row] !== NONE);
  expect(known.every((row) => sales.client[row]! < clients.keys.length)).toBe(true);
  expect(rows.every((row) => sales.product[row]! < shop.products.length)).toBe(true);
  expect(rows.every((row) => sales.employee[row]! < shop.employees.length)).toBe(true);
  for (const list of [clients.names, clients.phones, clients.emails, clients.segments]) {
    expect(list).toHaveLength(clients.keys.length);
  }
  expect(shop.identity).toHaveLength(2 * sales.length);
});

test('clients stand in order of first appearance, each with a name and number of its own', () => {
  const firstSeen = [...new Set([...sales.client].filter((client) => client !== NONE))];
  expect(firstSeen).toEqual(clients.keys.map((_, client) => client));
  expect(new Set(clients.keys).size).toBe(clients.keys.length);
  expect(new Set(clients.names).size).toBe(clients.names.length);
});

test('a receipt belongs to one day, one client and one employee', () => {
  const first = new Map<number, string>();
  for (const row of rows) {
    const of = `${sales.day[row]} ${sales.client[row]} ${sales.employee[row]}`;
    const receipt = sales.receipt[row]!;
    expect(first.get(receipt) ?? of).toBe(of);
    first.set(receipt, of);
  }
  expect(first.size).toBeLessThan(sales.length);
});

test('no two lines of different content share an identity', () => {
  const seen = new Set(rows.map((row) => `${shop.identity[2 * row]} ${shop.identity[2 * row + 1]}`));
  const lines = new Set(
    rows.map((row) =>
      [
        sales.day[row],
        sales.client[row],
        sales.cents[row],
        sales.receipt[row],
        sales.product[row],
        sales.quantity[row],
        sales.employee[row],
      ].join(),
    ),
  );
  expect(seen.size).toBe(lines.size);
});

test('telephones and addresses are of ranges that belong to nobody', () => {
  for (const phone of clients.phones) {
    expect(phone).toMatch(/^$|^\+33 6 39 98 \d\d \d\d$|^\+44 7700 900\d{3}$|^\+49 30 23125 \d{3}$/);
  }
  for (const email of clients.emails) expect(email).toMatch(/^$|^[a-z.]+@example\.(com|org)$/);
  expect(clients.phones.filter(Boolean).length).toBeGreaterThan(500);
  expect(clients.emails.filter(Boolean).length).toBeGreaterThan(150);
});

test('one employee left eight months ago and sells nothing since', () => {
  const leaver = shop.employees.length - 1;
  const days = rows.filter((row) => sales.employee[row] === leaver).map((row) => sales.day[row]!);
  expect(shop.employees).toHaveLength(3);
  expect(LAST - Math.max(...days)).toBeGreaterThanOrEqual(240);
  expect(LAST - Math.max(...days)).toBeLessThan(255);
});

test("Valentine's Day and the eve of Mother's Day bring more than an ordinary day", () => {
  const dayCents = (iso: string) =>
    rows
      .filter((row) => sales.day[row] === parseIsoDay(iso))
      .reduce((sum, row) => sum + sales.cents[row]!, 0);
  const ordinary = sales.cents.reduce((sum, cents) => sum + cents, 0) / (3 * 310);
  expect(dayCents('2025-02-14')).toBeGreaterThan(1.5 * ordinary);
  expect(dayCents('2025-05-09') + dayCents('2025-05-10')).toBeGreaterThan(2.4 * ordinary);
});

test('there are whole and partial refunds, and no row costs more than it brings', () => {
  const refunds = rows.filter((row) => sales.cents[row]! < 0);
  expect(refunds.some((row) => sales.quantity[row]! < 0)).toBe(true);
  expect(refunds.some((row) => sales.quantity[row] === 0)).toBe(true);
  expect(refunds.length).toBeLessThan(0.02 * sales.length);
  expect(
    rows.every((row) => sales.cost[row]! >= 0 && sales.cost[row]! <= Math.max(0, sales.cents[row]!)),
  ).toBe(true);
});

describe.each([
  [1, '2026-11-23'],
  [2, '2026-03-02'],
  [3, '2027-05-20'],
  [2026, '2028-02-29'],
])('seed %i on %s is a shop one could know', (seed, iso) => {
  const last: Day = parseIsoDay(iso);
  const { sales, clients } = exampleShop(seed, last);
  const report = analyse(sales, clients.keys.length, defaultRules, last);

  test('12,000 to 20,000 rows, a fifth of them without a client, of 600 clients', () => {
    expect(sales.length).toBeGreaterThan(12_000);
    expect(sales.length).toBeLessThan(20_000);
    expect(clients.keys.length).toBeGreaterThan(590);
    const share = report.rowsWithoutClient / report.rowsUsed;
    expect(share).toBeGreaterThan(0.17);
    expect(share).toBeLessThan(0.23);
  });

  test('150,000 to 350,000 euros a year', () => {
    const year = sales.cents.reduce(
      (sum, cents, row) => (sales.day[row]! > last - 365 ? sum + cents : sum),
      0,
    );
    expect(year).toBeGreaterThan(150_000_00);
    expect(year).toBeLessThan(350_000_00);
  });

  test('every status occurs', () => {
    for (const name of STATUS_NAMES) expect(report.counts[name], name).toBeGreaterThanOrEqual(3);
  });

  test('a typical gap of about a month is found', () => {
    expect(report.typicalGapFound).toBe(true);
    expect(report.typicalGap).toBeGreaterThan(20);
    expect(report.typicalGap).toBeLessThan(40);
  });

  test('10 to 30 percent of the clients were lost in the last 12 months', () => {
    expect(report.year.percent).toBeGreaterThan(10);
    expect(report.year.percent).toBeLessThan(30);
  });

  test('a fifth to a third bought only once', () => {
    const once = report.clients.visits.filter((visits) => visits === 1).length / report.clientsWithPurchase;
    expect(once).toBeGreaterThan(0.2);
    expect(once).toBeLessThan(0.34);
  });
});
