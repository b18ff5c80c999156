import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { figure, openExample, pickFile, words } from '../support/app';
import { startBrowser, type Browser } from '../support/browser';
import { nextVersion } from '../support/nextVersion';
import { serve, type Served } from '../support/serve';

const built = inject('appFolder');

let site: string;
let server: Served;
let browser: Browser;

/** Puts the next version on the site in place of the one that is there. */
function deploy(mark: string): void {
  rmSync(site, { recursive: true, force: true });
  nextVersion(built, site, mark);
}

const versionOf = (page: Page) =>
  page.evaluate(() => document.querySelector('meta[name="version"]')?.getAttribute('content') ?? 'first');

beforeEach(async () => {
  site = mkdtempSync(join(tmpdir(), 'boomerang-site-'));
  cpSync(built, site, { recursive: true });
  server = await serve(site);
  browser = await startBrowser();
});

afterEach(async () => {
  await browser.close();
  await server.close();
  rmSync(site, { recursive: true, force: true });
});

/** Opens the app, waits until it works offline, and lets it look for a newer version. */
async function openInstalled(): Promise<Page> {
  const page = await browser.page(server.url);
  await openExample(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });

test('a new version is offered, the old one goes on working until it is accepted, and then the new one is there', async () => {
  const page = await openInstalled();
  const loss = await figure(page, 'annualLost');
  deploy('B');
  await lookForUpdate(page);
  const offer = page.getByRole('button', { name: words('update.now') });
  await offer.waitFor();
  for (const path of ['/settings', '/data', '/clients/2', '/import', '/loss']) {
    await page.goto(`${server.url}#${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  expect(await versionOf(page)).toBe('first');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await versionOf(page)).toBe('first');

  await page.getByRole('button', { name: words('update.now') }).click();
  await expect.poll(() => versionOf(page).catch(() => '')).toBe('B');
  expect(await figure(page, 'annualLost')).toBe(loss);
  for (const path of ['/settings', '/data', '/clients/2', '/import', '/loss']) {
    await page.goto(`${server.url}#${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
});

test('a new version is never put in place while a file is being imported', async () => {
  const page = await openInstalled();
  await page.goto(`${server.url}#/import`);
  await pickFile(page, 'tests/fixtures/import/till.csv');
  await page.getByRole('heading', { name: words('import.columns.title') }).waitFor();
  deploy('B');
  await lookForUpdate(page);
  await page.getByText(words('update.busy')).waitFor();
  expect(await page.getByRole('button', { name: words('update.now') }).count()).toBe(0);
  await page.goto(`${server.url}#/loss`);
  await page.getByRole('button', { name: words('update.now') }).waitFor();
});
