import { afterEach, expect, inject, test } from 'vitest';
import type { Route } from 'playwright-core';
import { DESKTOP, PHONE, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';
import { clientsOf, figure, numberIn, openExample, words } from '../support/app';

const appUrl = inject('appUrl');
let device: Device;

afterEach(() => device.close());

test('the first start leads through the example shop to its loss and to a client, and asks no other host for anything', async () => {
  device = await freshDevice();
  const page = await device.page(appUrl);
  await openExample(page);
  expect(await page.getByText(words('app.example'), { exact: true }).first().isVisible()).toBe(true);
  const counted = await Promise.all(
    ['new', 'regular', 'sleeping', 'lost', 'recovered', 'lostTwice'].map((status) =>
      figure(page, `count-${status}`),
    ),
  );
  const sum = counted.map(numberIn).reduce((a, b) => a + b, 0);
  expect(sum).toBe(numberIn(await figure(page, 'clientsWithPurchase')));
  expect(numberIn(await figure(page, 'annualLost'))).toBeGreaterThan(1000);

  await page
    .getByRole('link', { name: words('nav.clients') })
    .first()
    .click();
  const first = clientsOf(page).first();
  await first.waitFor();
  const name = (await first.getByRole('link').first().innerText()).split('\n')[0]!;
  await first.getByRole('link').first().click();
  await page.waitForURL(/#\/clients\/\d+/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.goBack();
  await clientsOf(page).first().waitFor();

  const hosts = new Set(
    device.requests.filter((address) => /^https?:/.test(address)).map((address) => new URL(address).origin),
  );
  expect([...hosts]).toEqual([new URL(appUrl).origin]);
});

test('the second start shows the figures at once, before the worker has confirmed them', async () => {
  device = await freshDevice();
  const page = await device.page(`${appUrl}#/`);
  await openExample(page);
  const before = await figure(page, 'annualLost');
  await page.route('**/assets/worker-*.js', (route) => route.abort());
  await page.reload();
  expect(await figure(page, 'annualLost')).toBe(before);
});

test('a keyboard alone is enough from the first start to a client', async () => {
  device = await freshDevice();
  const page = await device.page(appUrl, { viewport: DESKTOP });
  await page.getByRole('button', { name: words('today.start.example') }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const tabTo = async (wanted: RegExp) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      if (wanted.test(await focused())) return;
    }
    throw new Error(`Tab never reaches ${String(wanted)}`);
  };
  await tabTo(new RegExp(words('today.start.example')));
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/loss/);
  await page.locator('[data-figure="annualLost"]').first().waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await tabTo(new RegExp(words('ui.explain')));
  await page.keyboard.press('Enter');
  await page.locator('details[open]').first().waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.goto(`${appUrl}#/clients`);
  await clientsOf(page).first().waitFor();
  const name = (await clientsOf(page).first().getByRole('link').first().innerText()).split('\n')[0]!;
  await tabTo(new RegExp(`^${name}`));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
});

test('a page wider than the screen never appears, down to 320 pixels', async () => {
  device = await freshDevice();
  const page = await device.page(appUrl, { viewport: { width: 320, height: 640 } });
  await openExample(page);
  for (const path of [
    '/',
    '/loss',
    '/clients',
    '/clients/3',
    '/reasons',
    '/way-back',
    '/import',
    '/settings',
    '/data',
  ]) {
    await page.goto(`${appUrl}#${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: path })
      .toBeLessThanOrEqual(320);
  }
  expect(PHONE.width).toBeGreaterThan(320);
});

test('a page is no wider than the narrowest screen while its chart is still on the way', async () => {
  device = await freshDevice();
  const page = await device.page(appUrl, { viewport: { width: 320, height: 640 } });
  await openExample(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
  });
  const held: Route[] = [];
  await device.context.route(/assets\/draw-/, (route) => void held.push(route));
  await page.reload();
  await page.locator('canvas').first().waitFor();
  await expect.poll(() => held.length).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await held[0]!.continue();
});
