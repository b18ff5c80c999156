import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { figure, openRow, words } from '../support/app';
import { barriers, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');

let device: Device;
let page: Page;

beforeEach(async () => {
  device = await freshDevice();
  page = await device.page(`${appUrl}#/import/by-hand`);
});

afterEach(() => device.close());

const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
const field = (name: string) => page.getByLabel(name, { exact: true }).first();
const client = () => page.getByRole('combobox', { name: words('byHand.client') });
const listed = (n: number) => page.getByRole('heading', { name: words('byHand.list', { n }) }).waitFor();

test('a shop is begun with one sale, goes on with three in a row by keyboard, and takes them back', async () => {
  await client().fill('Bob Vos');
  await field(words('byHand.amount')).fill('40,00');
  await field(words('byHand.day')).fill('2024-02-20');
  await page.getByText(words('byHand.client.isNew')).waitFor();
  await press(words('byHand.saveOne'));
  await page.getByRole('heading', { name: words('byHand.saved.sales', { n: 1 }) }).waitFor();

  await press(words('byHand.saved.more'));
  await client().waitFor();
  const type = async (...keys: string[]) => {
    for (const key of keys) {
      if (key.startsWith('{')) await page.keyboard.press(key.slice(1, -1));
      else await page.keyboard.type(key);
    }
  };
  await type('bob');
  await page.getByRole('option', { name: /^Bob Vos/ }).waitFor();
  await type('{ArrowDown}', '{Enter}', '{Tab}', '12.50', '{Enter}');
  await listed(1);
  await type('Eva Blom', '{Tab}', '9', '{Enter}');
  await listed(2);
  await page.reload();
  await listed(2);
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
  await type('Eva Blom', '{Tab}', '9', '{Enter}');
  await listed(3);
  expect(await barriers(page)).toEqual([]);
  await press(words('byHand.save', { n: 3 }));
  await page.getByRole('heading', { name: words('byHand.saved.sales', { n: 3 }) }).waitFor();

  await page.goto(`${appUrl}#/loss`);
  await page.locator('[data-figure="count-recovered"]').waitFor();
  expect(await figure(page, 'count-recovered')).toBe('1');
  await page.goto(`${appUrl}#/clients?q=eva`);
  await openRow(page.getByRole('link', { name: /Eva Blom/ }));
  await page.getByRole('heading', { level: 1, name: 'Eva Blom' }).waitFor();
  await page.getByRole('link', { name: words('client.byHand') }).click();
  await page.getByText(words('byHand.client.isKnown', { n: 1, day: '' }).slice(0, 14)).waitFor();
  expect(await client().inputValue()).toBe('Eva Blom');

  await page.goto(`${appUrl}#/data`);
  const undo = words('data.undo.askNamed', { file: words('data.import.byHand') });
  await page.getByRole('button', { name: undo }).first().click();
  await press(words('data.undo.action'));
  await page.getByText(words('data.undo.done', { file: words('data.import.byHand') })).waitFor();
  await page.goto(`${appUrl}#/loss`);
  await page.locator('[data-figure="count-recovered"]').waitFor();
  expect(await figure(page, 'count-recovered')).toBe('0');
});
