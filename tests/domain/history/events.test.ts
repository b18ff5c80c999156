import { describe, expect, test } from 'vitest';
import { eventsInMonths } from '../../../src/domain/history/eventsInMonths';
import { newestFirst } from '../../../src/domain/history/newestFirst';
import { monthOf, parseIsoDay } from '../../../src/domain/kernel/day';
import type { BusinessEvent } from '../../../src/domain/notebook/event';
import { someEntries } from '../../support/entries';

const anEvent = (id: string, day: string, madeAt = 0): BusinessEvent => ({
  ...someEntries.event,
  id,
  day: parseIsoDay(day),
  madeAt,
});
const ids = (events: readonly BusinessEvent[]) => events.map(({ id }) => id);

const move = anEvent('move', '2025-11-30');
const price = anEvent('price', '2026-01-01', 2);
const staff = anEvent('staff', '2026-01-01', 1);
const site = anEvent('site', '2026-02-28');

describe('the history of a business', () => {
  test('begins with the newest event, and of one day with the one noted last', () => {
    expect(ids(newestFirst([move, staff, site, price]))).toEqual(['site', 'price', 'staff', 'move']);
  });

  test('is the same whatever order the events come in', () => {
    const events = [move, staff, site, price];
    expect(newestFirst([...events].reverse())).toEqual(newestFirst(events));
    const twins = [anEvent('a', '2026-01-01'), anEvent('b', '2026-01-01')];
    expect(newestFirst([...twins].reverse())).toEqual(newestFirst(twins));
  });

  test('is empty where nothing was noted', () => {
    expect(newestFirst([])).toEqual([]);
  });
});

describe('events in the months of a chart', () => {
  const january = monthOf(parseIsoDay('2026-01-15'));
  const placed = (count: number) =>
    eventsInMonths([site, price, move, staff], january, count).map(({ event, index }) => [event.id, index]);

  test('stand in their month, by day', () => {
    expect(placed(2)).toEqual([
      ['staff', 0],
      ['price', 0],
      ['site', 1],
    ]);
  });

  test('are left out before the first and after the last month', () => {
    expect(placed(1)).toEqual([
      ['staff', 0],
      ['price', 0],
    ]);
    expect(placed(0)).toEqual([]);
  });
});
