import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { rowsByClient } from '../../../src/domain/loss/byClient';
import { importRefunds } from '../../../src/domain/loss/importRefunds';
import { visitsByClient } from '../../../src/domain/loss/visits';
import { saveable, type Sale } from '../../support/sales';

const ASOF = parseIsoDay('2026-11-22');
const OCTOBER = parseIsoDay('2026-10-31');

/** What the last `count` rows of a log take back of what was told up to the end of October. */
function taken(rows: readonly Sale[], count: number) {
  const { sales, clients } = saveable(rows);
  const from = rows.length - count;
  const own = {
    length: count,
    day: sales.day.subarray(from),
    client: sales.client.subarray(from),
    cents: sales.cents.subarray(from),
  };
  const visits = visitsByClient(rowsByClient(sales, clients.keys.length, ASOF));
  return importRefunds(own, visits, OCTOBER);
}

const told: readonly Sale[] = [
  { day: '2026-09-01', client: 'Ann', amount: 40 },
  { day: '2026-10-01', client: 'Bob', amount: 25 },
];

test('a purchase told of before and paid back in full is counted with its sum', () => {
  expect(taken([...told, { day: '2026-11-05', client: 'Ann', amount: -40 }], 1)).toEqual({
    rows: 1,
    cents: -4000,
    visits: 1,
    visitCents: 4000,
  });
});

test('a refund of a part, and one without a client, take money back but no visit', () => {
  const rows = [
    ...told,
    { day: '2026-11-05', client: 'Ann', amount: -15 },
    { day: '2026-11-06', amount: -25 },
    { day: '2026-11-07', client: 'Bob', amount: 30 },
  ];
  expect(taken(rows, 3)).toEqual({ rows: 2, cents: -4000, visits: 0, visitCents: 0 });
});

test('what the import itself sold and took back is no matter of earlier days', () => {
  const rows = [
    ...told,
    { day: '2026-11-05', client: 'Ann', amount: 12 },
    { day: '2026-11-09', client: 'Ann', amount: -12 },
  ];
  expect(taken(rows, 2)).toEqual({ rows: 1, cents: -1200, visits: 0, visitCents: 0 });
});

test('refunds that another import brought are not told again', () => {
  const rows = [
    ...told,
    { day: '2026-11-05', client: 'Ann', amount: -40 },
    { day: '2026-11-06', client: 'Bob', amount: 10 },
  ];
  expect(taken(rows, 1)).toEqual({ rows: 0, cents: 0, visits: 0, visitCents: 0 });
});

test('an import without rows takes nothing back', () => {
  expect(taken(told, 0)).toEqual({ rows: 0, cents: 0, visits: 0, visitCents: 0 });
});
