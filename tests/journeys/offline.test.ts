import { afterEach, expect, inject, test } from 'vitest';
import { PAGES } from '../../src/reactive/address';
import { checkAndSave, clientsOf, figure, openExample, pickFile, words } from '../support/app';
import { startBrowser, type Browser } from '../support/browser';
import { serve } from '../support/serve';

const TILL = 'tests/fixtures/import/till.csv';
const folder = inject('appFolder');

let browser: Browser;

afterEach(() => browser.close());

test('with the server gone every page opens, figures explain themselves, and an import works', async () => {
  const server = await serve(folder);
  browser = await startBrowser();
  const page = await browser.page(server.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await server.close();

  await page.reload();
  await openExample(page);
  await page.locator('canvas').first().waitFor();
  for (const path of Object.values(PAGES).map((pattern) => pattern.replace(':id', '1'))) {
    await page.goto(`${server.url}#${path}`);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText(words('page.missing')).count(), path).toBe(0);
  }

  await page.goto(`${server.url}#/import`);
  await pickFile(page, TILL);
  await checkAndSave(page, 'Cable out');
  await page.goto(`${server.url}#/loss`);
  const before = await figure(page, 'annualLost');
  await page.reload();
  expect(await figure(page, 'annualLost')).toBe(before);
  await page.goto(`${server.url}#/clients`);
  await clientsOf(page).first().waitFor();
});
