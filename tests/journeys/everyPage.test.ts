import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { PAGES } from '../../src/reactive/address';
import { openExample } from '../support/app';
import { barriers, DESKTOP, PHONE, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');
const paths = Object.values(PAGES).filter((path) => !path.includes(':'));

let device: Device;

beforeAll(async () => {
  device = await freshDevice();
});

afterAll(async () => {
  await device.close();
});

/** The page as a link from elsewhere opens it, once it is all there. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${appUrl}#${path}`);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
  // A long list hides its rows until it has measured them.
  await expect.poll(() => page.locator('main [style*="visibility: hidden"]').count()).toBe(0);
}

async function expectFit(page: Page): Promise<void> {
  const { width } = page.viewportSize()!;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await barriers(page)).toEqual([]);
}

describe.each(['light', 'dark'] as const)('on a phone, %s', (colorScheme) => {
  let page: Page;
  beforeAll(async () => {
    page = await device.page(appUrl, { viewport: PHONE, colorScheme });
  });
  afterAll(() => page.close());

  test.each(paths)('the page %s opens with one heading and a title, and axe finds nothing', async (path) => {
    await open(page, path);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.title()).not.toBe('');
    await expectFit(page);
  });
});

describe('with an example shop', () => {
  const NARROWEST = { width: 320, height: 640 } as const;
  const all = Object.values(PAGES).map((path) => path.replace(':id', '3'));
  let pages: Page[];

  beforeAll(async () => {
    const narrowest = await device.page(appUrl, { viewport: NARROWEST });
    await openExample(narrowest);
    pages = [narrowest, await device.page(appUrl, { viewport: DESKTOP, colorScheme: 'dark' })];
  });

  test.each(all)(
    'the page %s fits the narrowest phone and a wide screen, and axe finds nothing',
    async (path) => {
      for (const page of pages) {
        await open(page, path);
        await expectFit(page);
      }
    },
  );
});

test('nothing is asked of any other host', () => {
  const { host } = new URL(appUrl);
  expect(device.requests.length).toBeGreaterThan(0);
  expect(
    device.requests.filter((address) => new URL(address).host !== host && !address.startsWith('blob:')),
  ).toEqual([]);
});
