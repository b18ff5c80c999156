import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { checkAndSave, figure, pickFile, words } from '../support/app';
import { DESKTOP, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');
const TILL = 'tests/fixtures/import/till.csv';

let folder: string;
let device: Device;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boomerang-saved-'));
});

afterEach(async () => {
  await device.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An own shop with the sales of the fixture, saved into a file on disk. */
async function savedShop(page: Page): Promise<string> {
  await pickFile(page, TILL);
  await checkAndSave(page, 'Fleur');
  await page.goto(`${appUrl}#/data`);
  await page.getByText(words('saved.never')).first().waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words('data.save.action'), exact: true }).click();
  const file = join(folder, 'saved.boomerang');
  await (await download).saveAs(file);
  await page
    .getByText(words('saved.ago', { days: 0 }))
    .first()
    .waitFor();
  return file;
}

const lossOf = async (page: Page) => {
  await page.goto(`${appUrl}#/loss`);
  return [await figure(page, 'annualLost'), await figure(page, 'lossSoFar'), await figure(page, 'annualAll')];
};

test('a shop saved to a file comes back as a copy on another device, with the same loss', async () => {
  device = await freshDevice();
  const page = await device.page(`${appUrl}#/import`, { viewport: DESKTOP });
  const file = await savedShop(page);
  const before = await lossOf(page);
  await device.close();

  device = await freshDevice();
  const other = await device.page(`${appUrl}#/data`, { viewport: DESKTOP });
  await pickFile(other, file);
  await other.getByRole('button', { name: words('data.open.copy') }).click();
  await other
    .getByText(words('data.open.done', { name: 'Fleur' }))
    .first()
    .waitFor();
  expect(await lossOf(other)).toEqual(before);
});

test('a damaged, cut or foreign file is refused with the reason, and nothing changes', async () => {
  device = await freshDevice();
  const page = await device.page(`${appUrl}#/import`, { viewport: DESKTOP });
  const whole = readFileSync(await savedShop(page));
  const before = await lossOf(page);
  const flipped = Buffer.from(whole);
  flipped[whole.length - 100]! ^= 1;
  const newer = Buffer.from(whole.toString('latin1').replace(/"schema":\d+/, '"schema":9'), 'latin1');
  const cases = [
    ['flipped.boomerang', flipped, 'error.file-damaged'],
    ['cut.boomerang', whole.subarray(0, whole.length / 2), 'error.file-damaged'],
    ['newer.boomerang', newer, 'error.file-newer'],
    ['till.csv', readFileSync(TILL), 'error.file-foreign'],
  ] as const;
  for (const [name, bytes, reason] of cases) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    await page.goto(`${appUrl}#/data`);
    await pickFile(page, file);
    await page.getByText(words(reason), { exact: true }).first().waitFor();
    expect(await page.getByRole('button', { name: words('data.open.copy') }).count(), name).toBe(0);
  }
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(2);
  expect(await lossOf(page)).toEqual(before);
});

test('data of a newer version are not touched by this one, and can still be saved', async () => {
  device = await freshDevice();
  const page = await device.page(`${appUrl}#/import`, { viewport: DESKTOP });
  await pickFile(page, TILL);
  await checkAndSave(page, 'Fleur');
  await page.evaluate(async () => {
    const name = (await indexedDB.databases()).find((database) =>
      database.name?.startsWith('boomerang-shop-'),
    )!.name!;
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    const change = db.transaction('facts', 'readwrite');
    change.objectStore('facts').put({ key: 'schema', value: 99 });
    await new Promise((resolve) => (change.oncomplete = resolve));
    db.close();
  });
  await page.goto(appUrl);
  await page.reload();
  await page.getByText(words('today.newer.title')).first().waitFor();
  await page.getByRole('link', { name: words('today.newer.save') }).click();
  await page.getByRole('heading', { name: words('data.rescue.title') }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words('data.save.action'), exact: true }).click();
  const file = join(folder, 'newer.boomerang');
  await (await download).saveAs(file);
  expect(readFileSync(file, 'latin1').slice(0, 200)).toContain('"schema":99');
});
