import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { RefusalCode } from '../../src/domain/intake/refusal';
import { checkAndSave, figure, numberIn, openExample, pickFile, words } from '../support/app';
import { barriers, remote, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');
const importUrl = `${appUrl}#/import`;

/** 304 sales of 8 clients up to 30 June 2026, and two lines that cannot be read; made up. */
const TILL = 'tests/fixtures/import/till.csv';

let device: Device;

beforeEach(async () => {
  device = await freshDevice();
});

afterEach(() => device.close());

const heading = (page: Page, key: Parameters<typeof words>[0]) =>
  page.getByRole('heading', { name: words(key) });
const button = (page: Page, key: Parameters<typeof words>[0], params = {}) =>
  page.getByRole('button', { name: words(key, params) });

/** Databases of shops, as the browser keeps them. */
const shopIds = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).flatMap(({ name }) => name?.match(/^boomerang-shop-(.+)$/)?.[1] ?? []),
  );

const csv = (text: string, name = 'till.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const toColumns = async (page: Page, file: Parameters<typeof pickFile>[1]) => {
  await pickFile(page, file);
  await heading(page, 'import.columns.title').waitFor();
};

const toCheck = async (page: Page, file: Parameters<typeof pickFile>[1]) => {
  await toColumns(page, file);
  await button(page, 'import.columns.next').click();
  await heading(page, 'import.check.title').waitFor();
};

test('a till’s file becomes the loss, and adds nothing the second time', async () => {
  const page = await device.page(importUrl);
  await toColumns(page, TILL);
  expect(await barriers(page)).toEqual([]);
  await page
    .getByLabel(words('import.field.amount'), { exact: true })
    .selectOption({ label: 'Net sales (e.g. 15.00)' });
  await button(page, 'import.columns.next').click();
  await page.getByText('£7,619.00').first().waitFor();
  await page.getByLabel(words('import.field.amount')).waitFor({ state: 'detached' });

  await page.goBack();
  await heading(page, 'import.columns.title').waitFor();
  await page
    .getByLabel(words('import.field.amount'), { exact: true })
    .selectOption({ label: 'Total (e.g. 18.00)' });
  await button(page, 'import.columns.next').click();
  await page.getByText('£9,142.80').first().waitFor();
  expect(await page.getByText(words('import.check.leftOut', { n: 2 })).isVisible()).toBe(true);
  expect(await page.getByText(words('import.issues.sample', { sample: '31/02/2025' })).isVisible()).toBe(
    true,
  );
  expect(await barriers(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'import.leftOut.prepare').click(),
  ]);
  expect(download.suggestedFilename()).toBe('till - left out.csv');
  expect(await shopIds(page)).toEqual([]);

  await page.getByLabel(words('import.shop.name')).fill('Corner Flowers');
  await button(page, 'import.save.action').click();
  await heading(page, 'import.saved.title').waitFor();
  await page.getByText(/3 of 8 clients left/).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: words('import.check.seeLoss') }).click();
  await page.waitForURL(/#\/loss/);
  await expect.poll(() => figure(page, 'yearLost')).toBe('3');
  const loss = numberIn(await figure(page, 'yearValue'));
  expect(loss).toBeGreaterThan(0);

  await page.goto(importUrl);
  await pickFile(page, TILL);
  await page.getByText(words('import.check.nothingNewText')).waitFor();
  expect(await button(page, 'import.save.action').count()).toBe(0);
  await page.getByRole('link', { name: words('import.check.seeLoss') }).click();
  await expect.poll(async () => numberIn(await figure(page, 'yearValue'))).toBe(loss);
});

test('the import just saved can be undone, and the same file imported again', async () => {
  const page = await device.page(importUrl);
  await toColumns(page, TILL);
  await checkAndSave(page, 'Corner Flowers');
  await button(page, 'import.saved.undo').click();
  await page.getByText(words('import.saved.undone')).waitFor();
  await pickFile(page, TILL);
  await heading(page, 'import.asLast.title').waitFor();
  await button(page, 'import.save.action').click();
  await page.getByText(/3 of 8 clients left/).waitFor();
  expect(await shopIds(page)).toHaveLength(1);
});

