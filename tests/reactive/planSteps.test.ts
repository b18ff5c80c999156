import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../src/domain/kernel/day';
import type { Plan } from '../../src/domain/notebook/plan';
import { sayOfStep } from '../../src/reactive/planSteps';
import type { Input } from '../../src/workers/protocol';
import { aPlan, aStep } from '../support/aPlan';
import { aSession, openShopLook } from '../support/aSession';

const day = parseIsoDay('2026-11-23');
const done = { on: day, outcome: 'reached', why: '', note: '' } as const;
const place = { plan: 'plan-1', client: 7, step: 'a' };

function aShopWith(plan: Plan) {
  const shop = { plan };
  const { session } = aSession({
    look: openShopLook(),
    answers: {
      entries: () => ({ entries: [shop.plan], setAside: 0 }),
      saveEntries: ({ change }: Input<'saveEntries'>) => {
        shop.plan = change.put![0] as Plan;
        return null;
      },
    },
  });
  return { shop, session };
}

const plan = () => aPlan({ id: 'plan-1', client: 7, steps: [aStep({ id: 'a' }), aStep({ id: 'b' })] });

describe('saying something of one step', () => {
  it('saves the plan with the next number, and nothing else of it changed', async () => {
    const before = plan();
    const { shop, session } = aShopWith(before);
    await sayOfStep(session, place, { done });
    expect(shop.plan.rev).toBe(before.rev + 1);
    expect(shop.plan.steps).toEqual([{ ...before.steps[0]!, done }, before.steps[1]]);
  });

  it('takes back just that, whatever else was changed since', async () => {
    const { shop, session } = aShopWith(plan());
    const undo = await sayOfStep(session, place, { done });
    await sayOfStep(session, { ...place, step: 'b' }, { due: { kind: 'on', day } });
    await undo();
    expect(shop.plan.steps.map((step) => step.done)).toEqual([null, null]);
    expect(shop.plan.steps[1]!.due).toEqual({ kind: 'on', day });
  });

  it('fails where the plan or the step is gone', async () => {
    const { session } = aShopWith(plan());
    await expect(sayOfStep(session, { ...place, step: 'gone' }, { done })).rejects.toThrow();
    await expect(sayOfStep(session, { ...place, plan: 'gone' }, { done })).rejects.toThrow();
  });
});
