import { describe, expect, it } from 'vitest';
import { addDays, monthOf } from '../../../src/domain/kernel/day';
import type { Offer, Plan } from '../../../src/domain/notebook/plan';
import { deedOf, type PlanOutcome } from '../../../src/domain/winback/deed';
import { earnedBy, earnedOf } from '../../../src/domain/winback/earned';
import { refusals } from '../../../src/domain/winback/funnel';
import { leakByMonth } from '../../../src/domain/winback/leak';
import { naturalOf, naturalRevenue } from '../../../src/domain/winback/natural';
import { onceEach } from '../../../src/domain/winback/onceEach';
import type { Recovery } from '../../../src/domain/winback/planState';
import { walkSome } from '../../../src/domain/winback/walkSome';
import { chanceToBuy } from '../../../src/domain/chance/chanceToBuy';
import { defaultRules } from '../../../src/domain/loss/rules';
import { aPlan, aStep, doneOn } from '../../support/aPlan';
import { day, salesLog } from '../../support/salesLog';

const CONTACT = day('2026-07-06');
const offer = (cost: number, sort: Offer['sort'] = 'discount'): Offer => ({
  sort,
  percent: null,
  cost,
  text: '',
});

const recovery = (says: Partial<Recovery> = {}): Recovery => ({
  day: addDays(CONTACT, 8),
  sum: 9_000,
  ours: true,
  daysSinceStep: 8,
  step: null,
  since: 9_000,
  visits: 1,
  volume: 0.5,
  yearWell: null,
  lostAgainOn: null,
  ...says,
});

const outcome = (plan: Plan, came: Recovery | null, says: Partial<PlanOutcome> = {}): PlanOutcome => ({
  plan,
  reason: plan.reason,
  back: came && { recovery: came, wasLost: true, valueBefore: 100_000 },
  natural: 0,
  ...says,
});

const deedsOf = (outcomes: readonly PlanOutcome[], hourCost: number | null = null) =>
  outcomes.flatMap((one) => deedOf(one, hourCost) ?? []);

describe('the return on win-back', () => {
  // 50 contacted at 4 each; 10 bought for 900 in all, of which 40 % stay; 50 alike left alone would have bought for 320.
  const fifty = Array.from({ length: 50 }, (_, k) =>
    outcome(
      aPlan({ client: k, startedOn: CONTACT, steps: [doneOn(CONTACT, 'done', { cost: 400 })] }),
      k < 10 ? recovery() : null,
      { natural: 640 },
    ),
  );

  it('is 16 % beyond what would have come anyway, and looks like 80 % without subtracting it', () => {
    const earned = earnedOf(deedsOf(fifty), 0.4);
    expect(earned).toMatchObject({ contacted: 50, recovered: 10, since: 90_000, cost: 20_000, thin: false });
    expect(earned.margin).toBeCloseTo(36_000, 6);
    expect(earned.margin - earned.naturalMargin).toBeCloseTo(23_200, 6);
    expect(earned.romi).toBeCloseTo(0.16, 10);
    expect(earned.romiGross).toBeCloseTo(0.8, 10);
  });

  it('is no number where nothing was spent, and thin below twenty', () => {
    const free = outcome(aPlan({ steps: [doneOn(CONTACT, 'reached')] }), recovery());
    expect(earnedOf(deedsOf([free]), 1)).toMatchObject({ romi: NaN, romiGross: NaN, thin: true });
    expect(earnedOf(deedsOf(fifty.slice(0, 19)), 1).thin).toBe(true);
    expect(earnedOf(deedsOf(fifty.slice(0, 20)), 1).thin).toBe(false);
    expect(earnedOf([], 1)).toMatchObject({ contacted: 0, since: 0, cost: 0, romi: NaN });
  });
});

