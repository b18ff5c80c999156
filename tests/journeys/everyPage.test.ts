import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { PAGES } from '../../src/reactive/address';
import { barriers, PHONE, startBrowser, type Browser } from '../support/browser';

const appUrl = inject('appUrl');
const paths = Object.values(PAGES).filter((path) => !path.includes(':'));

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe.each(['light', 'dark'] as const)('on a phone, %s', (colorScheme) => {
  test.each(paths)('the page %s opens with one heading and a title, and axe finds nothing', async (path) => {
    const page = await browser.page(`${appUrl}#${path}`, { viewport: PHONE, colorScheme });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.title()).not.toBe('');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  });
});

test('nothing is asked of any other host', () => {
  const { host } = new URL(appUrl);
  expect(browser.requests.length).toBeGreaterThan(0);
  expect(
    browser.requests.filter((address) => new URL(address).host !== host && !address.startsWith('blob:')),
  ).toEqual([]);
});
