import { describe, expect, test } from 'vitest';
import { exampleShop } from '../../../src/domain/example/exampleShop';
import { exampleNotebook } from '../../../src/domain/example/notebook';
import { walkOfExample } from '../../../src/domain/example/told/returns';
import { parseIsoDay, type Day } from '../../../src/domain/kernel/day';
import { analyse } from '../../../src/domain/loss/analyse';
import { defaultRules } from '../../../src/domain/loss/rules';
import { isLostStatus } from '../../../src/domain/loss/status';
import { entriesOf } from '../../../src/domain/notebook/notebook';
import { employees } from '../../../src/domain/people/employees';
import { STAGES } from '../../../src/domain/winback/planState';
import { returnOf } from '../../../src/domain/winback/recovery';
import { scheduler, weekdayOf } from '../../../src/domain/winback/schedule';
import { planState } from '../../../src/domain/winback/stage';

function opened(seed: number, iso: string) {
  const today = parseIsoDay(iso);
  const shop = exampleShop(seed, today);
  const { clients } = analyse(shop.sales, shop.clients.keys.length, defaultRules, today);
  const lost = Array.from({ length: clients.length }, (_, k) => k)
    .filter((k) => isLostStatus(clients.status[k]!))
    .map((k) => ({
      client: clients.client[k]!,
      lostDate: clients.lostDate[k]! as Day,
      yearlyValue: clients.yearlyValue[k]!,
    }));
  const entries = exampleNotebook(shop, lost, today);
  const walk = walkOfExample(shop, today);
  const dueDays = scheduler([]);
  const planned = entriesOf(entries, 'plan').map((plan) => {
    const back = returnOf(plan, walk, plan.client, [])?.recovery ?? null;
    return { plan, back, state: planState(plan, back, dueDays, today, today) };
  });
  return { today, shop, entries, planned };
}

describe.each([
  [2026, '2026-11-23'],
  [1, '2026-03-02'],
  [3, '2027-05-20'],
  [2026, '2028-02-29'],
])('the plans of the example shop %i on %s', (seed, iso) => {
  const { today, shop, entries, planned } = opened(seed, iso);

  test('stand in every stage', () => {
    expect(new Set(planned.map(({ state }) => state.stage))).toEqual(new Set(STAGES));
  });

  test('brought some back and one came alone, as the sales say', () => {
    const ours = planned.filter(({ back }) => back?.ours);
    expect(ours.length).toBeGreaterThanOrEqual(8);
    expect(planned.filter(({ back }) => back && !back.ours)).toHaveLength(1);
    for (const { back } of ours) expect(back!.since).toBeGreaterThan(0);
  });

  test('are enough contacted clients for figures to say something', () => {
    const contacted = planned.filter(({ plan }) => plan.steps.some(({ done }) => done));
    expect(contacted.length).toBeGreaterThanOrEqual(20);
  });

  test('have returns that the owner has not seen, and work that is due', () => {
    const unseen = planned.filter(({ plan, back }) => back && !back.lostAgainOn && plan.greeted !== back.day);
    expect(unseen).toHaveLength(2);
    expect(planned.filter(({ state }) => state.next && state.next.overdue >= 0).length).toBeGreaterThan(3);
  });

  test('tell of nothing before the loss, nothing to come, and of no work on a Sunday', () => {
    for (const { plan } of planned) {
      expect(plan.startedOn).toBeGreaterThanOrEqual(plan.lostDate);
      for (const { done } of plan.steps) {
        if (!done) continue;
        expect(done.on).toBeGreaterThanOrEqual(plan.startedOn);
        expect(done.on).toBeLessThanOrEqual(today);
        expect(weekdayOf(done.on)).not.toBe(0);
      }
    }
  });

  test('give each step an id, an employee who is still there, and an offer with its cost', () => {
    const staff = employees(shop.employees, entriesOf(entries, 'person')).filter(
      (one) => one.leftOn === null,
    );
    const ids = new Set(staff.map(({ id }) => id));
    const steps = planned.flatMap(({ plan }) => plan.steps);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    for (const { who, offer } of steps) {
      expect(ids).toContain(who);
      if (offer && !['priority', 'free-check'].includes(offer.sort)) expect(offer.cost).toBeGreaterThan(0);
    }
  });

  test('are one a client', () => {
    expect(new Set(planned.map(({ plan }) => plan.client)).size).toBe(planned.length);
  });
});
