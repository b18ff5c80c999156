import { expect, test } from 'vitest';
import { oneOf, seededDraw, weighted, wholeBetween } from '../../../src/domain/example/seededDraw';

test('the sequence of a seed is fixed for good', () => {
  const draw = seededDraw(42);
  expect([draw(), draw(), draw()].map((n) => Math.floor(n * 2 ** 32))).toEqual([
    2581720956, 1925393290, 3661312704,
  ]);
});

test('numbers fall evenly into [0, 1)', () => {
  const draw = seededDraw(7);
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) {
    const tenth = Math.floor(draw() * 10);
    tenths[tenth] = tenths[tenth]! + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test('both ends of a range are reached, and nothing beyond', () => {
  const draw = seededDraw(1);
  const seen = new Set(Array.from({ length: 500 }, () => wholeBetween(draw, 3, 6)));
  expect([...seen].sort()).toEqual([3, 4, 5, 6]);
});

test('weights of zero are never chosen, and the only entry always is', () => {
  const draw = seededDraw(1);
  for (let i = 0; i < 500; i++) expect([1, 3]).toContain(weighted(draw, [0, 2, 0, 1, 0]));
  expect(weighted(() => 0.9999999999, [1, 0])).toBe(0);
  expect(oneOf(draw, ['only'])).toBe('only');
});
