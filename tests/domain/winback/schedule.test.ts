import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseIsoDay, type Day } from '../../../src/domain/kernel/day';
import type { Closure } from '../../../src/domain/loss/rules';
import type { PlanStep } from '../../../src/domain/notebook/plan';
import { schedule, weekdayOf } from '../../../src/domain/winback/schedule';
import { aStep, doneOn } from '../../support/aPlan';

const day = parseIsoDay;
/** A Monday. */
const MONDAY = day('2026-11-23');
const after = (id: string, days: number, says: Partial<PlanStep> = {}) =>
  aStep({ id, due: { kind: 'after', days }, ...says });
const plan = (...steps: readonly PlanStep[]) => ({ startedOn: MONDAY, steps });
const NO_FREE_DAYS: readonly number[] = [];

describe('the day a step is due', () => {
  it('counts from the start of the plan, then from the day the step before is due', () => {
    const due = schedule(plan(after('a', 0), after('b', 3), after('c', 10)), []);
    expect([...due.values()]).toEqual([day('2026-11-23'), day('2026-11-26'), day('2026-12-07')]);
  });

  it('skips Sundays forward, and nothing on a Saturday', () => {
    expect(weekdayOf(day('2026-11-29'))).toBe(0);
    expect(schedule(plan(after('a', 6)), []).get('a')).toBe(day('2026-11-30'));
    expect(schedule(plan(after('a', 5)), []).get('a')).toBe(day('2026-11-28'));
    expect(schedule(plan(after('a', 5)), [], [0, 6]).get('a')).toBe(day('2026-11-30'));
  });

  it('skips closures forward, and a free day at their end', () => {
    const closures = [{ first: day('2026-11-25'), last: day('2026-11-28') }];
    expect(schedule(plan(after('a', 2)), closures).get('a')).toBe(day('2026-11-30'));
  });

  it('counts from the day the step before was done, be it early or late', () => {
    const late = doneOn('2026-12-02', 'reached', { id: 'a', due: { kind: 'after', days: 0 } });
    expect(schedule(plan(late, after('b', 2)), []).get('b')).toBe(day('2026-12-04'));
    const early = doneOn('2026-11-24', 'reached', { id: 'a', due: { kind: 'after', days: 7 } });
    expect(schedule(plan(early, after('b', 2)), []).get('b')).toBe(day('2026-11-26'));
  });

  it('moves with a step that is late and still to do', () => {
    const due = schedule(plan(after('a', 0), after('b', 2)), [], undefined, { today: day('2026-12-01') });
    expect(due.get('a')).toBe(MONDAY);
    expect(due.get('b')).toBe(day('2026-12-03'));
  });

  it('takes no notice of dropped steps', () => {
    const due = schedule(plan(after('a', 1), after('b', 20, { dropped: true }), after('c', 1)), []);
    expect(due.has('b')).toBe(false);
    expect(due.get('c')).toBe(day('2026-11-25'));
  });

  it('is a date where one is given, and what follows counts from it', () => {
    const fixed = aStep({ id: 'a', due: { kind: 'on', day: day('2026-12-10') } });
    const due = schedule(plan(fixed, after('b', 1)), []);
    expect([...due.values()]).toEqual([day('2026-12-10'), day('2026-12-11')]);
  });

  it('of aftercare counts from the return, and is none before it', () => {
    const steps = [after('a', 0), after('b', 30), after('c', 2, { aftercare: true })];
    const back = day('2026-12-01');
    expect(schedule(plan(...steps), [], undefined, { recoveredOn: back }).get('c')).toBe(day('2026-12-03'));
    expect(schedule(plan(...steps), [], undefined, { recoveredOn: null }).has('c')).toBe(false);
  });

  it('is found where every weekday is free', () => {
    expect(schedule(plan(after('a', 3)), [], [0, 1, 2, 3, 4, 5, 6]).get('a')).toBe(day('2026-11-26'));
  });

  it('is none for a plan without steps', () => {
    expect(schedule(plan(), []).size).toBe(0);
  });
});

describe('laws of the schedule', () => {
  const runs = { seed: 20260101, numRuns: 300 };
  const closures: fc.Arbitrary<readonly Closure[]> = fc.array(
    fc
      .tuple(fc.integer({ min: -20, max: 200 }), fc.integer({ min: 0, max: 40 }))
      .map(([first, length]) => ({ first: addDays(MONDAY, first), last: addDays(MONDAY, first + length) })),
    { maxLength: 5 },
  );
  const free = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 });
  const steps = fc.array(
    fc.record({
      days: fc.integer({ min: 0, max: 60 }),
      dropped: fc.boolean(),
      doneIn: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 3 }),
    }),
    { maxLength: 8 },
  );
  const made = (drawn: readonly { days: number; dropped: boolean; doneIn: number | null }[]) =>
    drawn.map(({ days, dropped, doneIn }, i) =>
      after(String(i), days, {
        dropped,
        done: doneIn === null ? null : { on: addDays(MONDAY, doneIn), outcome: 'reached', why: '', note: '' },
      }),
    );

  it('no day is free or within a closure, and every step that counts has one', () => {
    fc.assert(
      fc.property(steps, closures, free, (drawn, closed, weekdays) => {
        const chain = made(drawn);
        const due = schedule(plan(...chain), closed, weekdays);
        expect([...due.keys()]).toEqual(chain.filter(({ dropped }) => !dropped).map(({ id }) => id));
        for (const on of due.values()) {
          expect(weekdays).not.toContain(weekdayOf(on));
          expect(closed.some(({ first, last }) => first <= on && on <= last)).toBe(false);
        }
      }),
      runs,
    );
  });

  it('no day lies before it was wanted, and it is the first on which the shop works', () => {
    fc.assert(
      fc.property(steps, closures, free, (drawn, closed, weekdays) => {
        const chain = made(drawn);
        const due = schedule(plan(...chain), closed, weekdays);
        const works = (on: number) =>
          !weekdays.includes(weekdayOf(on as Day)) &&
          !closed.some(({ first, last }) => first <= on && on <= last);
        let before: number = MONDAY;
        for (const step of chain) {
          if (step.dropped || step.due.kind !== 'after') continue;
          let obvious = before + step.due.days;
          while (!works(obvious)) obvious++;
          expect(due.get(step.id)).toBe(obvious);
          before = step.done?.on ?? obvious;
        }
      }),
      runs,
    );
  });

  it('dropping a step never makes a later one due later', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (drawn, pick) => {
        const chain = made(drawn).map((step) => ({ ...step, done: null, dropped: false }));
        const dropped = chain.map((step, i) =>
          i === pick % chain.length ? { ...step, dropped: true } : step,
        );
        const [all, fewer] = [chain, dropped].map((some) => schedule(plan(...some), [], NO_FREE_DAYS));
        for (const [id, on] of fewer!) expect(on).toBeLessThanOrEqual(all!.get(id)!);
      }),
      runs,
    );
  });

  it('nothing but what is still to do moves with the clock', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 200 }), (drawn, later) => {
        const chain = plan(...made(drawn));
        const still = schedule(chain, [], NO_FREE_DAYS);
        const moved = schedule(chain, [], NO_FREE_DAYS, { today: addDays(MONDAY, later) });
        for (const [id, on] of moved) expect(on).toBeGreaterThanOrEqual(still.get(id)!);
        const first = chain.steps.find(({ dropped }) => !dropped);
        if (first) expect(moved.get(first.id)).toBe(still.get(first.id));
      }),
      runs,
    );
  });
});
