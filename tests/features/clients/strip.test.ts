import { describe, expect, it } from 'vitest';
import { strip } from '../../../src/features/clients/strip';
import { aClient, everyDays } from '../../support/aClient';

const drawn = (log: readonly (readonly [string, number])[], asOf: string, width = 320) => {
  const { story, asOf: until } = aClient(log, { asOf });
  return strip(story, until, width, 64);
};
const steady = everyDays(21, 10, '2026-02-17').map((date) => [date, 40] as const);

describe('the strip of visits', () => {
  it('runs from the first visit to the last day counted within its width', () => {
    const { ticks, lost } = drawn(steady, '2026-05-23');
    expect(ticks).toHaveLength(10);
    expect(ticks[0]!.x).toBe(4);
    expect(lost.at(-1)!.x + lost.at(-1)!.width).toBe(316);
  });

  it('makes a tick the taller the more was spent', () => {
    const { ticks } = drawn(
      [
        ['2026-01-01', 10],
        ['2026-02-01', 100],
        ['2026-03-01', 50],
      ],
      '2026-03-10',
    );
    expect(ticks.map(({ height }) => height)).toEqual([6, 64, 32]);
  });

  it('marks past and present losses, and the sleep before the present one', () => {
    const back = drawn([...steady, ['2026-06-10', 40]], '2027-02-10');
    expect(back.lost).toHaveLength(2);
    expect(back.asleep!.x + back.asleep!.width).toBe(back.lost[1]!.x);
    const here = drawn(steady, '2026-02-20');
    expect(here.lost).toEqual([]);
    expect(here.asleep).toBeNull();
  });

  it('never draws more ticks than there are pixels', () => {
    const daily = everyDays(1, 900, '2026-02-17').map((date) => [date, 5] as const);
    expect(drawn(daily, '2026-02-20').ticks.length).toBeLessThanOrEqual(320);
  });

  it('names as many turns of a year as fit', () => {
    const long = everyDays(30, 200, '2026-02-17').map((date) => [date, 5] as const);
    const { years } = drawn(long, '2026-02-20', 300);
    expect(years[0]!.year).toBe(2010);
    for (const [k, { x }] of years.entries())
      if (k > 0) expect(x - years[k - 1]!.x).toBeGreaterThanOrEqual(40);
  });

  it('stands for a single visit on the last day counted', () => {
    const { ticks, years, lost } = drawn([['2026-02-17', 40]], '2026-02-17');
    expect(ticks).toEqual([{ x: 4, height: 64 }]);
    expect([years, lost]).toEqual([[], []]);
  });
});
