import { describe, expect, it } from 'vitest';
import { addDays, parseIsoDay } from '../../../src/domain/kernel/day';
import type { PlanStep } from '../../../src/domain/notebook/plan';
import { withSteps } from '../../../src/domain/winback/chainEdits';
import { checkDay, doneAnew, needsCheck, promiseCheck } from '../../../src/domain/winback/promise';
import { schedule } from '../../../src/domain/winback/schedule';
import { planState } from '../../../src/domain/winback/stage';
import { aPlan, aStep, doneOn } from '../../support/aPlan';

const today = parseIsoDay('2026-11-23');

it('a promise without a further step gets one, some days after, so that the plan does not stand still', () => {
  const promised = aPlan({ startedOn: addDays(today, -5), steps: [doneOn(today, 'promised')] });
  const due = (plan: typeof promised) => schedule(plan, [], [], { recoveredOn: null });
  expect(planState(promised, null, due, today, today)).toMatchObject({ stage: 'promised', next: null });
  const check = promiseCheck(checkDay(today), 'check', 'sold:Mia');
  const looked = { ...promised, steps: withSteps(promised.steps, [check]) };
  expect(planState(looked, null, due, today, today)).toMatchObject({
    stage: 'promised',
    next: { step: 'check', due: addDays(today, 7) },
  });
  expect(check.who).toBe('sold:Mia');
});

it('stands before the aftercare, which waits for the purchase', () => {
  const care = aStep({ aftercare: true });
  const steps = withSteps([doneOn(today, 'promised'), care], [promiseCheck(checkDay(today), 'check', null)]);
  expect(steps.map(({ id }) => id).slice(1)).toEqual(['check', care.id]);
});

describe('a promise', () => {
  const promise = doneOn(today, 'promised');
  const needs = (steps: readonly PlanStep[], isBack = false) => needsCheck(promise, { steps }, isBack);

  it('needs a look only where nothing else is to be done, and not once they bought', () => {
    expect(needs([promise])).toBe(true);
    expect(needs([promise, aStep({ aftercare: true }), aStep({ dropped: true })])).toBe(true);
    expect(needs([promise, aStep()])).toBe(false);
    expect(needs([promise, promiseCheck(checkDay(today), 'check', null)])).toBe(false);
    expect(needs([promise], true)).toBe(false);
    expect(needsCheck(doneOn(today, 'reached'), { steps: [promise] }, false)).toBe(false);
    expect(needsCheck(aStep(), { steps: [promise] }, false)).toBe(false);
  });

  it('that is taken back takes its look along, but nothing that was done and no other step', () => {
    const check = promiseCheck(checkDay(today), 'check', null);
    const looked = { ...check, done: promise.done };
    const other = aStep();
    const idsAfter = (steps: readonly PlanStep[], id: string) =>
      doneAnew(steps, id, null).map((step) => step.id);
    expect(doneAnew([promise, check], promise.id, null)).toEqual([{ ...promise, done: null }]);
    expect(idsAfter([promise, looked, other], promise.id)).toEqual([promise.id, 'check', other.id]);
    const reached = doneOn(today, 'reached');
    expect(idsAfter([reached, promise, check], reached.id)).toEqual([reached.id, promise.id, 'check']);
    expect(doneAnew([promise, looked], 'check', null)).toEqual([promise, check]);
    expect(doneAnew([promise], 'unknown', null)).toEqual([promise]);
    const refused = { ...promise.done!, outcome: 'refused' } as const;
    expect(doneAnew([promise, check], promise.id, refused)).toEqual([{ ...promise, done: refused }]);
    const noted = { ...promise.done!, note: 'on Friday' };
    expect(doneAnew([promise, check], promise.id, noted)).toEqual([{ ...promise, done: noted }, check]);
  });
});
