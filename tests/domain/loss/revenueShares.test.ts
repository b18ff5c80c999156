import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../../src/domain/loss/clientFigures';
import { lastYearOf } from '../../../src/domain/loss/lastYearOf';
import { revenueShares } from '../../../src/domain/loss/revenueShares';
import type { Day } from '../../../src/domain/kernel/day';
import { NONE } from '../../../src/domain/sales/columns';

const last = 20_000 as Day;
const asOf = (last + 100) as Day;

/** Sales as (client, days from the last visit, cents, key). */
const log = (...rows: readonly (readonly [client: number, days: number, cents: number, key: number])[]) => ({
  sales: {
    length: rows.length,
    client: Uint32Array.from(rows, ([client]) => client),
    day: Int32Array.from(rows, ([, days]) => last + days),
    cents: Float64Array.from(rows, ([, , cents]) => cents),
  },
  column: Uint32Array.from(rows, ([, , , key]) => key),
});

const clients = (...lastVisits: readonly number[]) => ({
  length: lastVisits.length,
  client: Uint32Array.from(lastVisits.keys()),
  lastVisit: Int32Array.from(lastVisits),
});

const shares = ({ sales, column }: ReturnType<typeof log>, of = clients(last), keys = 3) => {
  const { start, key, part } = revenueShares(sales, column, keys, of, asOf);
  return Array.from({ length: of.length }, (_, k) =>
    Object.fromEntries(
      Array.from(key.subarray(start[k], start[k + 1]), (some, s) => [some, part[start[k]! + s]!]),
    ),
  );
};

describe('who has which part in a client', () => {
  it('is by net revenue of the 365 days up to the last visit, and the refunds since', () => {
    const rows = log(
      [0, -365, 9_999, 0],
      [0, -364, 400, 0],
      [0, 0, 400, 1],
      [0, 50, -200, 1],
      [0, 101, 900, 2],
    );
    expect(shares(rows)).toEqual([{ 0: 400 / 600, 1: 200 / 600 }]);
  });

  it('leaves out who is not above zero, and keeps rows that name nobody under the last key', () => {
    expect(shares(log([0, 0, 100, 0], [0, 0, -100, 0], [0, 0, -5, 1], [0, 0, 30, NONE]))).toEqual([{ 3: 1 }]);
    expect(shares(log([0, 0, -100, 0]))).toEqual([{}]);
  });

  it('is nothing for a client without a visit, and for rows of nobody or of others', () => {
    const rows = log([0, 0, 100, 0], [1, 0, 100, 1], [NONE, 0, 100, 2], [7, 0, 100, 2]);
    expect(shares(rows, clients(NO_DAY, last))).toEqual([{}, { 1: 1 }]);
    expect(shares(log(), clients())).toEqual([]);
  });

  it('tells of one client what it tells of all', () => {
    const someRow = fc.tuple(
      fc.nat(3),
      fc.integer({ min: -500, max: 120 }),
      fc.constantFrom(100, 250, 999, -100, -250, 0),
      fc.constantFrom(0, 1, 2, NONE),
    );
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 60 }), (rows) => {
        const some = log(...rows);
        const found = shares(some, clients(last, last, last, last));
        found.forEach((parts, client) => {
          const own = lastYearOf(some.sales, some.column, (key) => 'abc'[key] ?? '', client, last, asOf);
          const named = Object.entries(parts).filter(([key]) => key !== '3');
          expect(own).toHaveLength(named.length);
          for (const { name, share } of own) expect(share).toBeCloseTo(parts['abc'.indexOf(name)]!, 12);
          const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
          expect(Object.keys(parts).length === 0 ? 1 : total).toBeCloseTo(1, 12);
        });
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('what one client bought in the last year of buying', () => {
  it('comes largest first, with the day of the last purchase and not of the refund', () => {
    const { sales, column } = log(
      [0, -30, 500, 1],
      [0, -10, 300, 0],
      [0, -5, -100, 1],
      [0, -1, 100, NONE],
      [1, 0, 900, 0],
    );
    const names = ['Roses', 'Tulips'];
    expect(lastYearOf(sales, column, (key) => names[key] ?? '', 0, last, asOf)).toEqual([
      { name: 'Tulips', cents: 400, share: 0.5, last: last - 30 },
      { name: 'Roses', cents: 300, share: 0.375, last: last - 10 },
    ]);
  });

  it('is nothing for a client who is not there', () => {
    const { sales, column } = log([0, 0, 500, 1]);
    expect(lastYearOf(sales, column, String, 5, last, asOf)).toEqual([]);
  });
});
