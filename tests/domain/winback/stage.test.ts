import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/kernel/day';
import type { Outcome, Plan } from '../../../src/domain/notebook/plan';
import type { Recovery } from '../../../src/domain/winback/planState';
import { scheduler } from '../../../src/domain/winback/schedule';
import { planState } from '../../../src/domain/winback/stage';
import { aPlan, aStep, doneOn } from '../../support/aPlan';
import { day } from '../../support/salesLog';

// A Monday; no day that follows falls on a Sunday unless it is said.
const START = day('2026-07-06');
const dueDays = scheduler([]);

const stateOf = (plan: Plan, recovery: Recovery | null = null, today = addDays(START, 10)) =>
  planState(plan, recovery, dueDays, today, today);

const plan = (says: Partial<Plan> = {}) =>
  aPlan({ client: 0, lostDate: addDays(START, -7), startedOn: START, ...says });

const back = (says: Partial<Recovery> = {}): Recovery => ({
  day: addDays(START, 8),
  sum: 5_000,
  ours: true,
  daysSinceStep: 2,
  step: null,
  since: 5_000,
  visits: 1,
  volume: 1,
  yearWell: null,
  lostAgainOn: null,
  ...says,
});

const withOutcomes = (...outcomes: Outcome[]) =>
  plan({ steps: [...outcomes.map((outcome, k) => doneOn(addDays(START, k), outcome)), aStep()] });

describe('the stage of a plan', () => {
  it.each<[string, Outcome[]]>([
    ['preparing', []],
    ['contacted', ['done']],
    ['contacted', ['not-reached', 'done']],
    ['talking', ['done', 'reached']],
    ['talking', ['reached', 'not-reached']],
    ['talking', ['promised', 'refused']],
    ['promised', ['reached', 'promised']],
    ['promised', ['refused', 'promised', 'done']],
    ['promised', ['ordered']],
  ])('is %s after %j', (stage, outcomes) => {
    expect(stateOf(withOutcomes(...outcomes)).stage).toBe(stage);
  });

  it('goes by the day of what was done, not by its place in the chain', () => {
    const steps = [doneOn(addDays(START, 5), 'promised'), doneOn(addDays(START, 1), 'refused'), aStep()];
    expect(stateOf(plan({ steps })).stage).toBe('promised');
  });

  it('is bought as soon as the sales prove it, and aftercare where aftercare is planned', () => {
    const steps = [doneOn(START, 'reached'), aStep()];
    expect(stateOf(plan({ steps }), back()).stage).toBe('bought');
    expect(stateOf(plan({ steps: [...steps, aStep({ aftercare: true })] }), back()).stage).toBe('aftercare');
    const dropped = aStep({ aftercare: true, dropped: true });
    expect(stateOf(plan({ steps: [...steps, dropped] }), back()).stage).toBe('bought');
  });

  it('is the same for a client who came by themselves: they too are looked after', () => {
    const steps = [aStep(), aStep({ aftercare: true })];
    expect(stateOf(plan({ steps }), back({ ours: false, step: null })).stage).toBe('aftercare');
  });

  it('is closed when the owner closed it, whatever the sales say', () => {
    const closed = { on: START, because: 'refused', note: '' } as const;
    expect(stateOf(plan({ steps: [aStep()], closed }))).toMatchObject({ stage: 'closed', next: null });
    const state = stateOf(plan({ steps: [aStep()], closed }), back());
    expect(state).toMatchObject({ stage: 'closed', next: null });
    expect(state.recovery).not.toBeNull();
  });

  it('is closed after three visits and a year, and not after one of them alone', () => {
    const of = (says: Partial<Recovery>) =>
      stateOf(plan({ steps: [aStep({ aftercare: true })] }), back(says)).stage;
    expect(of({ visits: 3 })).toBe('aftercare');
    expect(of({ visits: 2, yearWell: true })).toBe('aftercare');
    expect(of({ visits: 3, yearWell: true })).toBe('closed');
    expect(of({ visits: 3, yearWell: false })).toBe('closed');
  });

  it('is closed when the client is lost again: there is no second chase', () => {
    const state = stateOf(
      plan({ steps: [aStep(), aStep({ aftercare: true })] }),
      back({ lostAgainOn: START }),
    );
    expect(state).toMatchObject({ stage: 'closed', next: null });
  });

  it('is closed when the chain is at its end and nothing came of it for a year', () => {
    const ended = plan({ steps: [doneOn(START, 'reached'), aStep({ dropped: true })] });
    expect(stateOf(ended, null, addDays(START, 365)).stage).toBe('talking');
    expect(stateOf(ended, null, addDays(START, 366)).stage).toBe('closed');
    expect(stateOf(ended, back(), addDays(START, 366)).stage).toBe('bought');
    const open = plan({ steps: [doneOn(START, 'reached'), aStep()] });
    expect(stateOf(open, null, addDays(START, 900)).stage).toBe('talking');
  });
});

describe('the next step', () => {
  it('is the first that is neither done nor dropped, with its day and how long it is overdue', () => {
    const [gone, next, later] = [aStep({ dropped: true }), aStep(), aStep()];
    const steps = [doneOn(addDays(START, 1), 'reached'), gone, next, later];
    expect(stateOf(plan({ steps })).next).toEqual({ step: next.id, due: addDays(START, 3), overdue: 7 });
    expect(stateOf(plan({ steps }), null, addDays(START, 2)).next).toMatchObject({ overdue: -1 });
  });

  it('is no aftercare before the client is back, and nothing else from then on', () => {
    const [chase, care] = [aStep(), aStep({ aftercare: true, due: { kind: 'after', days: 3 } })];
    expect(stateOf(plan({ steps: [care, chase] })).next?.step).toBe(chase.id);
    expect(stateOf(plan({ steps: [care, chase] }), back()).next).toEqual({
      step: care.id,
      due: addDays(START, 11),
      overdue: -1,
    });
    expect(stateOf(plan({ steps: [chase] }), back()).next).toBeNull();
  });

  it('is none where the chain is empty or done', () => {
    expect(stateOf(plan()).next).toBeNull();
    expect(stateOf(plan({ steps: [doneOn(START, 'promised')] })).next).toBeNull();
  });
});
