import type { Page } from 'playwright-core';
import { checkAndSave, pickFile, words } from '../support/app';
import { DESKTOP, PHONE, startBrowser } from '../support/browser';
import { shownAfter } from './firstScreen';

type Measured = [name: string, value: number, most: number, detail: string];

const TODAY = 20_780;
const PLANS = 5_000;
const STEPS = 8;

/** The figure that Today opens with, and the work of the day, which comes after it with plans and without. */
const HEADLINE = 'strong.total';
const WORK = 'a[href="#/reasons/ask"]';

/** As many plans as a large shop makes in years, a quarter of their steps done; one for each of the dearest clients. */
const savePlans = (worker: Page) =>
  worker.evaluate(
    async ({ today, plans, steps }) => {
      const [shops] = await bench.app([{ name: 'shops', input: null }]);
      const shopId = (shops!.output as { id: string }[])[0]!.id;
      const list = { shopId, statuses: [], query: '', sort: 'value', rising: false, today };
      const [, all] = await bench.app([
        { name: 'shops', input: null },
        { name: 'clientList', input: list },
      ]);
      const { client, length } = all!.output as { client: Uint32Array; length: number };
      const channels = ['call', 'sms', 'email', 'letter', 'visit'];
      const put = Array.from({ length: plans }, (_, k) => ({
        kind: 'plan',
        id: `bench-${k}`,
        rev: 1,
        madeAt: k,
        changedAt: k,
        client: client[k % length],
        lostDate: today - 200,
        reason: k % 3 === 0 ? 'price' : null,
        playbook: 'price',
        responsible: null,
        startedOn: today - (k % 60),
        closed: null,
        override: null,
        greeted: null,
        steps: Array.from({ length: steps }, (_step, n) => ({
          id: `bench-${k}-${n}`,
          template: null,
          what: 'Call and ask',
          channel: channels[n % channels.length],
          due: { kind: 'after', days: 5 },
          message: '',
          offer: null,
          cost: 0,
          minutes: 10,
          aftercare: n === steps - 1,
          who: null,
          dropped: false,
          done: n < 2 ? { on: today - 10, outcome: 'not-reached', why: '', note: '' } : null,
        })),
      }));
      await bench.app([{ name: 'saveEntries', input: { shopId, change: { put } } }]);
    },
    { today: TODAY, plans: PLANS, steps: STEPS },
  );

/** What waits for the owner of many plans in the morning: Today, beside a shop with the same sales and no plan. */
export async function todayWithPlans(url: string, sales: string): Promise<Measured[]> {
  const browser = await startBrowser({ bypassPolicy: true });
  try {
    const page = await browser.page(`${url}#/import`, { viewport: DESKTOP });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await pickFile(page, sales);
    await page.getByRole('button', { name: words('import.columns.next') }).waitFor();
    await checkAndSave(page, 'Many plans');

    const opened = async (selector: string) => {
      const today = await browser.page(`${url}#/`, { viewport: PHONE });
      try {
        return await shownAfter(today, selector);
      } finally {
        await today.close();
      }
    };
    const empty = { headline: await opened(HEADLINE), work: await opened(WORK) };
    const worker = await browser.page(`${url}blank.html`);
    await worker.addScriptTag({ url: `${url}stage.js` });
    await savePlans(worker);
    await worker.close();
    const full = { headline: await opened(HEADLINE), work: await opened(WORK) };
    const of = (one: number, other: number) => `${one.toFixed(0)} / ${other.toFixed(0)} ms at 4 x`;
    return [
      [
        `${PLANS} plans: Today over Today without plans`,
        full.headline / empty.headline,
        1.5,
        of(full.headline, empty.headline),
      ],
      [
        `${PLANS} plans: the work of the day over that of no plans`,
        full.work / empty.work,
        1.5,
        of(full.work, empty.work),
      ],
    ];
  } finally {
    await browser.close();
  }
}
