import { Preference } from '../reactive/preference.svelte';

/** Chromium's offer to install, kept until the person wants it. */
interface InstallPrompt extends Event {
  readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const QUIET_FOR = 60 * 86_400_000;

const isTime = (text: string): text is `${number}` => /^\d+$/.test(text);

let prompt = $state.raw<InstallPrompt>();
let dismissed: Preference<`${number}`> | undefined;

const dismissals = () => (dismissed ??= new Preference('install-dismissed', isTime));

/** The event comes once and early, so it is caught from the start and replayed on a tap. */
export function catchInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    prompt = event as InstallPrompt;
  });
  window.addEventListener('appinstalled', () => (prompt = undefined));
}

export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);

/** iPads call themselves Macs, but Macs have no touch screen. */
export const isIos = (): boolean =>
  /iPad|iPhone|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

/** How installing can be offered here and now, if at all. */
export function installOffer(now: number): 'prompt' | 'guide' | 'none' {
  const quietSince = Number(dismissals().current ?? -Infinity);
  if (isInstalled() || now - quietSince < QUIET_FOR) return 'none';
  if (prompt) return 'prompt';
  return isIos() ? 'guide' : 'none';
}

export function dismissInstall(now: number): void {
  dismissals().set(`${now}`);
}

export async function install(now: number): Promise<void> {
  const answer = await prompt?.prompt();
  prompt = undefined;
  if (answer?.outcome === 'dismissed') dismissInstall(now);
}
