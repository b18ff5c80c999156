import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import App from '../../src/app/App.svelte';
import { routes } from '../../src/app/routes';
import { trustedUrl } from '../../src/app/trustedUrls';
import { PAGES } from '../../src/reactive/address';
import { aSession, aShop, openShopLook } from '../support/aSession';

const onScreen = (wide: boolean) =>
  vi.spyOn(globalThis, 'matchMedia').mockImplementation(
    (query) =>
      Object.assign(new EventTarget(), {
        matches: wide && query.includes('64rem'),
        media: query,
      }) as MediaQueryList,
  );

async function open(
  hash: string,
  { wide = false, kind = 'own' }: { wide?: boolean; kind?: 'own' | 'example' } = {},
) {
  onScreen(wide);
  location.hash = hash;
  await new Promise((heard) => setTimeout(heard));
  const { session } = aSession({ look: openShopLook({ shop: aShop({ name: 'Corner Flowers', kind }) }) });
  render(App, { services: { session, saveMyData: () => Promise.resolve('') } });
}

beforeEach(() => {
  location.hash = '';
});

test('a phone has five places in its bar, the present one marked', async () => {
  await open('#/reasons');
  expect(await screen.findByRole('heading', { level: 1, name: 'Reasons' })).toBeInTheDocument();
  const bar = screen.getByRole('navigation', { name: 'Main' });
  expect(
    within(bar)
      .getAllByRole('link')
      .map((link) => link.textContent.trim()),
  ).toEqual(['Today', 'Loss', 'Clients', 'Reasons', 'Way back']);
  expect(within(bar).getByRole('link', { current: 'page' })).toHaveTextContent('Reasons');
});

test.each([false, true])(
  'whoever answers a survey sees nothing of the app around it (wide: %s)',
  async (wide) => {
    await open('#/answer', { wide });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    expect(screen.queryByText('Corner Flowers')).not.toBeInTheDocument();
  },
);

test('a wide screen has all places in its rail', async () => {
  await open('#/settings', { wide: true });
  await screen.findByRole('heading', { level: 1 });
  expect(screen.getAllByRole('navigation')).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Import sales' })).toHaveAttribute('href', '#/import');
  expect(screen.queryByRole('button', { name: 'More pages' })).toBeNull();
});

test('the shop is named, and an example shop is marked as one', async () => {
  await open('#/reasons', { kind: 'example' });
  expect(await screen.findByText('Corner Flowers')).toBeInTheDocument();
  expect(screen.getByText('Example')).toBeInTheDocument();
});

test('a page that opens names the window and has the focus on its heading', async () => {
  await open('#/reasons');
  await screen.findByRole('heading', { level: 1, name: 'Reasons' });
  expect(document.title).toBe('Reasons · Boomerang');
  location.hash = '#/way-back';
  const heading = await screen.findByRole('heading', { level: 1, name: 'Way back' });
  await waitFor(() => expect(heading).toHaveFocus());
  expect(document.title).toBe('Way back · Boomerang');
});

test('an address that leads nowhere says so and leads home', async () => {
  await open('#/no/such/page');
  expect(await screen.findByRole('heading', { name: 'This page does not exist' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to Today' })).toHaveAttribute('href', '#/');
});

test('the first stop of the keyboard skips to the page', async () => {
  await open('#/reasons');
  await screen.findByRole('heading', { level: 1 });
  await userEvent.tab();
  expect(screen.getByRole('link', { name: 'Skip to the page' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
  expect(location.hash).toBe('#/reasons');
});

test('every page has a room', () => {
  expect(Object.keys(routes)).toEqual([...Object.values(PAGES), '*']);
});

test('only the app itself can be asked for a script', () => {
  vi.stubEnv('DEV', false);
  const base = document.baseURI;
  expect(trustedUrl(new URL('sw.js', base).href)).toBe(new URL('sw.js', base).href);
  expect(trustedUrl('assets/worker-a_b-1.js')).toBe('assets/worker-a_b-1.js');
  for (const address of [
    'https://elsewhere.example/sw.js',
    'assets/index-abc.js',
    'assets/x/worker-a.js',
    'worker-a.js',
    'data:text/javascript,1',
  ]) {
    expect(() => trustedUrl(address), address).toThrow(TypeError);
  }
  vi.unstubAllEnvs();
});