describe('what came of one plan', () => {
  const steps = [
    doneOn(CONTACT, 'not-reached', { channel: 'call', minutes: 10, who: 'sold:Mia', offer: offer(300) }),
    doneOn(addDays(CONTACT, 3), 'reached', {
      channel: 'letter',
      cost: 250,
      minutes: 20,
      offer: offer(700, 'gift'),
    }),
    aStep({ channel: 'visit', cost: 9_999, minutes: 999, offer: offer(9_999) }),
    aStep({ aftercare: true, cost: 9_999 }),
  ];
  const plan = aPlan({ steps, responsible: 'sold:Leo', playbook: 'price', reason: 'price' });

  it('costs its steps and minutes when they are done, and an offer only when the client comes', () => {
    expect(deedOf(outcome(plan, null), 3_000)).toMatchObject({ cost: 250 + 1_500, minutes: 30 });
    expect(deedOf(outcome(plan, recovery()), 3_000)).toMatchObject({ cost: 700 + 250 + 1_500 });
    expect(deedOf(outcome(plan, recovery()), null)).toMatchObject({ cost: 700 + 250, minutes: 30 });
  });

  it('takes the last offer made before the return to be the one that was taken', () => {
    expect(deedOf(outcome(plan, recovery({ day: addDays(CONTACT, 1) })), null)!.cost).toBe(300 + 250);
  });

  it('counts the gifts of aftercare that were given', () => {
    const care = doneOn(addDays(CONTACT, 20), 'done', {
      aftercare: true,
      offer: offer(450, 'gift'),
      cost: 50,
    });
    const cared = { ...plan, steps: [...steps.slice(0, 2), care] };
    expect(deedOf(outcome(cared, recovery()), null)!.cost).toBe(700 + 250 + 450 + 50);
  });

  it('is told by the last step before the return', () => {
    expect(deedOf(outcome(plan, recovery()), null)!.keys).toEqual({
      reason: 'price',
      playbook: 'price',
      offer: 'gift',
      channel: 'letter',
      employee: 'sold:Leo',
      month: String(monthOf(CONTACT)),
    });
    expect(deedOf(outcome(plan, recovery({ day: addDays(CONTACT, 3) })), null)!.keys.channel).toBe('letter');
    const sooner = recovery({ day: addDays(CONTACT, 2) });
    expect(deedOf(outcome(plan, sooner), null)!.keys).toMatchObject({
      offer: 'discount',
      channel: 'call',
      employee: 'sold:Mia',
    });
  });

  it('is nothing before a step was done, or when only aftercare was', () => {
    expect(deedOf(outcome(aPlan({ steps: [aStep()] }), recovery({ ours: false })), null)).toBeNull();
    expect(
      deedOf(outcome(aPlan({ steps: [doneOn(CONTACT, 'done', { aftercare: true })] }), null), null),
    ).toBeNull();
  });

  it('earns nothing by a natural return, which still costs what was done', () => {
    const own = recovery({ ours: false, step: null, daysSinceStep: NaN, day: addDays(CONTACT, -2) });
    expect(deedOf(outcome(plan, own, { natural: 500 }), null)).toMatchObject({
      recovered: false,
      since: 0,
      firstPurchase: 0,
      yearly: 0,
      natural: 0,
      cost: 250,
    });
  });

  it('expects a year at the pace since the return, and nothing of a client lost again', () => {
    expect(deedOf(outcome(plan, recovery()), null)!.yearly).toBe(50_000);
    expect(deedOf(outcome(plan, recovery({ lostAgainOn: CONTACT })), null)!.yearly).toBe(0);
    expect(deedOf(outcome(plan, recovery({ volume: NaN })), null)!.yearly).toBe(0);
  });

  it('has reached a client who spoke, or who came', () => {
    const sent = aPlan({ steps: [doneOn(CONTACT, 'done')] });
    expect(deedOf(outcome(sent, null), null)!.reached).toBe(false);
    expect(deedOf(outcome(sent, recovery()), null)!.reached).toBe(true);
    const refused = aPlan({ steps: [doneOn(CONTACT, 'refused')] });
    expect(deedOf(outcome(refused, null), null)!.reached).toBe(true);
  });
});

describe('a table of what was earned', () => {
  it('has months in order and all else by what came back', () => {
    const of = (reason: string | null, month: string, since: number) =>
      outcome(aPlan({ reason, steps: [doneOn(month, 'reached')] }), recovery({ since, sum: since }));
    const by = earnedBy(
      deedsOf([of('price', '2026-09-01', 100), of(null, '2026-02-01', 900), of('price', '2026-10-01', 300)]),
      1,
    );
    expect(by.reason.map(({ key, since, recovered }) => [key, since, recovered])).toEqual([
      ['', 900, 1],
      ['price', 400, 2],
    ]);
    expect(by.month.map(({ key }) => key)).toEqual(
      ['2026-02-01', '2026-09-01', '2026-10-01'].map((date) => String(monthOf(day(date)))),
    );
  });
});

