/** A time to collect in, milliseconds. It runs from `startedAt` by whatever clock is passed in; null while it stands. */
export interface Timer {
  readonly length: number;
  readonly startedAt: number | null;
  /** What had run before it was stopped. */
  readonly ran: number;
}

export const standing = (minutes: number): Timer => ({ length: minutes * 60_000, startedAt: null, ran: 0 });

/** What is left, at least 0. Counted from the start each time, so that a late tick loses nothing. */
export const timeLeft = ({ length, startedAt, ran }: Timer, now: number): number =>
  Math.max(0, length - ran - (startedAt === null ? 0 : now - startedAt));

export const started = (timer: Timer, now: number): Timer =>
  timer.startedAt === null && timeLeft(timer, now) > 0 ? { ...timer, startedAt: now } : timer;

export const stopped = (timer: Timer, now: number): Timer => ({
  ...timer,
  startedAt: null,
  ran: timer.length - timeLeft(timer, now),
});

/** "4:59" is what is left after a moment of five minutes: whole seconds, rounded up, so that 0:00 means over. */
export function clockFace(left: number): { minutes: number; seconds: number } {
  const seconds = Math.ceil(left / 1000);
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
}
