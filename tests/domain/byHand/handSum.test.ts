import { describe, expect, it } from 'vitest';
import { parseHandSum } from '../../../src/domain/byHand/handSum';
import { alikeSales } from '../../../src/domain/byHand/alikeSales';
import type { HandSale } from '../../../src/domain/byHand/handSale';
import { day, salesLog } from '../../support/salesLog';

describe('a sum typed by hand', () => {
  it.each([
    ['12,50', 2, 1_250],
    ['12.50', 2, 1_250],
    ['1.234,5', 2, 123_450],
    ['-5', 2, -500],
    ['− 5,20', 2, -520],
    ['500', 0, 500],
    ['0', 2, 0],
    ['-0', 2, 0],
    ['', 2, null],
  ])('%s means %s', (text, digits, cents) => {
    expect(parseHandSum(text, digits)).toEqual({ ok: true, value: cents });
  });

  it.each(['ten', '-', '--5', '5-5', '1e14'])('%s cannot be read', (text) => {
    expect(parseHandSum(text, 2).ok).toBe(false);
  });
});

describe('a sale that the shop seems to have already', () => {
  const { sales } = salesLog([
    ['2024-05-02', 'ann', 10],
    ['2024-05-02', 'ann', 5],
    ['2024-05-03', 'bob', 7],
  ]);
  const written = (id: string, client: number | null, on: string, cents: number): HandSale => ({
    id,
    day: day(on),
    who: client === null ? null : { kind: 'known', client, name: '' },
    cents,
    product: '',
    employee: '',
  });

  it('is one row of the client on that day, or all of them together', () => {
    const found = alikeSales(sales, [
      written('row', 0, '2024-05-02', 1_000),
      written('day', 0, '2024-05-02', 1_500),
      written('other sum', 0, '2024-05-02', 900),
      written('other day', 0, '2024-05-03', 1_000),
      written('other client', 1, '2024-05-02', 1_000),
      written('nobody', null, '2024-05-03', 700),
    ]);
    expect(found).toEqual(['row', 'day']);
    expect(alikeSales(sales, [])).toEqual([]);
  });
});
