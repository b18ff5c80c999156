import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { PAGES } from '../../src/reactive/address';
import { openExample } from '../support/app';
import { barriers, DESKTOP, PHONE, startBrowser, type Browser } from '../support/browser';

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

describe('with an example shop', () => {
  const NARROWEST = { width: 320, height: 640 } as const;
  const all = Object.values(PAGES).map((path) => path.replace(':id', '3'));

  beforeAll(async () => {
    const page = await browser.page(appUrl);
    await openExample(page);
    await page.close();
  });

  test.each(all)(
    'the page %s fits the narrowest phone and a wide screen, and axe finds nothing',
    async (path) => {
      const page = await browser.page(`${appUrl}#${path}`, { viewport: NARROWEST });
      for (const [viewport, colorScheme] of [
        [NARROWEST, 'light'],
        [DESKTOP, 'dark'],
      ] as const) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.reload();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          viewport.width,
        );
        expect(await barriers(page)).toEqual([]);
      }
      await page.close();
    },
  );
});

test('nothing is asked of any other host', () => {
  const { host } = new URL(appUrl);
  expect(browser.requests.length).toBeGreaterThan(0);
  expect(
    browser.requests.filter((address) => new URL(address).host !== host && !address.startsWith('blob:')),
  ).toEqual([]);
});
