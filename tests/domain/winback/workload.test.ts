import { describe, expect, it } from 'vitest';
import { addDays, isoDay, parseIsoDay } from '../../../src/domain/kernel/day';
import type { PlanStep } from '../../../src/domain/notebook/plan';
import { scheduler, toWorkday } from '../../../src/domain/winback/schedule';
import { startDays } from '../../../src/domain/winback/stagger';
import { datedSteps, fullestDay, lighterPace, MINUTES_A_DAY } from '../../../src/domain/winback/workload';
import { aPlan, aStep } from '../../support/aPlan';

const monday = parseIsoDay('2026-11-23');
const due = scheduler([]);
const visit = (says: Partial<PlanStep> = {}) =>
  aStep({ channel: 'visit', minutes: 45, due: { kind: 'after', days: 0 }, ...says });
const call = (says: Partial<PlanStep> = {}) =>
  aStep({ channel: 'call', minutes: 10, due: { kind: 'after', days: 0 }, ...says });
const plansOn = (...days: number[]) =>
  days.map((after) => aPlan({ startedOn: addDays(monday, after), steps: [visit()] }));

describe('the fullest day', () => {
  it('is the one that asks most of one person, told with the way that takes most of the time', () => {
    const plans = [
      ...plansOn(0, 0, 1, 1, 1),
      aPlan({ startedOn: addDays(monday, 1), steps: [call(), call(), call(), call()] }),
    ];
    expect(fullestDay(datedSteps(plans, due))).toEqual({
      day: addDays(monday, 1),
      who: null,
      minutes: 3 * 45 + 4 * 10,
      steps: 7,
      channel: 'visit',
      count: 3,
    });
  });

  it('counts each person apart: whoever is named in the step, else is responsible', () => {
    const plans = [
      aPlan({ startedOn: monday, responsible: 'marta', steps: [visit(), call({ who: 'jef' })] }),
      aPlan({ startedOn: monday, responsible: 'jef', steps: [visit()] }),
    ];
    expect(fullestDay(datedSteps(plans, due))).toMatchObject({ who: 'jef', minutes: 55, steps: 2 });
  });

  it('is the earliest of several that ask as much', () => {
    expect(fullestDay(datedSteps(plansOn(2, 0, 1), due))?.day).toBe(monday);
  });

  it('reckons with what the same person has to do besides, and only on days on which there is something new', () => {
    const planned = datedSteps(plansOn(0), due);
    const besides = [
      { day: monday, who: null, step: call() },
      { day: monday, who: 'marta', step: visit({ minutes: 500 }) },
      { day: addDays(monday, 1), who: null, step: visit({ minutes: 500 }) },
    ];
    expect(fullestDay(planned, besides)).toMatchObject({ day: monday, who: null, minutes: 55, steps: 2 });
  });

  it('counts neither dropped steps nor aftercare, which no purchase has begun', () => {
    const plan = aPlan({ startedOn: monday, steps: [visit({ dropped: true }), call({ aftercare: true })] });
    expect(fullestDay(datedSteps([plan], due))).toBeNull();
    expect(fullestDay([])).toBeNull();
  });
});

describe('a lighter pace', () => {
  const loadAt = (plans: number, steps: readonly PlanStep[]) => (aDay: number) => {
    const days = startDays(plans, monday, aDay, toWorkday([], [0]));
    const load = fullestDay(
      datedSteps(
        days.map((startedOn) => aPlan({ startedOn, steps })),
        due,
      ),
    );
    return load?.minutes ?? 0;
  };

  it('is the most plans a day that leave nobody with more than half a working day', () => {
    const load = loadAt(14, [visit()]);
    expect(lighterPace(14, load)).toBe(5);
    expect(load(5)).toBeLessThanOrEqual(MINUTES_A_DAY);
    expect(load(6)).toBeGreaterThan(MINUTES_A_DAY);
  });

  it('reckons with later steps that meet those of plans begun later', () => {
    const steps = [call(), visit({ due: { kind: 'after', days: 1 } })];
    const pace = lighterPace(10, loadAt(30, steps))!;
    expect(loadAt(30, steps)(pace)).toBeLessThanOrEqual(MINUTES_A_DAY);
  });

  it('is not offered where beginning one a day is no lighter', () => {
    expect(lighterPace(1, () => 900)).toBeNull();
    expect(lighterPace(8, () => 900)).toBeNull();
  });
});

describe('the days on which plans begin', () => {
  const begun = (...given: Parameters<typeof startDays>) => startDays(...given).map(isoDay);

  it('hold so many a day, on days the shop works', () => {
    const saturday = parseIsoDay('2026-11-28');
    const closures = [{ first: parseIsoDay('2026-11-30'), last: parseIsoDay('2026-12-01') }];
    expect(begun(5, saturday, 2, toWorkday(closures, [0]))).toEqual([
      '2026-11-28',
      '2026-11-28',
      '2026-12-02',
      '2026-12-02',
      '2026-12-03',
    ]);
  });

  it('take fewer than one a day for one', () => {
    expect(begun(2, monday, 0, toWorkday([], []))).toEqual(['2026-11-23', '2026-11-24']);
    expect(begun(0, monday, 3, toWorkday([], []))).toEqual([]);
  });
});
