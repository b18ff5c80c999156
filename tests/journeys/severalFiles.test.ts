import { afterEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { checkAndSave, words } from '../support/app';
import { barriers, startBrowser, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';
import { serve } from '../support/serve';

const appUrl = inject('appUrl');

let device: Device;

afterEach(() => device.close());

const HEADER = 'Date,Client,Amount';
const FEBRUARY = Array.from(
  { length: 24 },
  (_, i) => `2026-02-${String(i + 1).padStart(2, '0')},C${i % 5},${10 + i}.00`,
);
const daily = [
  [...FEBRUARY.slice(0, 8), '2026-02-31,C1,5.00'],
  FEBRUARY.slice(8, 16),
  [],
  FEBRUARY.slice(14),
].map((rows, i) => ({ name: `till ${i + 1}.csv`, text: [HEADER, ...rows, ''].join('\n') }));
const OTHER = {
  name: 'web shop.csv',
  text: 'Order;Buyer;Paid on;Total\n1;C9;2026-01-05;8,00\n2;C1;2026-01-06;9,50\n',
};

const buffers = (files: readonly { name: string; text: string }[]) =>
  files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));

const heading = (page: Page, key: Parameters<typeof words>[0]) =>
  page.getByRole('heading', { name: words(key) });

test('files of one kind are read as one, the other one waits for its turn', async () => {
  device = await freshDevice();
  const page = await device.page(`${appUrl}#/import`);
  await page.locator('input[type=file]').setInputFiles(buffers([OTHER, ...daily]));
  await heading(page, 'import.columns.title').waitFor();
  const names = { n: 4, first: 'till 1.csv', last: 'till 4.csv' };
  await page.getByText(words('import.files.together', names)).waitFor();
  await page.getByText(words('import.files.other', { name: OTHER.name })).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: words('import.columns.next') }).click();
  await page.getByText(words('issue.row-in-other-file')).waitFor();
  const place = words('import.issues.inFile', { name: 'till 1.csv', line: 10 });
  await page.getByText(place).waitFor();
  await page.getByRole('button', { name: words('import.save.action') }).click();
  await page.getByText(/24 sales added/).waitFor();
  await page.getByRole('button', { name: words('import.saved.more') }).click();
  await page.getByRole('button', { name: words('import.files.readNext', { name: OTHER.name }) }).click();
  await checkAndSave(page);
  await page.getByText(/2 sales added/).waitFor();
  await page.goto(`${appUrl}#/data`);
  await page.getByRole('heading', { name: words('import.files.name', names) }).waitFor();
  await page.getByRole('heading', { name: OTHER.name }).waitFor();
});

test('files shared by another app are opened, offline too, and kept nowhere', async () => {
  const server = await serve(inject('appFolder'));
  const browser = await startBrowser({ bypassPolicy: true });
  device = browser;
  const page = await browser.page(server.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await server.close();
  /** As the share sheet does it: a form that leads to the app. */
  const share = (given: readonly { name: string; text: string }[], text = '') =>
    page.evaluate(
      ([files, words]) => {
        const form = document.body.appendChild(document.createElement('form'));
        Object.assign(form, { method: 'post', enctype: 'multipart/form-data', action: './share' });
        const field = (name: string, type: string) =>
          form.appendChild(Object.assign(document.createElement('input'), { name, type, multiple: true }));
        field('text', 'text').value = words;
        const data = new DataTransfer();
        for (const file of files) data.items.add(new File([file.text], file.name));
        field('files', 'file').files = data.files;
        form.submit();
      },
      [given, text] as const,
    );
  await share(daily);
  await heading(page, 'import.columns.title').waitFor();
  const names = { n: 4, first: 'till 1.csv', last: 'till 4.csv' };
  await page.getByText(words('import.files.together', names)).waitFor();
  expect(await page.evaluate(() => caches.has('shared-files'))).toBe(false);
  await share([], daily[0]!.text);
  await page.getByText(new RegExp(words('import.paste.name'))).waitFor();
});
