import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { Installing } from '../../src/app/install.svelte';
import InstallCard from '../../src/app/InstallCard.svelte';

const DAY = 86_400_000;
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15';

function start(): Installing {
  const installing = new Installing();
  installing.listen();
  return installing;
}

const offerFromBrowser = (outcome: 'accepted' | 'dismissed' = 'accepted') => {
  const prompt = vi.fn(() => Promise.resolve({ outcome }));
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  window.dispatchEvent(event);
  return { event, prompt };
};

beforeEach(() => {
  localStorage.clear();
  location.hash = '#/loss';
});

test('the offer of the browser is kept and replayed on a tap', async () => {
  const installing = start();
  const { event, prompt } = offerFromBrowser();
  expect(event.defaultPrevented).toBe(true);
  render(InstallCard, { installing });
  await userEvent.click(screen.getByRole('button', { name: 'Install' }));
  expect(prompt).toHaveBeenCalledTimes(1);
  await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
});

test('nothing is offered where the browser offers nothing', () => {
  const installing = start();
  render(InstallCard, { installing });
  expect(screen.queryByRole('button')).toBeNull();
});

test('"not now" is heard for 60 days', async () => {
  const installing = start();
  offerFromBrowser();
  render(InstallCard, { installing });
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('button')).toBeNull();
  installing.dismiss(1_000 * DAY);
  expect(installing.offer(1_059 * DAY)).toBe('none');
  expect(installing.offer(1_061 * DAY)).toBe('prompt');
});

test('an iPhone gets a picture guide that warns about the data', () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(IPHONE);
  const installing = start();
  render(InstallCard, { installing });
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(screen.getByText(/save your data first/)).toBeInTheDocument();
});

test('the installed app offers nothing', () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(IPHONE);
  vi.spyOn(globalThis, 'matchMedia').mockImplementation(
    (query) => ({ matches: query === '(display-mode: standalone)' }) as MediaQueryList,
  );
  const installing = start();
  offerFromBrowser();
  expect(installing.offer(Date.now())).toBe('none');
});

test('it stands only on pages that show a result', () => {
  location.hash = '#/settings';
  const installing = start();
  offerFromBrowser();
  render(InstallCard, { installing });
  expect(screen.queryByRole('button')).toBeNull();
});
