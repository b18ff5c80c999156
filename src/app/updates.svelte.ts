import type { Workbox } from 'workbox-window';
import { isBusyAnywhere } from '../reactive/busy';
import { trustedUrl } from './trustedUrls';

const AN_HOUR = 3_600_000;
const BUSY_CHECK = 2000;

/** `waiting`: a newer version is installed and may take over; `held`: it may not yet, work is going on in some tab. */
type State = 'none' | 'waiting' | 'held';

let state = $state.raw<State>('none');
let workbox: Workbox | undefined;

export const update = {
  get state(): State {
    return state;
  },
};

async function look(): Promise<void> {
  state = (await isBusyAnywhere()) ? 'held' : 'waiting';
}

async function reloadUnlessBusy(): Promise<void> {
  if (!(await isBusyAnywhere())) location.reload();
}

function announce(): void {
  if (state !== 'none') return;
  void look();
  setInterval(() => void look(), BUSY_CHECK);
}

function keepLooking(registration: ServiceWorkerRegistration): void {
  const ask = () => {
    if (navigator.onLine && !registration.installing) registration.update().catch(() => undefined);
  };
  setInterval(ask, AN_HOUR);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask();
  });
  window.addEventListener('focus', ask);
}

/** Registers the service worker and watches for newer versions; without one the app still works, only not offline. */
export async function startUpdates(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  workbox = new Workbox(trustedUrl(new URL('sw.js', document.baseURI).href));
  workbox.addEventListener('waiting', announce);
  workbox.addEventListener('controlling', (event) => {
    if (event.isUpdate) void reloadUnlessBusy();
  });
  const registration = await workbox.register().catch(() => undefined);
  if (registration) keepLooking(registration);
}

/** Lets the newer version take over; every tab loads again once it has. */
export async function acceptUpdate(): Promise<void> {
  await look();
  if (state === 'waiting') workbox?.messageSkipWaiting();
}
