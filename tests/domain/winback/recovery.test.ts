import { describe, expect, it } from 'vitest';
import { defaultRules } from '../../../src/domain/loss/rules';
import { returnOf } from '../../../src/domain/winback/recovery';
import { walkSome } from '../../../src/domain/winback/walkSome';
import type { Plan } from '../../../src/domain/notebook/plan';
import { aPlan, doneOn } from '../../support/aPlan';
import { day, salesLog } from '../../support/salesLog';

/**
 * Anna buys for 100 every 30 days, six times, the last time on 1 March 2026. With a typical gap of 30 her interval m is 30 and she is lost after 4 x 30 = 120 days, on
 * 29 June. Her log begins on 2 October 2025, so that her yearly value is that of max(180, 150) days: 6 x 365 / 180 x 100 = 1216.67.
 */
const RHYTHM = ['2025-10-02', '2025-11-01', '2025-12-01', '2025-12-31', '2026-01-30', '2026-03-01'];
const LOST = day('2026-06-29');
const shop = { logStart: day('2025-10-02'), typicalGap: 30 };

const planned = (steps: Plan['steps'] = [], says: Partial<Plan> = {}): Plan =>
  aPlan({ client: 0, lostDate: LOST, startedOn: day('2026-07-01'), steps, ...says });

function found(
  plan: Plan,
  later: readonly (readonly [date: string, amount: number])[],
  asOf: string,
  complaints: readonly string[] = [],
) {
  const log = [...RHYTHM.map((date) => [date, 100] as const), ...later];
  const { sales } = salesLog(log.map(([date, amount]) => [date, 'Anna', amount] as const));
  const { walk } = walkSome(sales, [0], defaultRules, { ...shop, asOf: day(asOf) });
  return returnOf(plan, walk, 0, complaints.map(day));
}

const called = doneOn('2026-07-03', 'reached');
const written = doneOn('2026-07-10', 'done');

describe('a recovery', () => {
  it('is nothing but a new purchase: a promise is none, and neither is an order that no sale shows', () => {
    const ordered = doneOn('2026-07-03', 'ordered');
    expect(found(planned([called, ordered]), [], '2026-07-20')).toBeNull();
  });

  it('has its day, its sum, and the days since the last step before it', () => {
    const back = found(planned([called, written]), [['2026-07-14', 80]], '2026-07-20')!;
    expect(back.recovery).toEqual({
      day: day('2026-07-14'),
      sum: 8_000,
      ours: true,
      daysSinceStep: 4,
      step: written.id,
      since: 8_000,
      visits: 1,
      volume: expect.closeTo((80 * 365) / 30 / (6 * 365 * (100 / 180)), 10) as number,
      yearWell: null,
      lostAgainOn: null,
    });
    expect(back.wasLost).toBe(true);
    expect(back.valueBefore).toBeCloseTo((6 * 365 * 10_000) / 180, 6);
  });

  it('before the first step is a natural return and not ours, whatever was done later', () => {
    const { recovery } = found(planned([called, written]), [['2026-07-02', 80]], '2026-07-20')!;
    expect(recovery).toMatchObject({ ours: false, step: null });
    expect(recovery.daysSinceStep).toBeNaN();
    expect(found(planned(), [['2026-07-14', 80]], '2026-07-20')!.recovery.ours).toBe(false);
  });

  it('on the day of the step is ours', () => {
    const { recovery } = found(planned([called]), [['2026-07-03', 80]], '2026-07-20')!;
    expect(recovery).toMatchObject({ ours: true, daysSinceStep: 0 });
  });

  it('is not brought by a step of aftercare that somebody ticked off too early', () => {
    const early = doneOn('2026-07-02', 'done', { aftercare: true });
    expect(found(planned([early]), [['2026-07-14', 80]], '2026-07-20')!.recovery.ours).toBe(false);
  });

  it('is taken back by a refund of all of it, and by a later purchase stands again', () => {
    const bought = ['2026-07-14', 80] as const;
    const refunded = ['2026-07-16', -80] as const;
    expect(found(planned([called]), [bought, refunded], '2026-07-15')).not.toBeNull();
    expect(found(planned([called]), [bought, refunded], '2026-07-20')).toBeNull();
    const again = found(planned([called]), [bought, refunded, ['2026-07-18', 50]], '2026-07-20')!;
    expect(again.recovery).toMatchObject({ day: day('2026-07-18'), sum: 5_000, since: 5_000, visits: 1 });
  });

  it('is worth less after a refund of a part', () => {
    const { recovery } = found(
      planned([called]),
      [
        ['2026-07-14', 80],
        ['2026-07-16', -30],
      ],
      '2026-07-20',
    )!;
    expect(recovery).toMatchObject({ sum: 8_000, since: 5_000, visits: 1 });
  });

  it('needs a purchase after the loss: one on the lost date saves the client, and one before is an old one', () => {
    expect(found(planned([called]), [['2026-06-29', 80]], '2026-07-20')).toBeNull();
    expect(found(planned([called]), [['2026-06-30', 80]], '2026-07-20')).not.toBeNull();
  });

  it('also ends a plan that was begun before the loss, and is then not called a return from a loss', () => {
    const sooner = planned([doneOn('2026-05-02', 'reached')], { startedOn: day('2026-05-01') });
    const back = found(sooner, [['2026-05-10', 80]], '2026-05-20')!;
    expect(back.recovery.ours).toBe(true);
    expect(back.wasLost).toBe(false);
  });
});

