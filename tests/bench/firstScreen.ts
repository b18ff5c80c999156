import type { Page } from 'playwright-core';
import { checkAndSave, clientsOf, pickFile, words } from '../support/app';
import { DESKTOP, PHONE, slowDown, startBrowser } from '../support/browser';

type Measured = [name: string, value: number, most: number, detail: string];

const ROUNDS = 7;
const TODAY = 20_780;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Milliseconds from the start of a reload until something is drawn, on a page four times as slow as this machine. */
export async function shownAfter(page: Page, selector: string): Promise<number> {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.querySelector(wanted)) (globalThis as { shownAt?: number }).shownAt ??= performance.now();
      else requestAnimationFrame(look);
    };
    look();
  }, selector);
  await slowDown(page, 4);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.reload();
    const handle = await page.waitForFunction(() => (globalThis as { shownAt?: number }).shownAt);
    times.push((await handle.jsonValue()) ?? NaN);
  }
  return median(times);
}

async function emptyApp(url: string): Promise<number> {
  const browser = await startBrowser({ bypassPolicy: true });
  try {
    const page = await browser.page(url, { viewport: PHONE });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    return await shownAfter(page, 'h1');
  } finally {
    await browser.close();
  }
}

/** The longest stretches in which the page could not answer, while the screens import a file; none counts as 0. */
async function longestBlock(page: Page, file: string): Promise<number> {
  await page.evaluate(() => {
    const blocks: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) blocks.push(entry.duration);
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { blocks });
  });
  await pickFile(page, file);
  await page.getByRole('button', { name: words('import.columns.next') }).waitFor();
  await checkAndSave(page, 'A million');
  const blocks = await page.evaluate(() => (globalThis as unknown as { blocks: number[] }).blocks);
  return Math.max(0, ...blocks);
}

/** What a person with a million sales waits for: the first figures, the list of 50,000, a page that stays awake. */
export async function firstScreen(url: string, million: string): Promise<Measured[]> {
  const empty = await emptyApp(url);
  const browser = await startBrowser({ bypassPolicy: true });
  try {
    const page = await browser.page(`${url}#/import`, { viewport: DESKTOP });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const block = await longestBlock(page, million);
    await page.goto(`${url}#/clients`);
    await clientsOf(page).first().waitFor();
    const nodes = await page
      .getByRole('list', { name: words('clients.list'), exact: true })
      .evaluate((list) => list.querySelectorAll('*').length);

    const worker = await browser.page(`${url}blank.html`);
    await worker.addScriptTag({ url: `${url}stage.js` });
    const shopId = await worker.evaluate(async () => {
      const [answer] = await bench.app([{ name: 'shops', input: null }]);
      return (answer!.output as { id: string }[])[0]!.id;
    });
    const list = { shopId, statuses: [4, 6], query: '', sort: 'value', rising: false, today: TODAY };
    const everybody = { ...list, statuses: [] };
    const opening: number[] = [];
    const openingAll: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [, lost] = await worker.evaluate(
        (input) =>
          bench.app([
            { name: 'shops', input: null },
            { name: 'clientList', input },
          ]),
        list,
      );
      opening.push(lost!.milliseconds);
      const [, all] = await worker.evaluate(
        (input) =>
          bench.app([
            { name: 'shops', input: null },
            { name: 'clientList', input },
          ]),
        everybody,
      );
      openingAll.push(all!.milliseconds);
    }
    await worker.close();

    await page.goto(`${url}#/loss`);
    await page.setViewportSize(PHONE);
    const stored = await shownAfter(page, '[data-figure="annualLost"]');
    return [
      [
        '1M sales: headline over the empty app’s first screen',
        stored / empty,
        2,
        `${stored.toFixed(0)} / ${empty.toFixed(0)} ms at 4 x`,
      ],
      [
        '50k clients: opening the ranked list, ms',
        Math.min(...opening),
        60,
        `median ${median(opening).toFixed(1)}`,
      ],
      [
        '50k clients: opening the list of all, ms',
        Math.min(...openingAll),
        60,
        `median ${median(openingAll).toFixed(1)}`,
      ],
      ['50k clients: DOM nodes in the list', nodes, 400, ''],
      ['1M sales: longest block of the page, ms', block, 50, 'while the screens import'],
    ];
  } finally {
    await browser.close();
  }
}
