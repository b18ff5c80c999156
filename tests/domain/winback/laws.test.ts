import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/kernel/day';
import { analyse } from '../../../src/domain/loss/analyse';
import { clientStory } from '../../../src/domain/loss/clientStory';
import { defaultRules } from '../../../src/domain/loss/rules';
import { OUTCOMES, type Plan, type PlanStep } from '../../../src/domain/notebook/plan';
import type { LossColumns } from '../../../src/domain/sales/columns';
import { deedOf, type PlanOutcome } from '../../../src/domain/winback/deed';
import { earnedBy, earnedOf } from '../../../src/domain/winback/earned';
import { EARNED_BY } from '../../../src/domain/winback/earnedReport';
import { leakByMonth } from '../../../src/domain/winback/leak';
import { onceEach } from '../../../src/domain/winback/onceEach';
import { STAGES, type PlanState } from '../../../src/domain/winback/planState';
import { returnOf } from '../../../src/domain/winback/recovery';
import { scheduler } from '../../../src/domain/winback/schedule';
import { planState } from '../../../src/domain/winback/stage';
import { walkSome } from '../../../src/domain/winback/walkSome';
import { aPlan, aStep } from '../../support/aPlan';

const CLIENTS = 4;
const START = 20_000;
const DAYS = 900;
const AS_OF = (START + DAYS) as Day;
const runs = { seed: 20261123, numRuns: 300 };

interface Row {
  readonly day: number;
  readonly client: number;
  readonly cents: number;
}

const columns = (rows: readonly Row[]): LossColumns => ({
  length: rows.length,
  day: Int32Array.from(rows, ({ day }) => day),
  client: Uint32Array.from(rows, ({ client }) => client),
  cents: Float64Array.from(rows, ({ cents }) => cents),
});

const someDay = fc.integer({ min: START, max: START + DAYS });
const someClient = fc.integer({ min: 0, max: CLIENTS - 1 });
const someLog = fc.array(
  fc.record({ day: someDay, client: someClient, cents: fc.constantFrom(500, 1000, 1004, 2000, -1000, -300) }),
  { maxLength: 60 },
);
const someStep: fc.Arbitrary<PlanStep> = fc
  .record({
    done: fc.option(
      fc.record({
        on: someDay.map((day) => day as Day),
        outcome: fc.constantFrom(...OUTCOMES),
        why: fc.constant(''),
        note: fc.constant(''),
      }),
    ),
    dropped: fc.boolean(),
    aftercare: fc.boolean(),
    due: fc.oneof(
      fc.record({ kind: fc.constant('after' as const), days: fc.integer({ min: 0, max: 60 }) }),
      fc.record({ kind: fc.constant('on' as const), day: someDay.map((day) => day as Day) }),
    ),
    cost: fc.integer({ min: 0, max: 900 }),
    minutes: fc.integer({ min: 0, max: 90 }),
    channel: fc.constantFrom('call', 'letter'),
    offer: fc.option(
      fc.record({
        sort: fc.constantFrom('discount', 'gift'),
        percent: fc.constant(null),
        cost: fc.integer({ min: 0, max: 500 }),
        text: fc.constant(''),
      }),
    ),
  })
  .map((says) => aStep(says));
const somePlan: fc.Arbitrary<Plan> = fc
  .record({
    client: someClient,
    lostDate: someDay.map((day) => day as Day),
    startedOn: someDay.map((day) => day as Day),
    steps: fc.array(someStep, { maxLength: 6 }),
    reason: fc.constantFrom(null, 'price', 'rudeness'),
    playbook: fc.constantFrom(null, 'price'),
    responsible: fc.constantFrom(null, 'sold:Mia'),
    closed: fc.option(
      fc.record({
        on: someDay.map((day) => day as Day),
        because: fc.constant('refused' as const),
        note: fc.constant(''),
      }),
      { freq: 5 },
    ),
  })
  .map((says) => aPlan(says));