describe('the earlier volume', () => {
  it('is restored in full when the client buys again as before', () => {
    const later = ['2026-07-14', '2026-08-13', '2026-09-12'].map((date) => [date, 100] as const);
    const { recovery } = found(planned([called]), later, '2026-10-12')!;
    expect(recovery.visits).toBe(3);
    expect(recovery.since).toBe(30_000);
    // 300 in 90 days against 600 in the 180 days that stand for the time before.
    expect(recovery.volume).toBeCloseTo(1, 10);
  });

  it('is half restored when they buy half as much', () => {
    const later = ['2026-07-14', '2026-08-13', '2026-09-12'].map((date) => [date, 50] as const);
    expect(found(planned([called]), later, '2026-10-12')!.recovery.volume).toBeCloseTo(0.5, 10);
  });

  it('is not known of somebody who was worth nothing before', () => {
    const { sales } = salesLog([['2026-07-14', 'Anna', 80]]);
    const { walk } = walkSome(sales, [0], defaultRules, { ...shop, asOf: day('2026-07-20') });
    const back = returnOf(planned([called]), walk, 0, [])!;
    expect(back.recovery.volume).toBeNaN();
    expect(back.wasLost).toBe(false);
  });
});

describe('a year without a complaint', () => {
  const monthly = Array.from({ length: 14 }, (_, k) => {
    const date = new Date(Date.UTC(2026, 6, 14) + k * 30 * 86_400_000).toISOString().slice(0, 10);
    return [date, 100] as const;
  });
  const well = (asOf: string, complaints: string[]) =>
    found(planned([called]), monthly, asOf, complaints)!.recovery.yearWell;

  it('is not known before it is over', () => {
    expect(well('2027-07-13', [])).toBeNull();
    expect(well('2027-07-14', [])).toBe(true);
  });

  it('is spoilt by a complaint within it, not by one before or after', () => {
    expect(well('2027-07-20', ['2026-07-14'])).toBe(false);
    expect(well('2027-07-20', ['2027-07-14'])).toBe(false);
    expect(well('2027-07-20', ['2026-07-13', '2027-07-15'])).toBe(true);
  });
});

describe('a client lost again', () => {
  // Seven visits; the gap of 135 days counts as 120 at most: m = (60 + 150 + 120) / 8 = 41.25, lost after 165 days.
  it('is lost on the day the rules say, silent or back a third time', () => {
    const once = [['2026-07-14', 80]] as const;
    expect(found(planned([called]), once, '2026-12-25')!.recovery.lostAgainOn).toBeNull();
    expect(found(planned([called]), once, '2026-12-26')!.recovery.lostAgainOn).toBe(day('2026-12-26'));
    const third = found(planned([called]), [...once, ['2027-02-01', 70]], '2027-02-05')!;
    expect(third.recovery).toMatchObject({ lostAgainOn: day('2026-12-26'), since: 8_000, visits: 1 });
  });

  it('is measured by the time they stayed, whatever came later', () => {
    const stayed = found(planned([called]), [['2026-07-14', 80]], '2026-12-26')!.recovery;
    const later = [
      ['2026-07-14', 80],
      ['2027-02-01', 70],
      ['2027-02-10', -20],
    ] as const;
    const { since, volume } = found(planned([called]), later, '2027-03-01')!.recovery;
    expect({ since, volume }).toEqual({ since: stayed.since, volume: stayed.volume });
  });
});
