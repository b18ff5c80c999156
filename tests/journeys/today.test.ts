import { afterEach, expect, inject, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { checkAndSave, openExample, openRow, pickFile, words } from '../support/app';
import { DESKTOP, PHONE, remote, startBrowser, until, type Browser } from '../support/browser';
import { daysApart, tillFile, type TillSale } from '../support/tillFile';

const appUrl = inject('appUrl');

let browser: Browser;
afterEach(() => browser.close());

const work = (page: Page) => page.getByRole('list', { name: words('work.list') }).getByRole('listitem');
const nameOf = (row: Locator) => row.getByRole('link').first().innerText();

/** A finger on the glass, as Chromium gets it from the system: down, in steps to the side, up. */
async function swipe(page: Page, row: Locator, by: number): Promise<void> {
  await row.scrollIntoViewIfNeeded();
  const box = (await row.boundingBox())!;
  const [x, y] = [box.x + box.width / 2 - by / 2, box.y + 12];
  const session = await remote(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x: at, y }] });
  await touch('touchStart', x);
  for (let step = 1; step <= 8; step++) await touch('touchMove', x + (by * step) / 8);
  await touch('touchEnd');
  await session.detach();
}

test('a finger swipes a step of today done, and a tap takes it back', async () => {
  browser = await startBrowser({ touch: true });
  const page = await browser.page(appUrl, { viewport: PHONE });
  await openExample(page);
  await page.goto(`${appUrl}#/`);
  const call = work(page).filter({ has: page.getByText(words('work.quick.reached'), { exact: true }) });
  await call.first().waitFor();
  const name = await nameOf(call.first());
  const row = work(page).filter({ has: page.getByRole('link', { name, exact: true }) });
  const undo = page.getByRole('button', { name: words('work.undo') });

  await swipe(page, row, 60);
  expect(await row.count()).toBe(1);
  expect(await undo.count()).toBe(0);

  for (const [by, outcome] of [
    [140, 'outcome.reached'],
    [-140, 'outcome.not-reached'],
  ] as const) {
    await swipe(page, row, by);
    await page.getByText(words('work.said', { name, outcome: words(outcome) })).waitFor();
    await row.waitFor({ state: 'detached' });
    // A tap within a blink of a swipe is taken by Chromium for a part of it.
    await until(async () => {
      if ((await undo.count()) > 0) await undo.tap();
      return (await row.count()) > 0;
    }, 'the row that was taken back');
    expect(page.url()).toBe(`${appUrl}#/`);
    await until(
      () =>
        row
          .getByRole('link')
          .first()
          .evaluate((link) => link === document.activeElement),
      'the row that came back to be where one goes on',
    );
  }
});

test('nothing on Today is pushed away by what comes later', async () => {
  browser = await startBrowser();
  let page = await browser.page(appUrl, { viewport: PHONE });
  await openExample(page);
  for (const viewport of [PHONE, DESKTOP]) {
    page = await browser.page(`${appUrl}#/`, { viewport });
    await page.addInitScript(() => {
      const seen = { shifted: 0 };
      Object.assign(globalThis, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shifted += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.reload();
    await work(page).first().waitFor();
    await page.getByText(words('today.state.example')).waitFor();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    const shifted = await page.evaluate(
      () => (globalThis as unknown as { seen: { shifted: number } }).seen.shifted,
    );
    expect(shifted).toBeLessThan(0.1);
    await page.close();
  }
});

test('the icon bears the number of steps that are due, and none when they are done', async () => {
  browser = await startBrowser();
  await browser.context.clock.setFixedTime('2026-06-01T09:00:00');
  await browser.context.addInitScript(() => {
    const badges: (number | null)[] = [];
    const set = navigator.setAppBadge.bind(navigator);
    const clear = navigator.clearAppBadge.bind(navigator);
    Object.assign(globalThis, { badges });
    navigator.setAppBadge = (count) => {
      badges.push(count ?? NaN);
      return set(count);
    };
    navigator.clearAppBadge = () => {
      badges.push(null);
      return clear();
    };
  });
  const page = await browser.page(`${appUrl}#/import`, { viewport: PHONE });
  const regulars = ['Bart', 'Carla', 'Dirk', 'Els', 'Frank', 'Greet'].flatMap((client, place) =>
    daysApart(`2025-01-0${place + 1}`, '2026-05-31', 14).map((day): TillSale => ({
      day,
      client,
      amount: 40,
    })),
  );
  const anna = daysApart('2025-02-03', '2026-03-02', 14).map((day): TillSale => ({
    day,
    client: 'Anna',
    amount: 50,
    phone: '+32470123456',
  }));
  await pickFile(page, tillFile([...regulars, ...anna], 'may.csv'));
  await checkAndSave(page, 'Petals');
  const badge = () =>
    page.evaluate(() => (globalThis as unknown as { badges: (number | null)[] }).badges.at(-1));

  await page.goto(`${appUrl}#/clients?status=lost`);
  await openRow(page.getByRole('link', { name: 'Anna' }).first());
  await page.waitForURL(/#\/clients\/\d+/);
  await page.goto(`${page.url().replace(/\?.*/, '')}/plan`);
  await page
    .getByRole('button', { name: /^Begin with/ })
    .first()
    .click();
  await page.waitForURL(/#\/way-back\/plans\//);
  await browser.context.clock.setFixedTime('2026-06-12T09:00:00');
  await page.goto(`${appUrl}#/`);
  await page.reload();
  await work(page).first().waitFor();
  await until(async () => (await badge()) === 1, 'one step on the icon');
  await work(page).first().getByRole('button').first().click();
  await until(async () => (await badge()) === null, 'the icon without a number');
  await page.getByRole('button', { name: words('work.undo') }).click();
  await until(async () => (await badge()) === 1, 'one step on the icon again');
});
