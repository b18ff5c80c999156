import { Preference } from '../reactive/preference.svelte';

/** Chromium's offer to install, kept until the person wants it. */
interface InstallPrompt extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const QUIET_FOR = 60 * 86_400_000;

const isTime = (text: string): text is `${number}` => /^\d+$/.test(text);

const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches ||
  ('standalone' in navigator && navigator.standalone === true);

/** iPads call themselves Macs, but Macs have no touch screen. */
const isIos = (): boolean =>
  /iPad|iPhone|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

/** Whether and how the app can be put on this device. */
export class Installing {
  #prompt = $state.raw<InstallPrompt>();
  readonly #dismissed = new Preference('install-dismissed', isTime);

  /** The event comes once and early, so it is caught from the start and replayed on a tap. */
  listen(): void {
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
    });
    window.addEventListener('appinstalled', () => (this.#prompt = undefined));
  }

  /** How it can be offered here and now, if at all: by the browser's own prompt, or by a guide in pictures. */
  offer(now: number): 'prompt' | 'guide' | 'none' {
    const quietSince = Number(this.#dismissed.current ?? -Infinity);
    if (isInstalled() || now - quietSince < QUIET_FOR) return 'none';
    if (this.#prompt) return 'prompt';
    return isIos() ? 'guide' : 'none';
  }

  dismiss(now: number): void {
    this.#dismissed.set(`${now}`);
  }

  async install(now: number): Promise<void> {
    const answer = await this.#prompt?.prompt();
    this.#prompt = undefined;
    if (answer?.outcome === 'dismissed') this.dismiss(now);
  }
}

let installing: Installing | undefined;

/** The one of this page. */
export const theInstalling = (): Installing => (installing ??= new Installing());

export const catchInstallPrompt = (): void => theInstalling().listen();