test('a later file that overlaps adds only what is new', async () => {
  const page = await device.page(importUrl);
  const rows = [
    'Date,Client,Amount',
    ...Array.from(
      { length: 28 },
      (_, day) => `2026-02-${String(day + 1).padStart(2, '0')},C${day % 4},10.00`,
    ),
  ];
  await toColumns(page, csv(rows.slice(0, 20).join('\n')));
  await checkAndSave(page);
  await button(page, 'import.saved.more').click();
  await pickFile(page, csv(rows.join('\n'), 'later.csv'));
  await page.getByText(words('import.check.overlap', { n: 19 })).waitFor();
  await button(page, 'import.save.action').click();
  await page.getByText(/9 sales added/).waitFor();
});

test('a pasted table without amounts counts visits', async () => {
  const page = await device.page(importUrl);
  const table = [
    'Day\tClient',
    ...Array.from({ length: 40 }, (_, k) => `2026-0${1 + (k % 6)}-1${k % 9}\tC${k % 5}`),
  ].join('\n');
  await button(page, 'import.paste.open').click();
  await page.getByLabel(words('import.paste.label')).fill(table);
  await button(page, 'import.paste.action').click();
  await page.getByText(words('refusal.no-amount.title')).waitFor();
  await page.getByLabel(words('import.columns.money.from')).selectOption('visits');
  await checkAndSave(page);
  await page
    .getByText(/visits?\b/)
    .first()
    .waitFor();
});

test('an import beside the open example makes a shop of its own', async () => {
  const page = await device.page(appUrl);
  await openExample(page);
  const example = await figure(page, 'annualLost');
  await page.goto(importUrl);
  await toCheck(page, TILL);
  await page.getByText(words('import.shop.fromExample')).waitFor();
  await button(page, 'import.save.action').click();
  await heading(page, 'import.saved.title').waitFor();
  expect(await shopIds(page)).toHaveLength(2);
  await page.goto(`${appUrl}#/loss`);
  await expect.poll(() => figure(page, 'yearLost')).toBe('3');
  expect(await figure(page, 'annualLost')).not.toBe(example);
});

test('Back returns to the step before, and a reload begins anew and says so', async () => {
  const page = await device.page(importUrl);
  await toCheck(page, TILL);
  await button(page, 'import.save.action').waitFor();
  await page.goBack();
  await heading(page, 'import.columns.title').waitFor();
  await page.goForward();
  await button(page, 'import.save.action').waitFor();
  await page.reload();
  await page.getByText(words('import.pick.gone')).waitFor();
  expect(await shopIds(page)).toEqual([]);
});

const SALES = 'Date,Client,Amount\n2026-01-05,C1,10.00\n2026-01-06,C2,12.00\n2026-01-07,C1,9.50\n';

