import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { checkAndSave, clientsOf, openExample, pickFile, words } from '../support/app';
import { type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');

let device: Device;

beforeEach(async () => {
  device = await freshDevice();
});

afterEach(() => device.close());

const csv = (text: string, name = 'till.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const MARKUP = [
  `<img src=x onerror="document.title='owned'">`,
  `</script><script>document.title='owned'</script>`,
  `{{constructor.constructor('document.title=1')()}}`,
  `javascript:document.title='owned'`,
  `"><iframe srcdoc="<script>top.document.title='owned'</script>">`,
  `<b>{name}</b> {n, plural, other {#}} 'quoted'`,
  `__proto__`,
  `\u202Eevil\u2066 name`,
  `=HYPERLINK("http://example.invalid","x")`,
];
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const hostileRows = MARKUP.flatMap((name, i) =>
  ['2025-01-10', '2025-02-10', '2025-03-10'].map((day) =>
    [day, quoted(name), quoted(MARKUP[(i + 1) % MARKUP.length]!), quoted(name), quoted(name), '10.00'].join(
      ',',
    ),
  ),
);
const HOSTILE = csv(
  [
    'Date,Client,Product,Phone,Staff,Amount',
    ...hostileRows,
    ...MARKUP.map((name) => `${quoted(name)},Ann,Rose,1,Mia,5.00`),
  ].join('\n'),
  `<img src=x onerror=alert(1)>.csv`,
);

const isClean = async (page: Page) => {
  expect(await page.title()).not.toBe('owned');
  expect(await page.locator('main iframe, main script, main img[src=x]').count()).toBe(0);
};

const visit = async (page: Page, path: string) => {
  await page.goto(`${appUrl}#${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await isClean(page);
};

test('names made of markup, scripts and formulas stay words on every screen, and run nowhere', async () => {
  const page = await device.page(`${appUrl}#/import`);
  await pickFile(page, HOSTILE);
  await page.getByRole('heading', { name: words('import.columns.title') }).waitFor();
  await isClean(page);
  await page.getByRole('button', { name: words('import.columns.next') }).click();
  await page.getByRole('heading', { name: words('import.check.title') }).waitFor();
  await isClean(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words('import.leftOut.prepare') }).click(),
  ]);
  const leftOut = readFileSync(await download.path(), 'utf8');
  for (const line of leftOut.slice(1).split('\r\n'))
    for (const cell of line.slice(1, -1).split('","')) expect(cell).not.toMatch(/^[=+@\t]/);
  await page.getByLabel(words('import.shop.name')).fill(MARKUP[0]!);
  await page.getByRole('button', { name: words('import.save.action') }).click();
  await page.getByRole('heading', { name: words('import.saved.title') }).waitFor();
  await isClean(page);
  await visit(page, '/');
  await visit(page, '/loss');
  await visit(page, '/clients');
  await clientsOf(page).first().waitFor();
  await isClean(page);
  for (let client = 0; client < MARKUP.length; client++) {
    await visit(page, `/clients/${client}`);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await page.title()).toBe(words('app.title', { page: words('page.client') }));
  }
  await visit(page, '/settings');
  await visit(page, '/data');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words('data.save.action') }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^boomerang-[\p{L}\p{N}-]+\.boomerang$/u);
  const { host } = new URL(appUrl);
  expect(device.requests.filter((url) => !url.startsWith('blob:') && new URL(url).host !== host)).toEqual([]);
});

test('a client’s name stands on the page, and not in the title that the browser writes into its history', async () => {
  const page = await device.page(appUrl);
  await openExample(page);
  await page.goto(`${appUrl}#/clients/0`);
  await page.waitForURL(/clients\/0/);
  const name = page.getByRole('heading', { level: 1 });
  await expect.poll(() => name.innerText()).not.toBe(words('page.client'));
  expect(await page.title()).not.toContain(await name.innerText());
});

/** What is kept on the device by this origin, in words: databases, files, caches, storage. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const files: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle) => {
      for await (const handle of folder.values())
        if (handle.kind === 'directory') await walk(handle);
        else files.push(await (await handle.getFile()).text());
    };
    await walk(await navigator.storage.getDirectory());
    const addresses: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) addresses.push(request.url);
    return JSON.stringify({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      files,
      addresses,
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      history: history.state as unknown,
    });
  });

test('a deleted shop is gone: no database, no marker, and nowhere its name', async () => {
  const page = await device.page(`${appUrl}#/import`);
  await pickFile(
    page,
    csv('Date,Client,Amount\n2026-01-05,Zoltan Secret,5.00\n2026-02-05,Zoltan Secret,5.00\n'),
  );
  await page.getByRole('heading', { name: words('import.columns.title') }).waitFor();
  await checkAndSave(page, 'Hush Boutique');
  expect(await kept(page)).toContain('Hush Boutique');
  expect((await kept(page)).replace(/"files":\[.*?\],"addr/, '"addr')).not.toMatch(/Hush|Zoltan/);
  await page.goto(`${appUrl}#/data`);
  await page.getByRole('button', { name: words('data.shop.deleteNamed', { name: 'Hush Boutique' }) }).click();
  await page.getByLabel(words('data.delete.type', { name: 'Hush Boutique' })).fill('Hush Boutique');
  await page.getByRole('button', { name: words('data.delete.action') }).click();
  await page.getByText(words('data.shops.none')).waitFor();
  const after = await kept(page);
  expect(after).not.toMatch(/Hush|Zoltan|boomerang-shop/);
});

test('a worker that the browser ends without a word is replaced, and what it was doing is said to have failed', async () => {
  const page = await device.page(appUrl);
  await openExample(page);
  await page.goto(`${appUrl}#/settings`);
  await page.workers()[0]!.evaluate(() => self.close());
  await page.goto(`${appUrl}#/clients`);
  await clientsOf(page).first().waitFor();

  await page.goto(`${appUrl}#/import`);
  const rows = Array.from(
    { length: 400_000 },
    (_, i) => `2026-01-0${1 + (i % 9)},Client ${i % 999},${i % 97}.50`,
  );
  await pickFile(page, csv(['Date,Client,Amount', ...rows].join('\n')));
  await page.getByRole('button', { name: words('import.columns.next') }).click();
  await page.workers()[0]!.evaluate(() => self.close());
  await page.getByText(words('error.worker-stopped')).waitFor();
});

test('a worker that cannot even be loaded is said on the page, and the data can still be saved to a file', async () => {
  await device.close();
  device = await freshDevice({ expected: [/ERR_FAILED|Failed to load resource/] });
  const page = await device.page(appUrl);
  await openExample(page);
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await device.context.route(/assets\/worker-/, (route) => route.abort());
  await page.reload();
  await page.getByText(words('error.worker-stopped')).waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words('error.action.saveData') }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/\.boomerang$/);
});
