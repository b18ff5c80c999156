import { expect, test } from 'vitest';
import { firstDayOf, monthOf, parseIsoDay, type Day, type Month } from '../../../src/domain/kernel/day';
import { leakTrend } from '../../../src/domain/winback/leakTrend';

const first = monthOf(parseIsoDay('2026-01-01'));
const leak = (...nets: readonly number[]) =>
  nets.map((net, k) => ({
    month: (first + k) as Month,
    lost: Math.max(0, net) + 50,
    back: Math.max(0, -net) + 50,
    ours: 20,
  }));
const beginOf = (place: number): Day => firstDayOf((first + place) as Month);

test('the latest complete months stand against as many before', () => {
  expect(leakTrend(leak(400, 200, 100, 140), beginOf(3))).toEqual({ months: 2, before: 300, lately: 120 });
});

test('months that are not complete are left out, and an odd first one, too', () => {
  expect(leakTrend(leak(9_000, 400, 200, 100, 140, 7_000), beginOf(4))).toEqual({
    months: 2,
    before: 300,
    lately: 120,
  });
});

test('more won back than lost is a net loss below nothing', () => {
  expect(leakTrend(leak(100, 100, -60, -20), beginOf(3))?.lately).toBe(-40);
});

test('no more than half a year is compared with the half year before', () => {
  const nets = Array.from({ length: 20 }, (_, k) => k);
  expect(leakTrend(leak(...nets), beginOf(19))).toEqual({ months: 6, before: 10.5, lately: 16.5 });
});

test('a short log says nothing', () => {
  expect(leakTrend([], beginOf(0))).toBeNull();
  expect(leakTrend(leak(1, 2, 3), beginOf(2))).toBeNull();
  expect(leakTrend(leak(1, 2, 3, 4), beginOf(2))).toBeNull();
});
