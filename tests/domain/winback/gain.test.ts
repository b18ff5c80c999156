import { describe, expect, it } from 'vitest';
import type { Interview } from '../../../src/domain/notebook/interview';
import type { Plan } from '../../../src/domain/notebook/plan';
import { catalogue } from '../../../src/domain/reasons/catalogue';
import { claimsOf } from '../../../src/domain/reasons/claims';
import { proposedChance } from '../../../src/domain/reasons/proposedChance';
import { chanceIfAsked, planGain } from '../../../src/domain/winback/gain';
import { planKnowledge, type PlanKnowledge } from '../../../src/domain/winback/known';
import type { PlanState, Recovery } from '../../../src/domain/winback/planState';
import { aPlan, aStep, doneOn } from '../../support/aPlan';
import { anEntry, aStatement } from '../../support/notebook';
import { day } from '../../support/salesLog';

const on = day('2026-07-06');
const gift = (cost: number) => ({ sort: 'gift', percent: null, cost, text: '' }) as const;
const stake = { yearlyValue: 40_000, margin: 0.3, years: 1, chance: 0.2, natural: 0.08, hourCost: 3_000 };
const open: PlanState = { stage: 'preparing', next: null, recovery: null };

describe('what going on with a plan is worth', () => {
  it('is value x chance above the natural return, less what is still to do', () => {
    const plan = aPlan({
      steps: [doneOn(on, 'done', { cost: 9_999, minutes: 999 }), aStep({ cost: 200, minutes: 6 })],
    });
    // (20 % - 8 %) x 400 x 30 % - 2 - 6 minutes at 30 an hour = 14.40 - 2 - 3.
    expect(planGain(plan, open, stake)).toBeCloseTo(940, 6);
    expect(planGain(plan, open, { ...stake, hourCost: null })).toBeCloseTo(1_240, 6);
    expect(planGain(plan, open, { ...stake, natural: null })).toBeCloseTo(1_900, 6);
  });

  it('pays the last offer only where the client comes, and leaves out what was dropped', () => {
    const plan = aPlan({
      steps: [
        aStep({ offer: gift(100) }),
        aStep({ offer: gift(1_000) }),
        aStep({ offer: gift(5_000), cost: 5_000, dropped: true }),
        aStep({ offer: gift(7_000), cost: 7_000, aftercare: true }),
      ],
    });
    expect(planGain(plan, open, stake)).toBeCloseTo(1_440 - 0.2 * 1_000, 6);
  });

  it('is a year of a client who is back, less the aftercare still to do', () => {
    const plan: Plan = aPlan({
      steps: [aStep({ cost: 9_999 }), aStep({ cost: 100, offer: gift(300), minutes: 10, aftercare: true })],
    });
    const recovery = { day: on } as Recovery;
    const back: PlanState = { stage: 'aftercare', next: null, recovery };
    expect(planGain(plan, back, { ...stake, years: 5 })).toBeCloseTo(12_000 - 100 - 300 - 500, 6);
  });

  it('is nothing once the plan is closed', () => {
    expect(planGain(aPlan({ steps: [aStep()] }), { ...open, stage: 'closed' }, stake)).toBe(0);
  });
});

const reasons = catalogue([]);
const nothing: PlanKnowledge = {
  reason: null,
  source: null,
  severity: null,
  human: false,
  competitor: '',
  wish: '',
  chance: null,
};

describe('the chance of a return', () => {
  it('is the owner’s decision where one was made', () => {
    expect(chanceIfAsked({ ...nothing, chance: 75 }, reasons, 4, 'call')).toBe(0.75);
  });

  it('is else the starting guess for the reason, the time and the way', () => {
    expect(chanceIfAsked(nothing, reasons, 4, null)).toBe(0.4);
    const known = { ...nothing, reason: 'moved', severity: 2, human: true } as const;
    expect(chanceIfAsked(known, reasons, 30, 'sms')).toBe(
      proposedChance(2, true, 'client', 30, 'message') / 100,
    );
    expect(chanceIfAsked(nothing, reasons, 4, 'visit')).toBeGreaterThan(
      chanceIfAsked(nothing, reasons, 4, 'email'),
    );
  });
});

describe('what is known for a plan', () => {
  const said = (...entries: Parameters<typeof claimsOf>[0][number][]) => ({
    claims: claimsOf(entries),
    interviews: entries.filter((entry): entry is Interview => entry.kind === 'interview'),
    responses: [],
  });

  it('is nothing where nobody asked, or nobody knows', () => {
    expect(planKnowledge(said(), reasons)).toEqual(nothing);
    const asked = aStatement(1, on, {}, { severity: null });
    expect(planKnowledge(said(asked), reasons)).toEqual(nothing);
  });

  it('is the reason that counts most, by whose word, and what goes with it', () => {
    const statement = aStatement(
      1,
      on,
      { price: 1, rudeness: 3 },
      { severity: 4, competitor: 'Rosa', source: 'client' },
    );
    expect(planKnowledge(said(statement), reasons)).toMatchObject({
      reason: 'rudeness',
      source: 'client',
      severity: 4,
      human: true,
      competitor: 'Rosa',
    });
  });

  it('counts merged reasons as one', () => {
    const merged = catalogue([anEntry('reason', { id: 'own', mergedInto: 'price' })]);
    const statement = aStatement(1, on, { own: 2, price: 2, rudeness: 3 });
    expect(planKnowledge(said(statement), merged).reason).toBe('price');
  });

  it('takes the newest wish, and the chance that the conversation decided on', () => {
    const given = (answer: Interview['answers'][string]['answer']) =>
      ({ answer, day: on, source: 'owner', author: null }) as const;
    const interview = anEntry('interview', {
      questions: 'why-left',
      startedOn: on,
      answers: {
        channel: given({ kind: 'choice', value: 'call' }),
        reached: given({ kind: 'choice', value: 'reached' }),
        wish: given({ kind: 'text', text: 'A call before delivery' }),
        chance: given({ kind: 'choice', value: '60' }),
      },
    });
    expect(planKnowledge(said(interview), reasons)).toMatchObject({
      wish: 'A call before delivery',
      chance: 60,
    });
    const answered = anEntry('response', {
      survey: 'lost',
      day: day('2026-07-20'),
      answers: { ratings: {}, reasons: [], why: '', wish: 'Fresher roses' },
    });
    expect(planKnowledge({ ...said(interview), responses: [answered] }, reasons).wish).toBe('Fresher roses');
  });

  it('reads nothing out of a conversation by another set of questions', () => {
    const chance = {
      answer: { kind: 'choice', value: '60' },
      day: on,
      source: 'owner',
      author: null,
    } as const;
    const other = anEntry('interview', { questions: 'another', startedOn: on, answers: { chance } });
    expect(planKnowledge(said({ ...other, questions: 'why-left' }), reasons).chance).toBe(60);
    expect(planKnowledge(said(other), reasons)).toEqual(nothing);
  });
});
