import { expect, it } from 'vitest';
import { addDays } from '../../../src/domain/kernel/day';
import { savedAge } from '../../../src/features/today/savedAge';
import { dayOfTime } from '../../../src/reactive/today';

const savedAt = Date.UTC(2026, 10, 1, 12);
const on = (days: number) => addDays(dayOfTime(savedAt), days);

it('warns of a shop that was never saved to a file', () => {
  expect(savedAge({}, 100, on(0))).toEqual({ words: 'neverText', warn: true });
});

it('is at rest while nothing has changed, however long ago that was', () => {
  expect(savedAge({ savedAt, savedSales: 100 }, 100, on(400))).toEqual({ words: 'fine', warn: false });
});

it('gives changes a week before it warns', () => {
  expect(savedAge({ savedAt, savedSales: 100 }, 130, on(7))).toEqual({ words: 'changed', warn: false });
  expect(savedAge({ savedAt, savedSales: 100 }, 130, on(8))).toEqual({ words: 'old', warn: true });
});
