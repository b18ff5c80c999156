import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoDay, parseIsoDay, type Day } from '../../../src/domain/kernel/day';
import { agenda, mondayOf, weekFrom } from '../../../src/domain/winback/agenda';
import type { PlanState } from '../../../src/domain/winback/planState';
import { scheduler, toWorkday, weekdayOf } from '../../../src/domain/winback/schedule';
import { startDays } from '../../../src/domain/winback/stagger';
import { aPlan, aStep, doneOn } from '../../support/aPlan';

const today = parseIsoDay('2026-11-23');
const stateOf = (says: Partial<PlanState> = {}): PlanState => ({
  stage: 'preparing',
  next: null,
  recovery: null,
  ...says,
});

describe('what is still to do', () => {
  const first = doneOn('2026-11-20', 'reached');
  const second = aStep({ due: { kind: 'after', days: 5 } });
  const third = aStep({ due: { kind: 'after', days: 2 } });
  const after = aStep({ aftercare: true });
  const plan = aPlan({
    id: 'plan-1',
    client: 7,
    startedOn: parseIsoDay('2026-11-20'),
    steps: [first, second, third, after],
  });
  const next = { step: second.id, due: parseIsoDay('2026-11-25'), overdue: -2 };

  test('is the next step on its day, and those behind it on the days that follow from it', () => {
    const found = agenda([plan], new Map([['plan-1', stateOf({ next })]]), scheduler([]), today);
    expect(found.map(({ step, due, isNext }) => [step.id, isoDay(due), isNext])).toEqual([
      [second.id, '2026-11-25', true],
      [third.id, '2026-11-27', false],
    ]);
    expect(found[0]).toMatchObject({ plan: 'plan-1', client: 7 });
  });

  test('is nothing for a client who must not be contacted, and for a plan that is over', () => {
    expect(agenda([plan], new Map([['plan-1', stateOf()]]), scheduler([]), today)).toEqual([]);
    expect(agenda([plan], new Map(), scheduler([]), today)).toEqual([]);
  });

  test('stays on its day when it is late; what follows counts from today', () => {
    const late = { step: second.id, due: parseIsoDay('2026-11-18'), overdue: 5 };
    const begun = { ...plan, steps: [{ ...second, due: { kind: 'on', day: late.due } as const }, third] };
    const found = agenda([begun], new Map([['plan-1', stateOf({ next: late })]]), scheduler([]), today);
    expect(found.map(({ due }) => isoDay(due))).toEqual(['2026-11-18', '2026-11-25']);
  });
});

describe('a week', () => {
  test('begins on the Monday of any of its days', () => {
    for (const day of weekFrom(today)) expect(isoDay(mondayOf(day))).toBe('2026-11-23');
    expect(isoDay(mondayOf(addDays(today, -1)))).toBe('2026-11-16');
  });
});

describe('many plans', () => {
  const weekdays = (closed: { first: Day; last: Day }[] = []) => toWorkday(closed, [0, 6]);

  test('begin so many a day, on working days only', () => {
    const friday = parseIsoDay('2026-11-27');
    expect(startDays(5, friday, 2, weekdays()).map((day) => isoDay(day))).toEqual([
      '2026-11-27',
      '2026-11-27',
      '2026-11-30',
      '2026-11-30',
      '2026-12-01',
    ]);
  });

  test('begin after a closure', () => {
    const closed = [{ first: parseIsoDay('2026-11-23'), last: parseIsoDay('2026-12-04') }];
    expect(startDays(1, today, 5, weekdays(closed)).map((day) => isoDay(day))).toEqual(['2026-12-07']);
  });

  test('are spread without one too many on a day, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: -3, max: 40 }), (count, aDay) => {
        const days = startDays(count, today, aDay, weekdays());
        expect(days).toHaveLength(count);
        for (const day of days) {
          expect(weekdayOf(day) % 6).not.toBe(0);
          expect(days.filter((other) => other === day).length).toBeLessThanOrEqual(Math.max(1, aDay));
        }
        expect(days.toSorted((a, b) => a - b)).toEqual(days);
      }),
      { numRuns: 50 },
    );
  });

  test('begin one a day where the number makes no sense', () => {
    expect(new Set(startDays(3, today, NaN, weekdays())).size).toBe(3);
  });
});