describe('bad input is refused with its reason, and nothing is saved', () => {
  const onPick: readonly (readonly [
    what: string,
    code: RefusalCode,
    file: Parameters<typeof pickFile>[1],
  ])[] = [
    ['an empty file', 'empty-file', csv('')],
    [
      'a picture named .csv',
      'image',
      { ...csv(''), buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
    ],
    [
      'a workbook that was cut off',
      'damaged-archive',
      {
        ...csv('', 'sales.xlsx'),
        buffer: Buffer.from(`PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml xl/workbook.xml`, 'latin1'),
      },
    ],
    ['a printed report', 'pdf', csv('%PDF-1.7\n1 0 obj\n', 'report.pdf')],
    [
      'a file of bytes named .csv',
      'binary',
      { ...csv(''), buffer: Buffer.from(Array.from({ length: 4096 }, (_, k) => (k * 97) % 256)) },
    ],
  ];

  test.each(onPick)('%s (%s)', async (_, code, file) => {
    const page = await device.page(importUrl);
    await pickFile(page, file);
    await page.getByText(words(`refusal.${code}.title`)).waitFor();
    expect(await page.getByText(words('import.refused.nothing')).isVisible()).toBe(true);
    expect(await shopIds(page)).toEqual([]);
  });

  const onColumns: readonly (readonly [what: string, code: RefusalCode, text: string])[] = [
    ['sales without a day', 'no-date', 'Client,Amount\nC1,10.00\nC2,11.00\nC1,9.00\n'],
    [
      'a report without clients',
      'no-client',
      'Date,Product,Amount\n2026-01-05,Rose,10.00\n2026-01-06,Rose,11.00\n2026-01-07,Tulip,12.00\n',
    ],
    ['sales without amounts', 'no-amount', 'Date,Client\n2026-01-05,C1\n2026-01-06,C2\n2026-01-07,C1\n'],
    [
      'a list of clients',
      'client-list',
      'Name,Phone,E-mail\nAda Brook,+44 20 7946 0001,ada@example.com\nBen Frost,+44 20 7946 0002,ben@example.com\nCleo Marsh,+44 20 7946 0003,cleo@example.com\n',
    ],
  ];

  test.each(onColumns)('%s (%s)', async (_, code, text) => {
    const page = await device.page(importUrl);
    await toColumns(page, csv(text));
    await page.getByText(words(`refusal.${code}.title`)).waitFor();
    await button(page, 'import.columns.next').click();
    await page.getByText(words('import.columns.notYet')).waitFor();
    expect(await shopIds(page)).toEqual([]);
  });

  test('dates that all lie in the future (all-future)', async () => {
    const page = await device.page(importUrl);
    const year = new Date().getFullYear() + 2;
    await toCheck(page, csv(SALES.replaceAll('2026', String(year))));
    await page.getByText(words('refusal.all-future.title')).waitFor();
    expect(await button(page, 'import.save.action').count()).toBe(0);
    expect(await shopIds(page)).toEqual([]);
  });

  test('a column of words chosen for the amount (amount-is-text)', async () => {
    const page = await device.page(importUrl);
    await toColumns(
      page,
      csv('Date,Client,Amount\n2026-01-05,C1,paid\n2026-01-06,C2,on account\n2026-01-07,C1,paid\n'),
    );
    await page
      .getByLabel(words('import.field.amount'), { exact: true })
      .selectOption({ label: 'Amount (e.g. paid)' });
    await button(page, 'import.columns.next').click();
    await page.getByText(words('refusal.amount-is-text.title')).waitFor();
    await button(page, 'import.check.change').click();
    await heading(page, 'import.columns.title').waitFor();
    expect(await shopIds(page)).toEqual([]);
  });

  test('a year like 0202 and a file cut in the middle of a row are told line by line, and the rest is offered', async () => {
    const page = await device.page(importUrl);
    await toCheck(page, csv(`${SALES}0202-01-08,C2,8.00\n2026-01-0`));
    await page.getByText(words('issue.date-too-old')).waitFor();
    await page.getByText(words('issue.row-cut')).waitFor();
    expect(await page.getByText('£31.50').first().isVisible()).toBe(true);
    expect(await shopIds(page)).toEqual([]);
  });
});

test('with a full disk nothing is half saved, the draft is kept, and it is saved once there is room', async () => {
  const page = await device.page(importUrl);
  await toCheck(page, TILL);
  await button(page, 'import.save.action').waitFor();
  const session = await remote(page);
  const { origin } = new URL(appUrl);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await button(page, 'import.save.action').click();
  await page.getByText(words('error.disk-full')).waitFor();
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await button(page, 'import.save.action').click();
  await page.getByText(/3 of 8 clients left/).waitFor();
  expect(await shopIds(page)).toHaveLength(1);
});

test('while another tab writes nothing is saved, and afterwards it can be tried again', async () => {
  const page = await device.page(importUrl);
  await toColumns(page, csv(SALES));
  await checkAndSave(page);
  const [shopId] = await shopIds(page);
  const other = await device.context.newPage();
  await other.goto(appUrl);
  await other.evaluate((id) => {
    void navigator.locks.request(`boomerang-write-${id}`, () => new Promise(() => undefined));
  }, shopId);
  await button(page, 'import.saved.more').click();
  await toColumns(page, TILL);
  await button(page, 'import.columns.next').click();
  await button(page, 'import.save.action').click();
  await page.getByText(words('error.busy-elsewhere'), { exact: true }).waitFor();
  await other.close();
  await button(page, 'import.save.action').click();
  await page.getByText(/304 sales added/).waitFor();
});
