import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locator, Page } from 'playwright-core';
import type { MessageKey } from '../../src/i18n/messages';

const FOLDER = 'src/i18n/en';

const messages = Object.assign(
  {},
  ...readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as object),
) as Record<MessageKey, string>;

/** The app's English words, so that a journey follows a page and not the wording of the day. */
export const words = (key: MessageKey, params: Record<string, string | number> = {}): string =>
  String(new IntlMessageFormat(messages[key], 'en-GB').format(params));

/** The exact text of a figure on the page, by its name in the loss report. */
export const figure = (page: Page, name: string): Promise<string> =>
  page.locator(`[data-figure="${name}"]`).first().innerText();

/** Digits, sign and decimal mark of a printed English number: "€34,317.73" -> 34317.73. */
export const numberIn = (text: string): number => Number(text.replace(/−/g, '-').replace(/[^\d.-]/g, ''));

/** The rows of the list of clients that are drawn. */
export const clientsOf = (page: Page) =>
  page.getByRole('list', { name: words('clients.list'), exact: true }).getByRole('listitem');

/** From the first start to the loss of the example shop. */
export async function openExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: words('today.start.example') }).click();
  await page.waitForURL(/#\/loss/);
  await page.locator('[data-figure="annualLost"]').first().waitFor();
}

/** Picks a file on the import page and goes on to the columns, or to the check where the file is of a known shape. */
export async function pickFile(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
}

/** From the columns, as proposed, through the check to the saved sales. */
export async function checkAndSave(page: Page, shopName?: string): Promise<void> {
  await page.getByRole('button', { name: words('import.columns.next') }).click();
  await page.getByRole('heading', { name: words('import.check.title') }).waitFor();
  if (shopName !== undefined) await page.getByLabel(words('import.shop.name')).fill(shopName);
  await page.getByRole('button', { name: words('import.save.action') }).click();
  await page.getByRole('heading', { name: words('import.saved.title') }).waitFor();
}

/** Opens a row of a long list by keyboard: while such a list is being scrolled its rows take no clicks, and a click scrolls to them. */
export const openRow = (row: Locator): Promise<void> => row.press('Enter');
