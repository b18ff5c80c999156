import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import totals from '../golden/totals.json';
import { checkAndSave, figure, numberIn, pickFile, words } from '../support/app';
import { startBrowser, type Browser } from '../support/browser';

const LOGS = '../shared/data/logs';
const appUrl = inject('appUrl');
const isHere = existsSync(LOGS);
if (!isHere) console.log('skipped: the real logs of ../shared/data are not here');

let browser: Browser;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'boomerang-logs-'));
});

afterEach(() => browser.close());

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Totals = (typeof totals)['sets'][number];

/** Compares the loss page with totals from an independent engine: counts exactly, money within 0.5. */
async function expectTotals(page: Page, set: Totals): Promise<void> {
  await page.goto(`${appUrl}#/loss`);
  await page.locator('[data-figure="annualLost"]').first().waitFor();
  const shown = async (name: string) => numberIn(await figure(page, name));
  for (const [status, count] of Object.entries(set.counts))
    expect(await shown(`count-${status}`), status).toBe(count);
  expect(await shown('clientsWithPurchase')).toBe(set.clientsWithPurchase);
  expect(await shown('typicalGap')).toBe(set.typicalGap);
  expect(await shown('lostStockPct')).toBeCloseTo(set.lostStockPercent, 2);
  const money = { annualLost: set.annualLost, lossSoFar: set.lostSoFar, annualAll: set.annualAll };
  for (const [name, wanted] of Object.entries(money))
    expect(Math.abs((await shown(name)) - wanted), name).toBeLessThanOrEqual(0.5);
}

/** Judges the open shop by another rule and as of another day, through the settings. */
async function judge(page: Page, set: Totals): Promise<void> {
  await page.goto(`${appUrl}#/settings`);
  const rule = set.preset === 'classic' ? 'settings.rule.classic' : 'settings.rule.rhythm';
  await page.getByRole('radio', { name: words(rule) }).check();
  await page.getByLabel(words('settings.asOf.label')).fill(set.asOf);
  const keep = page.getByRole('button', { name: words('settings.bar.keep'), exact: true });
  await keep.click();
  await keep.waitFor({ state: 'detached' });
}

async function expectAllTotals(page: Page, log: string): Promise<void> {
  const sets = totals.sets.filter((set) => set.log === log);
  expect(sets).toHaveLength(4);
  await expectTotals(
    page,
    sets.find((set) => set.preset === 'rhythm' && set.asOf === lastOf(sets))!,
  );
  for (const set of sets) {
    if (set.preset === 'rhythm' && set.asOf === lastOf(sets)) continue;
    await judge(page, set);
    await expectTotals(page, set);
  }
}

const lastOf = (sets: readonly Totals[]): string =>
  sets
    .map((set) => set.asOf)
    .sort()
    .at(-1)!;

describe.skipIf(!isHere)('real logs, imported through the screens', () => {
  test('CDNOW, blank-separated and without titles, shows the totals of an independent engine, on both days and under both rules', async () => {
    browser = await startBrowser({ locale: 'en-US' });
    const page = await browser.page(`${appUrl}#/import`);
    await pickFile(page, join(LOGS, 'CDNOW_sample.txt'));
    await checkAndSave(page, 'CDNOW');
    await expectAllTotals(page, 'CDNOW sample');
  });

  test('all 541,909 rows of Online Retail show the totals of an independent engine, on both days and under both rules', async () => {
    const file = join(folder, 'online_retail.csv');
    writeFileSync(file, gunzipSync(readFileSync(join(LOGS, 'online_retail.csv.gz'))));
    browser = await startBrowser();
    const page = await browser.page(`${appUrl}#/import`);
    await pickFile(page, file);
    await page.getByRole('button', { name: words('import.columns.next') }).click();
    await page.getByText('541,909').first().waitFor({ timeout: 60_000 });
    await page.getByText('135,080', { exact: false }).first().waitFor();
    await page.getByText('£9,747,74', { exact: false }).first().waitFor();
    await page.getByLabel(words('import.shop.name')).fill('Online Retail');
    await page.getByRole('button', { name: words('import.save.action') }).click();
    await page.getByRole('heading', { name: words('import.saved.title') }).waitFor();
    await expectAllTotals(page, 'Online Retail');
  });
});
