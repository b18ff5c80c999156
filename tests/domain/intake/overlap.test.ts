import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap } from '../../../src/domain/intake/overlap';

const rowsOf = (...rows: readonly (readonly [number, number])[]) => Uint32Array.from(rows.flat());
const marks = (existing: readonly Uint32Array[], incoming: Uint32Array) => [...overlap(existing, incoming)];

test('into an empty shop every row is new', () => {
  expect(marks([], rowsOf([1, 2], [1, 2]))).toEqual([0, 0]);
  expect(marks([], new Uint32Array())).toEqual([]);
});

test('a row stored once and arriving twice is new once', () => {
  expect(marks([rowsOf([1, 2])], rowsOf([1, 2], [1, 2], [3, 4]))).toEqual([1, 0, 0]);
});

test('a row stored twice, in two imports, and arriving once is not new', () => {
  expect(marks([rowsOf([1, 2]), rowsOf([5, 6], [1, 2])], rowsOf([1, 2]))).toEqual([1]);
});

test('rows that share only one of their two words are different rows', () => {
  expect(marks([rowsOf([1, 2], [7, 9])], rowsOf([1, 3], [8, 9], [0xffff_ffff, 0]))).toEqual([0, 0, 0]);
});

test('agrees with a slow, obvious count for any rows in any order', () => {
  const rows = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(0, 1, 0x8000_0000, 0xffff_ffff)), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 4 }), rows, (packs, incoming) => {
      const left = new Map<string, number>();
      for (const key of packs.flat().map(String)) left.set(key, (left.get(key) ?? 0) + 1);
      const slow = incoming.map((row) => {
        const rest = left.get(String(row)) ?? 0;
        left.set(String(row), rest - 1);
        return rest > 0 ? 1 : 0;
      });
      expect(
        marks(
          packs.map((pack) => rowsOf(...pack)),
          rowsOf(...incoming),
        ),
      ).toEqual(slow);
    }),
  );
});
