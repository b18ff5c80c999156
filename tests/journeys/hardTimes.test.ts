import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { checkAndSave, figure, pickFile, words } from '../support/app';
import { freshProfile, remote, startBrowser, type Browser } from '../support/browser';

const appUrl = inject('appUrl');

let browser: Browser;

beforeEach(async () => {
  browser = await startBrowser();
});

afterEach(() => browser.close());

const csv = (rows: readonly string[], name = 'till.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['Date,Client,Amount', ...rows].join('\n')),
});

const small = csv(['2026-01-05,Ann,5.00', '2026-02-05,Ann,5.00', '2026-03-05,Bob,7.00']);
const large = csv(
  Array.from(
    { length: 120_000 },
    (_, i) => `2026-0${1 + (i % 9)}-1${i % 10},Client ${i % 4999},${(i * 7919) % 9973}.50`,
  ),
);

const shops = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('boomerang-shop-') ? [name] : [])),
  );

/** Lets the browser keep so many bytes, until the answer is called. */
const quota = async (page: Page, quotaSize: number) => {
  const session = await remote(page);
  const { origin } = new URL(appUrl);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  return () => session.detach();
};

const used = (page: Page) => page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);

/** Writes past the app into a database, as another version of the app would have. */
const put = (page: Page, database: string, store: string, record: unknown) =>
  page.evaluate(
    async ([name, into, value]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
      await new Promise<void>((resolve, reject) => {
        const writing = db.transaction(into, 'readwrite');
        writing.objectStore(into).put(value);
        writing.oncomplete = () => resolve();
        writing.onerror = () => reject(writing.error!);
      });
      db.close();
    },
    [database, store, record] as const,
  );

describe('a device without room', () => {
  test('takes nothing of an import, says why, and takes all of it when there is room again', async () => {
    const page = await browser.page(`${appUrl}#/import`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    const makeRoom = await quota(page, (await used(page)) + 400_000);
    await pickFile(page, large);
    await page.getByRole('button', { name: words('import.columns.next') }).click();
    await page.getByRole('button', { name: words('import.save.action') }).click();
    await page.getByText(words('error.disk-full')).first().waitFor();
    expect(await shops(page)).toEqual([]);
    await makeRoom();
    await page.getByRole('button', { name: words('import.save.action') }).click();
    await page.getByRole('heading', { name: words('import.saved.title') }).waitFor();
    expect(await shops(page)).toHaveLength(1);
  });

  test('takes nothing of a saved file, and what is there can still be read, saved and deleted', async () => {
    const profile = freshProfile();
    await browser.close();
    browser = await startBrowser({ profile });
    const before = await browser.page(`${appUrl}#/import`);
    await pickFile(before, large);
    await before.getByRole('heading', { name: words('import.columns.title') }).waitFor();
    await checkAndSave(before, 'Full house');
    await before.evaluate(() => navigator.serviceWorker.ready);
    await before.goto(`${appUrl}#/data`);
    const [saved] = await Promise.all([
      before.waitForEvent('download'),
      before.getByRole('button', { name: words('data.save.action') }).click(),
    ]);
    const file = { name: 'a.boomerang', mimeType: '', buffer: readFileSync(await saved.path()) };
    const full = await used(before);
    await browser.leave();
    browser = await startBrowser({ profile });
    const page = await browser.page('about:blank');
    await quota(page, full + 100_000);
    await page.goto(`${appUrl}#/data`);
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: words('data.open.copy') }).click();
    await page.getByText(words('error.disk-full')).first().waitFor();
    expect(await shops(page)).toHaveLength(1);
    await page.goto(`${appUrl}#/settings`);
    await page.getByLabel(words('settings.shop.name')).fill('No room for this');
    await page.getByRole('button', { name: words('settings.bar.keep') }).click();
    await page.getByText(words('error.disk-full')).first().waitFor();
    await page.getByRole('button', { name: words('settings.bar.discard') }).click();
    await page.goto(`${appUrl}#/loss`);
    expect(await figure(page, 'yearLost')).not.toBe('');
    await page.goto(`${appUrl}#/data`);
    await page.getByRole('button', { name: words('data.shop.deleteNamed', { name: 'Full house' }) }).click();
    await page.getByLabel(words('data.delete.type', { name: 'Full house' })).fill('Full house');
    await page.getByRole('button', { name: words('data.delete.action') }).click();
    await page.getByText(words('data.shops.none')).waitFor();
    expect(await shops(page)).toEqual([]);
  });
});

