import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { checkAndSave, pickFile, words } from '../support/app';
import type { Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');

let device: Device;

beforeEach(async () => {
  device = await freshDevice();
});

afterEach(() => device.close());

const dayText = (days: number) =>
  new Date(Date.UTC(2025, 0, 6) + days * 86_400_000).toISOString().slice(0, 10);

/** Made up: Ann comes every week all year, the first half of it under another spelling; Bob came for a while. */
const rows = [
  'Date,Client,Amount',
  ...Array.from({ length: 20 }, (_, k) => `${dayText(k * 7)},Peeters Ann,20.00`),
  ...Array.from({ length: 30 }, (_, k) => `${dayText(140 + k * 7)},Ann Peeters,20.00`),
  ...Array.from({ length: 8 }, (_, k) => `${dayText(k * 7)},Bob Vos,12.00`),
];
const file = (lines: readonly string[], name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

test('two spellings become one client, stay one after the next file, and can be split again', async () => {
  const page = await device.page(`${appUrl}#/import`);
  const expectClients = async (count: number) => {
    await page.goto(`${appUrl}#/clients`);
    const rowsShown = page.getByRole('list', { name: words('clients.list') }).getByRole('listitem');
    await expect.poll(() => rowsShown.count()).toBe(count);
  };
  await pickFile(page, file(rows, 'first.csv'));
  await checkAndSave(page);
  await expectClients(3);

  await page.getByRole('link', { name: words('clients.same.link') }).click();
  const pair = page.getByRole('region', { name: words('same.reason.order') });
  await pair.getByText('1 lost client fewer').waitFor();
  await pair.getByRole('button', { name: words('same.merge') }).click();
  await page.getByRole('heading', { name: words('same.none.title') }).waitFor();
  await expectClients(2);

  await page.goto(`${appUrl}#/import`);
  const next = [rows[0]!, ...rows.slice(-12), `${dayText(351)},PEETERS ANN,20.00`];
  await pickFile(page, file(next, 'next.csv'));
  await page.getByRole('button', { name: words('import.save.action') }).click();
  await page.getByRole('heading', { name: words('import.saved.title') }).waitFor();
  await expectClients(2);

  await page.getByRole('link', { name: /Ann Peeters/ }).click();
  await page.getByRole('button', { name: words('same.card.split', { name: 'PEETERS ANN' }) }).click();
  await page.getByText(words('same.card.text')).waitFor();
  await expectClients(3);
});
