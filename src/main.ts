import { mount } from 'svelte';
import App from './app/App.svelte';
import { catchInstallPrompt } from './app/install.svelte';
import { askToKeep } from './app/keeping';
import { saveMyData } from './app/saveMyData';
import { trustedUrl } from './app/trustedUrls';
import { startUpdates } from './app/updates.svelte';
import { watchOtherTabs } from './app/otherTabs';
import { PAGES } from './reactive/address';
import { place } from './reactive/place';
import { Session } from './reactive/session.svelte';
import { startSpeaking } from './reactive/speech';
import { wearTheme } from './reactive/theme';
import { firstLook } from './storage/firstLook';
import { lifeLock } from './storage/schema';
import { askThrough } from './workers/client';
import workerUrl from './workers/entry?worker&url';
import './ui/style.css';

wearTheme(document.documentElement);
catchInstallPrompt();

const tab = crypto.randomUUID();
const ask = askThrough(
  () => new Worker(trustedUrl(workerUrl), { type: 'module', name: tab }),
  (stopped) => void navigator.locks.request(lifeLock(tab), stopped),
);
const [look] = await Promise.all([
  firstLook().catch(() => ({ kind: 'no-storage' }) as const),
  startSpeaking(location.search, navigator.languages),
]);
const session = new Session(ask, look);

mount(App, {
  target: document.body,
  props: { services: { session, saveMyData: () => saveMyData(session) } },
});

void startUpdates();

/** Whoever only answers a survey keeps nothing on this device: what a shop needs begins when they leave that page. */
function beginUnlessAnswering(): void {
  if (place.path === PAGES.answer) return;
  window.removeEventListener('hashchange', beginUnlessAnswering);
  watchOtherTabs(session, tab);
  askToKeep();
  void session.check();
  if ('setAppBadge' in navigator)
    void import('./reactive/badge.svelte').then(
      ({ followBadge }) => followBadge(session),
      () => undefined,
    );
}
window.addEventListener('hashchange', beginUnlessAnswering);
beginUnlessAnswering();
