import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { checkAndSave, clientsOf, pickFile, words } from '../support/app';
import type { Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';
import { tillFile } from '../support/tillFile';

const appUrl = inject('appUrl');

let device: Device;

beforeEach(async () => {
  device = await freshDevice();
});

afterEach(() => device.close());

const SALES = [
  { day: '2026-01-05', client: 'Ada Brook', amount: 20 },
  { day: '2026-02-05', client: 'Ada Brook', amount: 20 },
  { day: '2026-01-06', client: 'Ben Frost', amount: 12 },
];

const CARDS = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Ada Brook',
  'TEL;TYPE=CELL:020 7946 0001',
  'BDAY:1970-05-12',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Dora Vale',
  'EMAIL:dora@example.com',
  'END:VCARD',
  '',
].join('\r\n');

test('an address book tells phones and birthdays, brings new clients, and is taken back', async () => {
  const page = await device.page(`${appUrl}#/import`);
  await pickFile(page, tillFile(SALES, 'till.csv'));
  await checkAndSave(page);
  await page.goto(`${appUrl}#/import`);
  await pickFile(page, { name: 'clients.vcf', mimeType: 'text/vcard', buffer: Buffer.from(CARDS) });
  await page.getByRole('heading', { name: words('lists.title') }).waitFor();
  await page.getByText(words('lists.said', { people: 2, known: 1, fresh: 1 })).waitFor();
  await page.getByText(words('lists.add.birthday', { n: 1 })).waitFor();
  await page.getByRole('button', { name: words('lists.save') }).click();
  await page.getByRole('heading', { name: words('lists.saved.title') }).waitFor();

  await page.getByRole('link', { name: words('lists.saved.clients') }).click();
  await expect.poll(() => clientsOf(page).count()).toBe(3);
  await page.getByRole('link', { name: /Ada Brook/ }).click();
  await page.getByText('12 May').waitFor();
  await page.getByText('020 7946 0001').waitFor();

  await page.goto(`${appUrl}#/data`);
  await page.getByRole('button', { name: words('data.undo.askNamed', { file: 'clients.vcf' }) }).click();
  await page.getByRole('button', { name: words('data.undo.action') }).click();
  await page.getByText(words('data.undo.done', { file: 'clients.vcf' })).waitFor();
  await page.goto(`${appUrl}#/clients`);
  await expect.poll(() => clientsOf(page).count()).toBe(2);

  await page.getByRole('link', { name: /Ben Frost/ }).click();
  await page.getByRole('button', { name: words('forget.ask') }).click();
  await page.getByRole('button', { name: words('forget.action') }).click();
  await page.getByRole('heading', { name: words('forget.note.title') }).waitFor();
  await page.goto(`${appUrl}#/import`);
  await pickFile(
    page,
    tillFile([...SALES, { day: '2026-03-01', client: 'Ben Frost', amount: 9 }], 'next.csv'),
  );
  await page.getByRole('button', { name: words('import.save.action') }).click();
  await page.getByRole('heading', { name: words('import.saved.title') }).waitFor();
  await page.goto(`${appUrl}#/clients`);
  await expect.poll(() => clientsOf(page).count()).toBe(2);
  expect(await page.getByText('Ben Frost').count()).toBe(0);
});
