import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppUpdates } from '../../src/app/updates.svelte';
import Updates from '../../src/app/Updates.svelte';
import { holdBusy } from '../../src/reactive/busy';
import { provideLocks } from '../support/locks';

type Listener = (event: { isUpdate?: boolean }) => void;

const { made } = vi.hoisted(() => ({
  made: [] as { url: string; listeners: Map<string, Listener>; skipped: number; updates: number }[],
}));

vi.mock('workbox-window', () => ({
  Workbox: class {
    readonly record = { url: '', listeners: new Map<string, Listener>(), skipped: 0, updates: 0 };
    constructor(url: string) {
      this.record.url = url;
      made.push(this.record);
    }
    addEventListener(name: string, listener: Listener) {
      this.record.listeners.set(name, listener);
    }
    register() {
      return Promise.resolve({ installing: null, update: () => Promise.resolve(this.record.updates++) });
    }
    messageSkipWaiting() {
      this.record.skipped++;
    }
  },
}));

const reload = vi.fn();

async function start() {
  made.length = 0;
  const updates = new AppUpdates();
  await updates.start();
  render(Updates, { updates });
  const [workbox] = made;
  if (!workbox) throw new Error('no service worker was registered');
  const tell = (name: string, event: { isUpdate?: boolean } = {}) => workbox.listeners.get(name)?.(event);
  return { workbox, tell };
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval'] });
  vi.stubEnv('PROD', true);
  vi.stubEnv('DEV', false);
  Object.defineProperty(navigator, 'serviceWorker', { value: {}, configurable: true });
  vi.spyOn(location, 'reload').mockImplementation(reload);
  reload.mockReset();
  provideLocks();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('the service worker beside the page is registered, and nothing is said while there is no newer version', async () => {
  const { workbox } = await start();
  expect(workbox.url).toBe(new URL('sw.js', document.baseURI).href);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a newer version is offered, takes over only when accepted, and then the page loads again', async () => {
  const { workbox, tell } = await start();
  tell('waiting');
  const accept = await screen.findByRole('button', { name: 'Update now' });
  expect(workbox.skipped).toBe(0);
  await userEvent.click(accept);
  await waitFor(() => expect(workbox.skipped).toBe(1));
  expect(reload).not.toHaveBeenCalled();
  tell('controlling', { isUpdate: true });
  await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
});

test('it waits for work that goes on, in whatever tab, and is offered once that is over', async () => {
  const release = holdBusy();
  const { tell } = await start();
  tell('waiting');
  expect(await screen.findByText(/when the import is finished/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Update now' })).toBeNull();
  release();
  await vi.advanceTimersByTimeAsync(2000);
  expect(await screen.findByRole('button', { name: 'Update now' })).toBeInTheDocument();
});

test('work begun between the offer and the tap holds it off', async () => {
  const { workbox, tell } = await start();
  tell('waiting');
  const accept = await screen.findByRole('button', { name: 'Update now' });
  const release = holdBusy();
  await userEvent.click(accept);
  expect(await screen.findByText(/when the import is finished/)).toBeInTheDocument();
  expect(workbox.skipped).toBe(0);
  release();
});

test('a page at work is not loaded again because another tab accepted', async () => {
  const release = holdBusy();
  const { tell } = await start();
  tell('controlling', { isUpdate: true });
  await vi.advanceTimersByTimeAsync(10);
  expect(reload).not.toHaveBeenCalled();
  release();
});

test('newer versions are asked for every hour and on return to the window', async () => {
  const { workbox } = await start();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(workbox.updates).toBe(1);
  window.dispatchEvent(new Event('focus'));
  expect(workbox.updates).toBe(2);
});

test('while developing there is no service worker', async () => {
  vi.stubEnv('PROD', false);
  made.length = 0;
  await new AppUpdates().start();
  expect(made).toEqual([]);
});
