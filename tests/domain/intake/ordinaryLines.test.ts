import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { fileOf } from '../../support/fileOf';
import { formatOutcome } from '../../support/formatOutcome';

const TODAY = parseIsoDay('2026-11-22');
const money = (cents: number) => (cents / 100).toFixed(2);

interface Sold {
  readonly item: string;
  readonly pieces: number;
  readonly price: number;
  readonly other: number;
}

/** Titles behind order, day and customer, what stands in them, and what the line is worth in cents. */
const LAYOUTS: readonly (readonly [
  titles: string,
  cells: (sold: Sold, first: boolean) => string,
  worth: (sold: Sold) => number,
])[] = [
  [
    'Item|Qty|Unit price|Total',
    ({ item, pieces, price }) => `${item}|${pieces}|${money(price)}|${money(pieces * price)}`,
    ({ pieces, price }) => pieces * price,
  ],
  ['Item|Amount', ({ item, price }) => `${item}|${money(price)}`, ({ price }) => price],
  [
    'Item|Total|Tax',
    ({ item, price, other }) =>
      `${item}|${money(price)}|${money(Math.round(price - price / (1 + other / 40)))}`,
    ({ price }) => price,
  ],
  [
    'Item|Qty|Price',
    ({ item, pieces, price }) => `${item}|${pieces}|${money(price)}`,
    ({ pieces, price }) => pieces * price,
  ],
  [
    'Item|Qty|Unit price|Discount|Total',
    ({ item, pieces, price, other }) =>
      `${item}|${pieces}|${money(price)}|${money(other * 5)}|${money(pieces * price - other * 5)}`,
    ({ pieces, price, other }) => pieces * price - other * 5,
  ],
  [
    'Item|Amount',
    ({ item, price, other }, first) => `${first && other > 8 ? '' : item}|${money(price)}`,
    ({ price }) => price,
  ],
  [
    'Item|Weight|Points|Total',
    ({ item, pieces, price, other }) => `${item}|${other / 10}|${other}|${money(pieces * price)}`,
    ({ pieces, price }) => pieces * price,
  ],
];

const sold = fc.record({
  item: fc.constantFrom('Soap', 'Brush', 'Comb', 'Towel', 'Jug'),
  pieces: fc.integer({ min: 1, max: 3 }),
  price: fc.constantFrom(500, 1000, 1500, 2000, 1999, 750, 333),
  other: fc.integer({ min: 1, max: 10 }),
});
const orders = fc.array(
  fc.record({
    day: fc.integer({ min: 10, max: 28 }),
    who: fc.nat(3),
    lines: fc.array(sold, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 2, maxLength: 10 },
);

test('lines that are worth what stands on them are never read as anything else, unless the owner is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LAYOUTS), orders, async ([titles, cells, worth], list) => {
      const rows = list.flatMap(({ day, who, lines }, i) =>
        lines.map((line, at) => `A${i}|2026-03-${day}|Name ${who}|${cells(line, at === 0)}`),
      );
      const text = [`Order no|Date|Customer|${titles}`, ...rows, ''].join('\n');
      const { total, questions } = await formatOutcome(fileOf(text), TODAY);
      const expected = list.flatMap(({ lines }) => lines).reduce((sum, line) => sum + worth(line), 0);
      if (!questions?.includes('every-line')) expect(total, text).toBe(expected);
    }),
    { numRuns: 1500, seed: 5 },
  );
}, 60_000);
