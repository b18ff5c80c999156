import { describe, expect, it } from 'vitest';
import { clockFace, standing, started, stopped, timeLeft } from '../../../src/domain/brainstorm/timer';

const MINUTE = 60_000;

describe('the timer', () => {
  it('stands until it is started', () => {
    expect(timeLeft(standing(5), 1_000_000)).toBe(5 * MINUTE);
  });

  it('tells what is left by the clock, however late or seldom it is asked', () => {
    const running = started(standing(5), 1000);
    expect(timeLeft(running, 1000 + MINUTE)).toBe(4 * MINUTE);
    expect(timeLeft(running, 1000 + 4 * MINUTE + 59_999)).toBe(1);
  });

  it('keeps what has run over a stop', () => {
    const rested = stopped(started(standing(5), 0), MINUTE);
    expect(timeLeft(rested, 99 * MINUTE)).toBe(4 * MINUTE);
    expect(timeLeft(started(rested, 100 * MINUTE), 101 * MINUTE)).toBe(3 * MINUTE);
  });

  it('ends at nothing and cannot be started again', () => {
    const over = stopped(started(standing(5), 0), 9 * MINUTE);
    expect(timeLeft(over, 0)).toBe(0);
    expect(started(over, 0)).toBe(over);
  });

  it('is not set back by being started twice', () => {
    const running = started(standing(5), 0);
    expect(started(running, MINUTE)).toBe(running);
  });

  it('shows whole seconds, and 0:00 only when it is over', () => {
    expect(clockFace(5 * MINUTE)).toEqual({ minutes: 5, seconds: 0 });
    expect(clockFace(5 * MINUTE - 1)).toEqual({ minutes: 5, seconds: 0 });
    expect(clockFace(1)).toEqual({ minutes: 0, seconds: 1 });
    expect(clockFace(0)).toEqual({ minutes: 0, seconds: 0 });
  });
});
