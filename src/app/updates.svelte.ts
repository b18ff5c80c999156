import type { Workbox } from 'workbox-window';
import { isBusyAnywhere } from '../reactive/busy';
import { serviceWorkerUrl } from './trustedUrls';

const AN_HOUR = 3_600_000;
const BUSY_CHECK = 2000;

/** `waiting`: a newer version is installed and may take over; `held`: it may not yet, work is going on in some tab. */
type State = 'none' | 'waiting' | 'held';

async function reloadUnlessBusy(): Promise<void> {
  if (!(await isBusyAnywhere())) location.reload();
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

/** The service worker and its newer versions, which take over only when the person says so and nothing is going on. */
export class AppUpdates {
  #state = $state.raw<State>('none');
  #workbox: Workbox | undefined;

  get state(): State {
    return this.#state;
  }

  /** Registers the service worker; without one the app still works, only not offline. */
  async start(): Promise<void> {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const { Workbox } = await import('workbox-window');
    this.#workbox = new Workbox(serviceWorkerUrl());
    this.#workbox.addEventListener('waiting', () => this.#announce());
    this.#workbox.addEventListener('controlling', (event) => {
      if (event.isUpdate) void reloadUnlessBusy();
    });
    const registration = await this.#workbox.register().catch(() => undefined);
    if (registration) keepLooking(registration);
  }

  /** Lets the newer version take over; every tab loads again once it has. */
  async accept(): Promise<void> {
    await this.#look();
    if (this.#state === 'waiting') this.#workbox?.messageSkipWaiting();
  }

  #announce(): void {
    if (this.#state !== 'none') return;
    void this.#look();
    setInterval(() => void this.#look(), BUSY_CHECK);
  }

  async #look(): Promise<void> {
    this.#state = (await isBusyAnywhere()) ? 'held' : 'waiting';
  }
}

const appUpdates = new AppUpdates();

/** The one of this page. */
export const theUpdates = (): AppUpdates => appUpdates;

export const startUpdates = (): Promise<void> => appUpdates.start();
