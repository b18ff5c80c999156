import { expect, test } from 'vitest';
import { demand, isOpen, mothersDay, nextOpen } from '../../../src/domain/example/seasons';
import { isoDay, parseIsoDay } from '../../../src/domain/kernel/day';

test.each([
  [2024, '2024-05-12'],
  [2025, '2025-05-11'],
  [2026, '2026-05-10'],
  [2027, '2027-05-09'],
  [2033, '2033-05-08'],
])("Mother's Day %i is %s", (year, day) => {
  expect(isoDay(mothersDay(year))).toBe(day);
});

test('the shop is closed on Sundays and winter holidays, but opens for a feast', () => {
  expect(isOpen(parseIsoDay('2026-11-22'))).toBe(false);
  expect(isOpen(parseIsoDay('2026-12-25'))).toBe(false);
  expect(isOpen(parseIsoDay('2026-05-10'))).toBe(true);
  expect(isoDay(nextOpen(parseIsoDay('2026-12-25')))).toBe('2026-12-28');
});

test('a feast is busier than an ordinary day, and summer calmer', () => {
  expect(demand(parseIsoDay('2026-02-14'))).toBeGreaterThan(demand(parseIsoDay('2026-02-20')));
  expect(demand(parseIsoDay('2026-08-05'))).toBeLessThan(demand(parseIsoDay('2026-10-05')));
});
