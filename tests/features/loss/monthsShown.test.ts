import { describe, expect, it } from 'vitest';
import { monthOf, parseIsoDay, type Month } from '../../../src/domain/kernel/day';
import type { MonthColumns } from '../../../src/domain/loss/lossReport';
import { monthsShown } from '../../../src/features/loss/monthsShown';

const first = monthOf(parseIsoDay('2026-07-15'));
const columns: MonthColumns = {
  first,
  length: 4,
  lostClients: Uint32Array.of(2, 5, 0, 1),
  lostValue: Float64Array.of(20_000, 50_000, 0, 10_000),
  recoveredClients: Uint32Array.of(1, 0, 3, 0),
  recoveredValue: Float64Array.of(5_000, 0, 40_000, 0),
  ripeUntil: parseIsoDay('2026-08-31'),
};

describe('the months shown', () => {
  it('are the last ones, with their net', () => {
    const { months, net } = monthsShown(columns, 2);
    expect(months).toEqual([first + 2, first + 3] as Month[]);
    expect(net).toEqual([40_000, -10_000]);
  });

  it('are all there are where more is asked for', () => {
    expect(monthsShown(columns, Infinity).months).toHaveLength(4);
    expect(monthsShown(columns, 24).months).toHaveLength(4);
  });

  it('add up to the sums told above the chart', () => {
    const { lostSum, backSum, lostClients, backClients } = monthsShown(columns, 24);
    expect({ lostSum, backSum, lostClients, backClients }).toEqual({
      lostSum: 80_000,
      backSum: 45_000,
      lostClients: 8,
      backClients: 4,
    });
  });

  it('are hatched when they begin after the last ripe day', () => {
    expect(monthsShown(columns, 24).unripe).toEqual([false, false, true, true]);
  });

  it('name the worst month, and none where nothing was lost', () => {
    expect(monthsShown(columns, 24).worst).toEqual({ month: first + 1, value: 50_000 });
    const calm = { ...columns, lostValue: new Float64Array(4) };
    expect(monthsShown(calm, 24).worst).toBeUndefined();
  });
});
