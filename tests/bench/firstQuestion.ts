import type { Locator, Page } from 'playwright-core';
import { checkAndSave, pickFile, words } from '../support/app';
import { PHONE, slowDown, startBrowser } from '../support/browser';

type Measured = [name: string, value: number, most: number, detail: string];

const ROUNDS = 7;
const THROTTLE = 4;
/** No thumb is faster on a button that was not there before; the page may use the time. */
const REACTION = 400;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

interface Seen {
  /** From the touch to the question in a painted frame, and to all that is known of the client, milliseconds. */
  readonly asked: number;
  readonly told: number;
}

/** Waits in the page for the first touch and for what comes of it; looked at once a frame, so that watching costs nothing. */
const watched = (wanted: string): Promise<Seen> =>
  new Promise((resolve) => {
    addEventListener(
      'pointerdown',
      ({ timeStamp }) => {
        let asked = NaN;
        const painted = (then: (after: number) => void) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => then(performance.now() - timeStamp);
          port2.postMessage(null);
        };
        const look = () => {
          const isAsked = document.querySelector('h1')?.textContent.trim() === wanted;
          const isTold = isAsked && document.querySelector('.story') !== null;
          if (isAsked && Number.isNaN(asked)) painted((after) => (asked = after));
          if (isTold) painted((told) => resolve({ asked, told }));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });

/** One tap on a link to a conversation. */
async function tapped(page: Page, ask: Locator): Promise<Seen> {
  await ask.scrollIntoViewIfNeeded();
  await page.waitForTimeout(REACTION);
  const { x, y, width, height } = (await ask.boundingBox())!;
  const seen = page.evaluate(watched, words('ask.story'));
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  return seen;
}

/** Rounds that begin with a fresh start of the app, so that each tap is the first one of its session. */
async function firstTaps(page: Page, address: string, ask: Locator): Promise<Seen[]> {
  const rounds: Seen[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto('about:blank');
    await page.goto(address);
    rounds.push(await tapped(page, ask));
  }
  return rounds;
}

/** How long a thumb waits for the first question of a conversation, in a shop of 50,000 clients on a slow phone. */
export async function firstQuestion(url: string, million: string): Promise<Measured[]> {
  const browser = await startBrowser({ bypassPolicy: true, touch: true });
  try {
    const page = await browser.page(`${url}#/import`, { viewport: PHONE });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await pickFile(page, million);
    await page.getByRole('button', { name: words('import.columns.next') }).waitFor();
    await checkAndSave(page, 'A million');
    await page.goto(`${url}#/reasons/ask`);
    const row = page
      .getByRole('list', { name: words('ask.next.list') })
      .getByRole('listitem')
      .first();
    const client = await row.locator('a').first().getAttribute('href');
    await slowDown(page, THROTTLE);
    const list = await firstTaps(page, `${url}#/reasons/ask`, row.locator('a[href$="/ask"]'));
    const whyAsk = page.getByRole('link', { name: words('client.why.ask'), exact: true });
    const card = await firstTaps(page, `${url}${client!}`, whyAsk);
    const measured = (name: string, rounds: readonly Seen[]): Measured => [
      `50k clients: ${name} to the first question, ms`,
      median(rounds.map(({ asked }) => asked)),
      100,
      `at 4 x, first tap of a session, worst ${Math.max(...rounds.map(({ asked }) => asked)).toFixed(0)}, ` +
        `with the story ${median(rounds.map(({ told }) => told)).toFixed(0)}`,
    ];
    return [measured('from whom to ask', list), measured('from the client’s page', card)];
  } finally {
    await browser.close();
  }
}