describe('a return that two plans claim', () => {
  it('belongs to the one whose step came last before it', () => {
    const first = outcome(aPlan({ client: 3, steps: [doneOn(CONTACT, 'done')] }), recovery(), {
      natural: 90,
    });
    const nearer = outcome(
      aPlan({ client: 3, steps: [doneOn(addDays(CONTACT, 5), 'done')] }),
      recovery({ daysSinceStep: 3 }),
      { natural: 80 },
    );
    const other = outcome(aPlan({ client: 4, steps: [doneOn(CONTACT, 'done')] }), recovery());
    const once = onceEach([first, nearer, other]);
    expect(once.map(({ back }) => back !== null)).toEqual([false, true, true]);
    expect(once[0]!.natural).toBe(0);
    expect(onceEach([nearer, first, other]).map(({ back }) => back !== null)).toEqual([true, false, true]);
  });
});

describe('what would have come anyway', () => {
  it('is one purchase and the earlier pace for half of the time, times the chance', () => {
    // 8 % x (50 + 400 x 73 / 730): 8 % of 90.
    expect(naturalRevenue(0.08, 5_000, 40_000, 73)).toBeCloseTo(720, 10);
  });

  const parameters = { r: 0.8, alpha: 60, a: 0.7, b: 1.4 };
  const visits = ['2026-01-01', '2026-01-31', '2026-03-02'];
  const { sales } = salesLog([...visits, '2026-09-01'].map((date) => [date, 'Anna', 100] as const));
  const { walk } = walkSome(sales, [0], defaultRules, {
    asOf: day('2026-11-03'),
    logStart: day('2026-01-01'),
    typicalGap: 30,
  });
  const plan = aPlan({
    client: 0,
    lostDate: day('2026-05-31'),
    startedOn: day('2026-07-01'),
    steps: [doneOn(CONTACT, 'done')],
  });

  it('goes by the visits before the loss and the days since the first step', () => {
    const history = { repeats: 2, lastAt: 60, age: 186 };
    const chance = chanceToBuy(parameters, history, 120);
    // Three visits for 100 in the 180 days that stand for a short log.
    const yearly = (3 * 365 * 10_000) / Math.max(180, 60 + 30);
    expect(naturalOf(plan, walk, 0, parameters)).toBeCloseTo(chance * (10_000 + (yearly * 120) / 730), 6);
  });

  it('is nothing before anybody was contacted', () => {
    expect(naturalOf({ ...plan, steps: [aStep()] }, walk, 0, parameters)).toBe(0);
    expect(naturalOf({ ...plan, steps: [doneOn('2026-11-03', 'done')] }, walk, 0, parameters)).toBe(0);
  });
});

describe('where chains break', () => {
  it('counts refusals by template, or by place where the owner wrote the step', () => {
    const call = (outcome: 'refused' | 'reached') => doneOn(CONTACT, outcome, { template: 'call' });
    const plans = [
      aPlan({ steps: [call('refused'), aStep({ template: 'letter' })] }),
      aPlan({ steps: [call('reached'), doneOn(CONTACT, 'refused')] }),
      aPlan({ steps: [call('refused')] }),
      aPlan({
        steps: [call('reached'), doneOn(CONTACT, 'refused', { aftercare: true, template: 'opinion' })],
      }),
    ];
    expect(refusals(plans)).toEqual([
      { key: 'call', reached: 4, refused: 2 },
      { key: '2', reached: 1, refused: 1 },
    ]);
    expect(refusals([])).toEqual([]);
  });
});

describe('the leak', () => {
  it('sets beside what was lost what came back, and the part of it that followed a step', () => {
    const months = {
      first: monthOf(day('2026-06-01')),
      length: 2,
      lostClients: new Uint32Array([3, 1]),
      lostValue: new Float64Array([500, 200]),
      recoveredClients: new Uint32Array([0, 2]),
      recoveredValue: new Float64Array([0, 300]),
      ripeUntil: day('2026-06-01'),
    };
    const back = (says: Partial<Recovery>, wasLost = true) => ({
      recovery: recovery(says),
      wasLost,
      valueBefore: 120,
    });
    const returns = [back({}), back({ ours: false }), back({}, false), back({ day: day('2026-08-01') })];
    expect(leakByMonth(months, returns)).toEqual([
      { month: months.first, lost: 500, back: 0, ours: 0 },
      { month: months.first + 1, lost: 200, back: 300, ours: 120 },
    ]);
  });
});
