import { afterEach, expect, inject, test } from 'vitest';
import { DESKTOP, PHONE, startBrowser, type Browser } from '../support/browser';
import { clientsOf, figure, numberIn, openExample, words } from '../support/app';

const appUrl = inject('appUrl');
let browser: Browser;

afterEach(() => browser.close());

test('the first start leads through the example shop to its loss and to a client, and asks no other host for anything', async () => {
  browser = await startBrowser();
  const page = await browser.page(appUrl);
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
    browser.requests.filter((address) => /^https?:/.test(address)).map((address) => new URL(address).origin),
  );
  expect([...hosts]).toEqual([new URL(appUrl).origin]);
});

test('the second start shows the figures at once, before the worker has confirmed them', async () => {
  browser = await startBrowser();
  const page = await browser.page(`${appUrl}#/`);
  await openExample(page);
  const before = await figure(page, 'annualLost');
  await page.route('**/assets/worker-*.js', (route) => route.abort());
  await page.reload();
  expect(await figure(page, 'annualLost')).toBe(before);
});

test('a keyboard alone is enough from the first start to a client', async () => {
  browser = await startBrowser();
  const page = await browser.page(appUrl, { viewport: DESKTOP });
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
  browser = await startBrowser();
  const page = await browser.page(appUrl, { viewport: { width: 320, height: 640 } });
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