describe('data of a newer version', () => {
  test.each(['shop', 'device'])(
    '(%s) are only read: nothing is written, and the open shop can be saved',
    async (whose) => {
      const page = await browser.page(`${appUrl}#/import`);
      await pickFile(page, small);
      await page.getByRole('heading', { name: words('import.columns.title') }).waitFor();
      await checkAndSave(page, 'Second in line');
      await page.goto(`${appUrl}#/data`);
      await page.getByRole('button', { name: words('data.shops.addExample') }).click();
      await expect.poll(() => shops(page)).toHaveLength(2);
      await page
        .getByRole('button', { name: words('data.shop.openNamed', { name: 'Second in line' }) })
        .click();
      await page
        .getByRole('button', { name: words('data.shop.openNamed', { name: 'Second in line' }) })
        .waitFor({ state: 'detached' });
      const current = await page.evaluate(async () => {
        const db = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open('boomerang-meta');
          request.onsuccess = () => resolve(request.result);
        });
        const value = await new Promise<string>((resolve) => {
          const request = db.transaction('choices').objectStore('choices').get('currentShop') as IDBRequest<{
            value: string;
          }>;
          request.onsuccess = () => resolve(request.result.value);
        });
        db.close();
        return value;
      });
      const schema = { key: 'schema', value: 99 };
      if (whose === 'shop') await put(page, `boomerang-shop-${current}`, 'facts', schema);
      else await put(page, 'boomerang-meta', 'choices', schema);
      await page.goto(appUrl);
      await page.reload();
      await page.goto(`${appUrl}#/data`);
      await page.getByText(words('data.rescue.title')).waitFor();
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('listitem')
          .filter({ hasText: 'Second in line' })
          .getByRole('button', { name: words('data.save.action') })
          .click(),
      ]);
      expect(saved.suggestedFilename()).toContain('second-in-line');
      await page.goto(`${appUrl}#/import`);
      expect(await page.locator('input[type=file]').count()).toBe(0);
    },
  );
});

describe('two windows', () => {
  test('that import at the same time both end with all or nothing, and the figures of both agree', async () => {
    const one = await browser.page(`${appUrl}#/import`);
    await pickFile(one, small);
    await one.getByRole('heading', { name: words('import.columns.title') }).waitFor();
    await checkAndSave(one, 'Shared');
    const two = await browser.page(appUrl);
    for (const [page, client] of [
      [one, 'Cleo'],
      [two, 'Dan'],
    ] as const) {
      await page.goto(`${appUrl}#/import`);
      await pickFile(
        page,
        csv(Array.from({ length: 60_000 }, (_, i) => `2026-04-1${i % 10},${client} ${i % 500},${i % 91}.25`)),
      );
      await page.getByRole('button', { name: words('import.save.action') }).waitFor();
    }
    const save = (page: Page) =>
      page
        .getByRole('button', { name: words('import.save.action') })
        .evaluate((button: HTMLButtonElement) => button.click());
    await Promise.all([save(one), save(two)]);
    const ended = (page: Page) =>
      page
        .getByRole('heading', { name: words('import.saved.title') })
        .or(page.getByText(words('error.busy-elsewhere')))
        .first()
        .waitFor();
    await Promise.all([ended(one), ended(two)]);
    const imported = await one.evaluate(
      (name) =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('imports').objectStore('imports').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
      (await shops(one))[0]!,
    );
    expect([2, 3]).toContain(imported);
    const sums = (page: Page) =>
      page
        .getByRole('region', { name: words('clients.sums') })
        .locator('dl')
        .innerText();
    const clients = new Intl.NumberFormat('en-GB').format(2 + 500 * (imported - 1));
    for (const page of [one, two]) {
      await page.goto(`${appUrl}#/clients`);
      await expect.poll(() => sums(page)).toContain(clients);
    }
    await expect.poll(async () => (await sums(one)) === (await sums(two))).toBe(true);
  });

  test('of which one deletes the shop: the other says so and does not bring it back', async () => {
    const one = await browser.page(`${appUrl}#/import`);
    await pickFile(one, small);
    await one.getByRole('heading', { name: words('import.columns.title') }).waitFor();
    await checkAndSave(one, 'Shared');
    const two = await browser.page(`${appUrl}#/clients/0`);
    await two.getByRole('heading', { name: 'Ann' }).waitFor();
    await one.goto(`${appUrl}#/data`);
    await one.getByRole('button', { name: words('data.shop.deleteNamed', { name: 'Shared' }) }).click();
    await one.getByLabel(words('data.delete.type', { name: 'Shared' })).fill('Shared');
    await one.getByRole('button', { name: words('data.delete.action') }).click();
    await one.getByText(words('data.shops.none')).waitFor();
    await two.goto(`${appUrl}#/loss`);
    await two.reload();
    await two.getByRole('heading', { level: 1 }).waitFor();
    expect(await shops(one)).toEqual([]);
  });
});

test('a clock set back before all sales hides none of them, and is asked about', async () => {
  const page = await browser.page(`${appUrl}#/import`);
  await pickFile(page, small);
  await page.getByRole('heading', { name: words('import.columns.title') }).waitFor();
  await checkAndSave(page, 'Time traveller');
  await page.goto(`${appUrl}#/loss`);
  const right = await figure(page, 'yearLost');
  await page.clock.setFixedTime(new Date('2024-05-05T10:00:00Z'));
  await page.reload();
  await page.getByText(words('loss.clock.title')).waitFor();
  expect(await figure(page, 'yearLost')).toBe(right);
});

test('without any place to keep data, as in a private window, every page says so instead of failing', async () => {
  await browser.context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  const page = await browser.page(appUrl);
  for (const path of ['/', '/loss', '/clients', '/clients/1', '/import', '/data', '/settings']) {
    await page.goto(`${appUrl}#${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain(words('last.title'));
  }
});
