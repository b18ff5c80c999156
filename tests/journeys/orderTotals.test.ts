import { afterEach, beforeEach, inject, test } from 'vitest';
import { pickFile, words } from '../support/app';
import type { Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');

let device: Device;

beforeEach(async () => {
  device = await freshDevice();
});

afterEach(() => device.close());

/** Made up: orders of two different things, each line with one and the same amount. */
const month = (number: number) => {
  const order = (n: number, who: string, amount: number) =>
    ['Soap', `Brush ${n}`].map(
      (item) => `A${number}${n},2026-0${number}-1${n},${who},${item},${amount.toFixed(2)}`,
    );
  const rows = [order(1, 'Ann Lee', 30), order(2, 'Bob Ray', 18.5), order(3, 'Cy Orr', 42)].flat();
  return {
    name: `orders-${number}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(['Order no,Date,Customer,Item,Amount', ...rows].join('\n')),
  };
};

test('an amount on every line of an order is asked about once, and never counts twice after that', async () => {
  const page = await device.page(`${appUrl}#/import`);
  await pickFile(page, month(1));
  const next = page.getByRole('button', { name: words('import.columns.next') });
  await next.click();
  await page.getByText(words('import.columns.notYet')).waitFor();
  await page.getByRole('radio', { name: words('import.question.every.order') }).check();
  await page.getByText(words('import.rule.lines')).waitFor();
  await next.click();
  await page.getByText('90.50').first().waitFor();
  await page.getByRole('button', { name: words('import.save.action') }).click();
  await page.getByRole('heading', { name: words('import.saved.title') }).waitFor();

  await page.goto(`${appUrl}#/import`);
  await pickFile(page, month(2));
  await page.getByRole('heading', { name: words('import.check.title') }).waitFor();
  await page.getByText('90.50').first().waitFor();
});
