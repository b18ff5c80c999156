import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { pickFile, words } from '../support/app';
import { barriers, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');

let device: Device;

beforeEach(async () => {
  device = await freshDevice();
});

afterEach(() => device.close());

/** A month of a made-up web shop: 30 paid orders of six clients, two still open, and one without an amount. */
const month = (m: string) => {
  const day = (k: number) => `2026-${m}-${String(1 + (k % 28)).padStart(2, '0')}`;
  const paid = Array.from({ length: 30 }, (_, k) => `${day(k)},Client ${k % 6},${20 + k}.00,paid`);
  const rows = [...paid, `${day(3)},Client 1,70.00,pending`, `${day(4)},Client 2,80.00,pending`];
  const text = ['Date,Client,Total,Status', ...rows, `${day(5)},Client 3,,paid`].join('\n');
  return { name: `orders-${m}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) };
};

test('what was decided about one month’s lines holds for the next, which is two taps, until it is forgotten', async () => {
  const page = await device.page(`${appUrl}#/import`);
  const heading = (key: Parameters<typeof words>[0]) => page.getByRole('heading', { name: words(key) });
  const button = (key: Parameters<typeof words>[0], params = {}) =>
    page.getByRole('button', { name: words(key, params), exact: true });

  await pickFile(page, month('01'));
  await button('import.columns.next').click();
  await button('import.fix.counted', { word: 'pending', n: 2 }).click();
  await button('import.fix.gifts', { n: 1 }).click();
  await page.getByText(words('import.decided.lead', { n: 3 })).waitFor();
  expect(await page.getByText(words('import.issues.title'), { exact: true }).count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await button('import.save.action').click();
  await heading('import.saved.title').waitFor();

  await button('import.saved.more').click();
  await pickFile(page, month('02'));
  await button('import.save.action').click();
  await heading('import.saved.title').waitFor();
  await page.getByText(/^33 sales added/).waitFor();

  await page.goto(`${appUrl}#/data`);
  await page.getByText(words('data.settings.title')).first().click();
  await page.getByText(words('import.decided.gifts')).waitFor();
  expect(await barriers(page)).toEqual([]);
  await button('data.remembered.forgetNamed', { what: 'Date, Client, Total, Status' }).click();
  await page.getByText(words('data.remembered.forgotten')).waitFor();

  await page.goto(`${appUrl}#/import`);
  await pickFile(page, month('03'));
  await heading('import.columns.title').waitFor();
});
