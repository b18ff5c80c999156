import { describe, expect, it } from 'vitest';
import { STATUS } from '../../../src/domain/loss/status';
import type { GivenAnswer } from '../../../src/domain/notebook/answer';
import { catalogue } from '../../../src/domain/reasons/catalogue';
import { reweighed, toggledReason } from '../../../src/features/ask/chosenReasons';
import { weighed } from '../../../src/features/ask/weighing';
import { aCase } from '../../support/aCase';
import { day } from '../../support/salesLog';

const given = (answer: GivenAnswer['answer']): GivenAnswer => ({
  answer,
  day: day('2026-11-01'),
  source: 'owner',
  author: null,
});

describe('weighing a return', () => {
  it('proposes no chance below that of coming back unasked', () => {
    const severity = given({ kind: 'choice', value: '5' });
    expect(weighed({ severity }, catalogue([]), aCase({ natural: 0.1 }), 4).proposedChance).toBe(10);
    expect(weighed({ severity }, catalogue([]), aCase({ natural: 0.33 }), 4).proposedChance).toBe(40);
    expect(weighed({ severity }, catalogue([]), aCase({ natural: 0.97 }), 4).proposedChance).toBe(90);
    expect(weighed({}, catalogue([]), aCase({ natural: 0.97 }), 4).result.gain).toBe(0);
  });

  it('takes the owner’s chance over the proposed one', () => {
    const chance = given({ kind: 'choice', value: '75' });
    const weighing = weighed({ chance }, catalogue([]), aCase(), 4);
    expect(weighing.isChanceChosen).toBe(true);
    // 480.00 a year x 40 % x 3 years x (75 % - 10 %)
    expect(weighing.result.gain).toBeCloseTo(37_440, 6);
  });

  it('counts no attempt for less than coming back unasked, and says so', () => {
    const chance = given({ kind: 'choice', value: '10' });
    const weighing = weighed({ chance }, catalogue([]), aCase({ natural: 0.421 }), 4);
    expect(weighing.belowNatural).toBe(0.1);
    expect(weighing.result.gain).toBe(0);
    expect([weighing.verdict, weighing.because]).toEqual(['if-possible', 'not-above-natural']);
    expect(weighed({ chance }, catalogue([]), aCase({ natural: 0.1 }), 4).belowNatural).toBeNull();
    const most = given({ kind: 'choice', value: '90' });
    expect(weighed({ chance: most }, catalogue([]), aCase({ natural: 0.97 }), 4).belowNatural).toBeNull();
  });

  it('says whether what was told or the natural return decided the proposal', () => {
    expect(weighed({}, catalogue([]), aCase({ natural: 0.1 }), 4).isFloor).toBe(false);
    expect(weighed({}, catalogue([]), aCase({ natural: 0.45 }), 4)).toMatchObject({
      isFloor: true,
      proposedChance: 50,
    });
  });

  it('lets go of who was lost twice, whatever they are worth', () => {
    const { verdict, because } = weighed({}, catalogue([]), aCase({ status: STATUS.lostTwice, rank: 1 }), 4);
    expect([verdict, because]).toEqual(['let-go', 'lost-twice']);
  });
});

describe('reasons as they are chosen', () => {
  it('keep one that counts mostly when the first is taken away and another chosen', () => {
    const two = toggledReason(toggledReason([], 'a'), 'b');
    expect(two.map(({ weight }) => weight)).toEqual([3, 1]);
    const left = toggledReason(two, 'a');
    expect(toggledReason(left, 'c')).toEqual([
      { reason: 'b', weight: 1 },
      { reason: 'c', weight: 3 },
    ]);
    expect(reweighed(left, 'b')).toEqual([{ reason: 'b', weight: 3 }]);
  });

  it('are never more than eight', () => {
    const eight = Array.from({ length: 8 }, (_, k) => ({ reason: `r${String(k)}`, weight: 1 }));
    expect(toggledReason(eight, 'more')).toBe(eight);
    expect(toggledReason(eight, 'r3')).toHaveLength(7);
  });
});
