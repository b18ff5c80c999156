import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/notebook/answer';
import { catalogue } from '../../../src/domain/reasons/catalogue';
import { judgementOf } from '../../../src/domain/reasons/judgement';
import { allGiven, choice, reasons, skip } from '../../support/conversations';

const judged = (answers: Readonly<Record<string, Answer>>) => judgementOf(allGiven(answers), catalogue([]));
const talked = { channel: choice('call'), reached: choice('reached') };
const weighted = (named: Readonly<Record<string, number>>): Answer => ({
  kind: 'reasons',
  reasons: Object.entries(named).map(([reason, weight]) => ({ reason, weight })),
  sure: 'likely',
});

describe('what the answers come to', () => {
  it('is nothing while nothing is answered', () => {
    expect(judged({})).toEqual({
      severity: null,
      human: null,
      group: null,
      channel: null,
      chance: null,
      cost: null,
      minutes: null,
      ended: false,
      circumstances: false,
      badForOthers: false,
    });
  });

  it('is read out of the answers', () => {
    const answers = {
      ...talked,
      stated: reasons('price'),
      real: reasons('rudeness'),
      severity: choice('4'),
      human: choice('no'),
      chance: choice('30'),
      cost: { kind: 'number', value: 2500 },
      minutes: { kind: 'number', value: 20 },
      others: choice('bad'),
    } as const;
    expect(judged(answers)).toEqual({
      severity: 4,
      human: false,
      group: 'ours',
      channel: 'call',
      chance: 0.3,
      cost: 2500,
      minutes: 20,
      ended: false,
      circumstances: false,
      badForOthers: true,
    });
  });

  it('proposes a human mistake where the heavier half of the reasons are', () => {
    expect(judged({ real: weighted({ rudeness: 3, price: 1 }) }).human).toBe(true);
    expect(judged({ real: weighted({ rudeness: 1, price: 3 }) }).human).toBe(false);
    expect(judged({ real: skip }).human).toBeNull();
  });

  it('names whose doing most of it was', () => {
    expect(judged({ real: weighted({ 'cheaper-rival': 3, price: 1, rudeness: 1 }) }).group).toBe(
      'competitor',
    );
    expect(judged({ ...talked, stated: reasons('moved'), real: skip })).toMatchObject({
      group: 'client',
      circumstances: true,
    });
  });

  it('goes by the real reason before the stated one', () => {
    expect(judged({ ...talked, stated: reasons('closed'), real: reasons('rudeness') })).toMatchObject({
      ended: false,
      group: 'ours',
    });
    expect(judged({ ...talked, stated: reasons('closed'), real: skip }).ended).toBe(true);
  });

  it('leaves out answers that the conversation has left behind', () => {
    expect(judged({ real: reasons('moved'), human: choice('yes') }).human).toBe(false);
    const unreached = { ...talked, reached: choice('not-reached'), stated: reasons('closed') };
    expect(judged(unreached)).toMatchObject({ ended: false, group: null });
  });

  it('does not know reasons that are not in the catalogue', () => {
    expect(judged({ real: reasons('gone') })).toMatchObject({
      group: null,
      human: null,
      circumstances: false,
    });
  });
});
