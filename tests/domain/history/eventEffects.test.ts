import { describe, expect, it } from 'vitest';
import { addDays, parseIsoDay } from '../../../src/domain/kernel/day';
import { eventEffects } from '../../../src/domain/history/eventEffects';
import { anEntry } from '../../support/notebook';

const day = parseIsoDay('2025-06-01');
const event = anEntry('event', { day });
const losses = (...all: readonly (readonly [days: number, cents: number])[]) => ({
  lostDate: all.map(([days]) => day + days),
  value: all.map(([, cents]) => cents),
});

describe('losses around an event', () => {
  it('are counted over 26 weeks on either side, its own day after it', () => {
    const present = losses([-183, 1], [-182, 2], [-1, 4], [0, 8], [181, 16], [182, 32]);
    const [effect] = eventEffects([event], [present], addDays(day, 400));
    expect(effect).toEqual({
      event,
      before: { clients: 2, cents: 6 },
      after: { clients: 2, cents: 24 },
      whole: true,
    });
  });

  it('are those of clients who came back too, in whole cents', () => {
    const [effect] = eventEffects([event], [losses([10, 99.6]), losses([20, 100.2])], day);
    expect(effect).toMatchObject({ before: { clients: 0, cents: 0 }, after: { clients: 2, cents: 200 } });
  });

  it('are whole once the last day of the six months is ripe', () => {
    const whole = (days: number) => eventEffects([event], [], addDays(day, days))[0]!.whole;
    expect(whole(180)).toBe(false);
    expect(whole(181)).toBe(true);
  });

  it('come in the order of the events; none for none', () => {
    const later = anEntry('event', { day: addDays(day, 9) });
    expect(eventEffects([later, event], [], day).map((effect) => effect.event)).toEqual([later, event]);
    expect(eventEffects([], [losses([1, 1])], day)).toEqual([]);
  });
});
