import { describe, expect, it } from 'vitest';
import { addDays, parseIsoDay } from '../../../src/domain/kernel/day';
import { savedCopy } from '../../../src/domain/shop/savedCopy';

const saved = parseIsoDay('2026-03-01');
const on = (days: number) => addDays(saved, days);

describe('the saved copy of a shop', () => {
  it('is missed from the first day', () => {
    expect(savedCopy(undefined, undefined, 100, saved)).toEqual({ state: 'never', days: NaN, warn: true });
  });

  it('never worries while nothing has changed', () => {
    expect(savedCopy(saved, 100, 100, on(400))).toEqual({ state: 'same', days: 400, warn: false });
  });

  it('may lag behind for a week', () => {
    expect(savedCopy(saved, 100, 100, on(7), true)).toEqual({ state: 'changed', days: 7, warn: false });
    expect(savedCopy(saved, 100, 100, on(8), true)).toEqual({ state: 'old', days: 8, warn: true });
    expect(savedCopy(saved, 100, 130, on(7))).toEqual({ state: 'changed', days: 7, warn: false });
    expect(savedCopy(saved, 100, 130, on(8))).toEqual({ state: 'old', days: 8, warn: true });
  });

  it('is from today when the clock was set back', () => {
    expect(savedCopy(saved, 100, 130, on(-300)).days).toBe(0);
  });
});