const dueDays = scheduler([]);
const rules = { ...defaultRules, typicalGap: 30 };

const walkOf = (rows: readonly Row[], asOf = AS_OF) =>
  walkSome(columns(rows), [0, 1, 2, 3], defaultRules, { asOf, logStart: START as Day, typicalGap: 30 });

function seen(plan: Plan, rows: readonly Row[], asOf = AS_OF): PlanState {
  const { walk } = walkOf(rows, asOf);
  const back = returnOf(plan, walk, plan.client, []);
  return planState(plan, back?.recovery ?? null, dueDays, asOf, asOf);
}

const done = (plan: Plan, id: string, on: Day): Plan => ({
  ...plan,
  steps: plan.steps.map((step) =>
    step.id === id ? { ...step, done: { on, outcome: 'reached', why: '', note: '' } } : step,
  ),
});

describe('the state of any plan', () => {
  it('does not depend on the order in which sales were imported', () => {
    fc.assert(
      fc.property(somePlan, someLog, fc.integer(), (plan, rows, seed) => {
        const order = rows.map((row, k) => ({ row, at: Math.imul(k + 1, seed | 1) >>> 0 }));
        const shuffled = order.sort((a, b) => a.at - b.at).map(({ row }) => row);
        expect(seen(plan, shuffled)).toEqual(seen(plan, rows));
      }),
      runs,
    );
  });

  it('knows a stage, and a next step only of the plan’s own that still waits', () => {
    fc.assert(
      fc.property(somePlan, someLog, (plan, rows) => {
        const { stage, next, recovery } = seen(plan, rows);
        expect(STAGES).toContain(stage);
        if (!next) return;
        const step = plan.steps.find(({ id }) => id === next.step)!;
        expect(step).toMatchObject({ done: null, dropped: false, aftercare: recovery !== null });
      }),
      runs,
    );
  });

  it('loses no step: done one after the other, each that waits comes next exactly once', () => {
    fc.assert(
      fc.property(somePlan, someLog, (plan, rows) => {
        const { stage, recovery } = seen(plan, rows);
        fc.pre(stage !== 'closed');
        const waiting = plan.steps.filter(
          (step) => step.done === null && !step.dropped && step.aftercare === (recovery !== null),
        );
        const came: string[] = [];
        let now = plan;
        for (;;) {
          const { next } = seen(now, rows);
          if (!next) break;
          came.push(next.step);
          now = done(now, next.step, AS_OF);
        }
        expect(came).toEqual(waiting.map(({ id }) => id));
      }),
      runs,
    );
  });

  it('ends: once its steps are done and nothing more is bought, it is closed within some years', () => {
    fc.assert(
      fc.property(somePlan, someLog, (plan, rows) => {
        const finished = { ...plan, steps: plan.steps.map((step) => ({ ...step, dropped: true })) };
        expect(seen(finished, rows, (AS_OF + 3 * 365) as Day).stage).toBe('closed');
      }),
      runs,
    );
  });

  it('takes a recovery back when all of the purchase is refunded', () => {
    fc.assert(
      fc.property(somePlan, someLog, (plan, rows) => {
        // The sum of no other visit, so that the refund can only mean this one.
        const bought = { day: START + DAYS + 1, client: plan.client, cents: 77_777 };
        const later = (START + DAYS + 2) as Day;
        const without = rows.filter(({ client }) => client !== plan.client);
        const refund = { ...bought, day: later, cents: -77_777 };
        const due = { ...plan, lostDate: START as Day };
        expect(seen(due, [...without, bought], later).recovery?.day).toBe(bought.day);
        expect(seen(due, [...without, bought, refund], later).recovery).toBeNull();
      }),
      runs,
    );
  });

  it('calls a return ours exactly when a step came first', () => {
    fc.assert(
      fc.property(somePlan, someLog, (plan, rows) => {
        const { recovery } = seen(plan, rows);
        fc.pre(recovery !== null);
        const first = Math.min(
          ...plan.steps.flatMap((step) => (step.done && !step.aftercare ? step.done.on : [])),
        );
        expect(recovery.ours).toBe(first <= recovery.day);
        expect(Number.isNaN(recovery.daysSinceStep)).toBe(!recovery.ours);
      }),
      runs,
    );
  });
});

