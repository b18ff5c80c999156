/** The name of the lock held while an import, a restore or an open draft must not be cut off by a reload. */
export const BUSY_LOCK = 'boomerang-busy';

/** Holds off updates and reloads, in every tab, until the work is over. */
export async function whileBusy<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  if (!navigator.locks) return work();
  return navigator.locks.request(BUSY_LOCK, { mode: 'shared' }, work);
}

/** The same for as long as a screen is open: the answer lets go. */
export function holdBusy(): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void whileBusy(() => held);
  return () => release();
}

/** Whether any tab of the app holds the lock. */
export async function isBusyAnywhere(): Promise<boolean> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return held.some((lock) => lock.name === BUSY_LOCK);
}
