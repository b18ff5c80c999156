import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { checkAndSave, openRow, pickFile, words } from '../support/app';
import { barriers, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');

let device: Device;

beforeEach(async () => {
  device = await freshDevice();
});

afterEach(() => device.close());

const dayText = (days: number) =>
  new Date(Date.UTC(2025, 0, 6) + days * 86_400_000).toISOString().slice(0, 10);

/** Made up: Ann comes every week all year, Bob came for a while; his last purchase holds a slip of the till. */
const rows = [
  'Date,Receipt,Client,Item,Amount',
  ...Array.from({ length: 50 }, (_, k) => `${dayText(k * 7)},A${k},Ann Peeters,Rose,20.00`),
  ...Array.from({ length: 8 }, (_, k) => `${dayText(k * 7)},B${k},Bob Vos,Rose,12.00`),
  `${dayText(60)},B9,Bob Vos,Vase,1200.00`,
];
const file = (lines: readonly string[], name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

test('a wrong sum is corrected, stays right when the same sales come again, and is taken back', async () => {
  const page = await device.page(`${appUrl}#/import`);
  await pickFile(page, file(rows, 'first.csv'));
  await checkAndSave(page);
  const openBob = async () => {
    await page.goto(`${appUrl}#/clients`);
    await openRow(page.getByRole('link', { name: /Bob Vos/ }));
    await page.getByRole('heading', { name: words('client.receipts.title') }).waitFor();
  };
  const receipt = page.locator('summary', { hasText: 'Vase' });
  const total = () => receipt.innerText();

  await openBob();
  expect(await total()).toContain('£1,200.00');
  await receipt.click();
  await page.getByRole('button', { name: /Correct the receipt/ }).click();
  const dialog = page.getByRole('dialog', { name: words('correct.title.correct') });
  await dialog.getByLabel(words('correct.amount'), { exact: true }).fill('12');
  await dialog.getByText('Loss of the last 12 months').waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: words('correct.action'), exact: true }).click();
  await expect.poll(total).toContain('£12.00');
  await page.getByRole('heading', { name: words('correct.card.title') }).waitFor();

  await page.goto(`${appUrl}#/import`);
  await pickFile(page, file([...rows, `${dayText(351)},A99,Ann Peeters,Rose,20.00`], 'next.csv'));
  await page.getByRole('button', { name: words('import.save.action') }).click();
  await page.getByRole('heading', { name: words('import.saved.title') }).waitFor();
  await openBob();
  expect(await total()).toContain('£12.00');

  await page.getByRole('link', { name: words('correct.card.all') }).click();
  await page.getByRole('button', { name: /Take back the correction of £1,200/ }).click();
  await page.getByRole('heading', { name: words('correct.none.title') }).waitFor();
  await openBob();
  expect(await total()).toContain('£1,200.00');
});