describe('a walk of some clients', () => {
  it('is the walk of all for those clients', () => {
    fc.assert(
      fc.property(someLog, fc.subarray([0, 1, 2, 3]), (rows, clients) => {
        const sales = columns(rows);
        const yearly = { ...defaultRules, intervals: new Map([[2, 60]]) };
        const { walk, placeOf } = walkSome(sales, clients, yearly, {
          asOf: AS_OF,
          logStart: START as Day,
          typicalGap: 30,
        });
        for (const client of clients) {
          const story = clientStory(sales, client, yearly, 30, AS_OF);
          const place = placeOf(client)!;
          const { start, day, cents } = walk.visits;
          const visits = Array.from(day.subarray(start[place], start[place + 1]), (on, k) => ({
            day: on,
            cents: cents[start[place]! + k],
          }));
          expect(visits).toEqual(story.visits);
          if (story.silence) expect(walk.lostAfter[start[place + 1]! - 1]).toBe(story.silence.lostAfter);
        }
        expect(placeOf(9)).toBeUndefined();
      }),
      runs,
    );
  });
});

describe('what plans earned', () => {
  const outcomes = (plans: readonly Plan[], rows: readonly Row[]): readonly PlanOutcome[] => {
    const { walk } = walkOf(rows);
    return plans.map((plan) => ({
      plan,
      reason: plan.reason,
      back: returnOf(plan, walk, plan.client, []),
      natural: 700,
    }));
  };
  const somePlans = fc.array(somePlan, { maxLength: 12 });

  it('is the same in total by reason, playbook, offer, channel, employee and month', () => {
    fc.assert(
      fc.property(somePlans, someLog, (plans, rows) => {
        const deeds = onceEach(outcomes(plans, rows)).flatMap((outcome) => deedOf(outcome, 1_500) ?? []);
        const total = earnedOf(deeds, 0.4);
        const by = earnedBy(deeds, 0.4);
        for (const heading of EARNED_BY)
          for (const figure of [
            'contacted',
            'reached',
            'recovered',
            'since',
            'yearly',
            'cost',
            'naturalMargin',
          ] as const)
            expect(by[heading].reduce((sum, line) => sum + line[figure], 0)).toBeCloseTo(total[figure], 4);
        expect(total.recovered).toBeLessThanOrEqual(total.reached);
        expect(total.reached).toBeLessThanOrEqual(total.contacted);
      }),
      runs,
    );
  });

  it('counts no return twice, and in no month more as ours than came back at all', () => {
    fc.assert(
      fc.property(
        somePlans,
        someLog.filter(({ length }) => length > 0),
        (plans, rows) => {
          const once = onceEach(outcomes(plans, rows));
          const ours = once.flatMap(({ plan, back }) =>
            back?.recovery.ours ? `${plan.client}@${back.recovery.day}` : [],
          );
          expect(new Set(ours).size).toBe(ours.length);
          const report = analyse(columns(rows), CLIENTS, rules, AS_OF);
          const { walk } = walkSome(columns(rows), [0, 1, 2, 3], defaultRules, report);
          const returns = once.flatMap(
            ({ plan, back }) => (back && returnOf(plan, walk, plan.client, [])) ?? [],
          );
          const leak = leakByMonth(report.months, returns);
          expect(leak).toHaveLength(report.months.length);
          for (const { back, ours: mine } of leak) expect(mine).toBeLessThanOrEqual(back + 1e-6);
        },
      ),
      runs,
    );
  });
});
