import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { MessageKey } from '../../src/i18n/messages';
import { openExample, words } from '../support/app';
import { type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';
import { hostileTexts } from '../support/hostileTexts';

const appUrl = inject('appUrl');
const LONG = 2000;
const SHORT = 120;

let device: Device;
let page: Page;
const dialogs: string[] = [];

beforeEach(async () => {
  device = await freshDevice();
  page = await device.page(appUrl);
  dialogs.length = 0;
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openExample(page);
});

afterEach(() => device.close());

/** All hostile texts together, in as few pieces as a field of so many characters allows. */
const packed = (most: number, texts: readonly string[]): readonly string[] =>
  texts.reduce<readonly string[]>((pieces, text) => {
    const last = pieces.at(-1);
    const longer = `${last ?? ''} ${text}`;
    if (last === undefined || longer.length > most) return [...pieces, text.slice(0, most)];
    return [...pieces.slice(0, -1), longer];
  }, []);

const long = packed(LONG, hostileTexts);
/** Names are short: what is longer than one cannot be typed into them. */
const short = packed(
  SHORT,
  hostileTexts.filter((text) => text.length <= SHORT),
);

const open = async (path: string) => {
  await page.goto(`${appUrl}#${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const press = (key: MessageKey) =>
  page
    .getByRole('button', { name: words(key), exact: true })
    .first()
    .click();
const field = (key: MessageKey) => page.getByLabel(words(key)).and(page.locator('input, textarea')).last();

/** Fills a field; what it then holds, as the browser lets it through. */
async function typed(key: MessageKey, text: string): Promise<string> {
  await field(key).fill(text);
  return field(key).inputValue();
}

/** No script ran, nothing of it became markup, and the title is the app's. */
async function expectHarmless(): Promise<void> {
  expect(dialogs).toEqual([]);
  const strange = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter(
        (element) =>
          element.matches('script, iframe, object, embed, img, a[href^="javascript:"]') ||
          element.getAttributeNames().some((name) => name.startsWith('on')),
      )
      .map((element) => element.outerHTML),
  );
  expect(strange).toEqual([]);
  expect(await page.title()).not.toMatch(/[<>{}]|alert|owned/);
}

const pages = async (...paths: readonly string[]) => {
  for (const path of paths) {
    await open(path);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('main [role=status] .spinner').count()).toBe(0);
    await expectHarmless();
  }
};

/** The dearest lost clients about whom nobody has said anything. */
async function notAskedYet(): Promise<readonly string[]> {
  await open('/reasons/clients?view=best&dimension=reason&key=not-asked');
  const rows = page.locator('main').getByRole('listitem').locator('a[href$="/ask"]');
  await rows.first().waitFor();
  const links = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('href') ?? ''));
  return links.map((link) => /clients\/(\d+)/.exec(link)![1]!);
}

const TEXTS = [
  ['words', 'ask.words.label'],
  ['wish', 'ask.wish.label'],
  ['todo', 'ask.todo.label'],
  ['competitor', 'ask.competitor.label'],
] as const satisfies readonly [string, MessageKey][];

test('hostile words in a conversation are kept as they are, and do nothing wherever they are shown', async () => {
  const clients = await notAskedYet();
  expect(clients.length).toBeGreaterThanOrEqual(3);
  const kept: [path: string, key: MessageKey, text: string][] = [];
  for (const [k, text] of long.entries()) {
    const ask = `/clients/${clients[k % clients.length]!}/ask`;
    await open(`${ask}?step=channel`);
    await page.locator('[data-choice]', { hasText: words('ask.channel.call') }).click();
    await open(`${ask}?step=reached`);
    await page.locator('[data-choice]', { hasText: words('ask.reached.reached') }).click();
    for (const [step, key] of TEXTS) {
      const path = `${ask}?step=${step}`;
      await open(path);
      const said = await typed(key, step === 'competitor' ? short[k % short.length]! : text);
      kept.push([path, key, said]);
      await press('ask.next');
    }
    await open(`${ask}?step=whys`);
    await page.getByLabel(words('ask.whys.ask', { n: 1, of: 5 })).fill(text);
    await press('ask.next');
    await open(`${ask}?step=views`);
    await page.locator('main summary').first().click();
    await page.getByLabel(words('ask.views.words')).fill(text);
    await press('ask.next');
  }
  const newest = new Map(kept.map(([path, key, said]) => [path, { key, said }]));
  for (const [path, { key, said }] of newest) {
    await open(path);
    await page.reload();
    await expect.poll(() => field(key).inputValue()).toBe(said);
  }
  for (const client of new Set(clients.slice(0, long.length)))
    await pages(
      `/clients/${client}`,
      `/clients/${client}/ask?step=check`,
      `/clients/${client}/ask?step=views`,
    );
  await pages('/reasons', '/reasons?dimension=competitor', '/reasons/ask');
});

test('hostile notes, reasons, people, changes, causes, complaints and ideas are kept as they are, and do nothing', async () => {
  const [client] = await notAskedYet();
  const kept = new Map<string, string[]>();
  const keep = async (path: string, key: MessageKey, text: string) => {
    kept.set(path, [...(kept.get(path) ?? []), (await typed(key, text)).trim()]);
  };
  const removals = page.getByRole('button', { name: new RegExp(`^${words('ask.quick.remove')}`) });
  for (const text of long) {
    await open(`/clients/${client!}/reason`);
    await page.locator('[data-choice]', { hasText: words('ask.quick.unknown') }).click();
    await keep(`/clients/${client!}/reason`, 'ask.quick.note', text);
    await page.getByText(words('ask.quick.source.client'), { exact: true }).click();
    await press('ask.quick.save');
    await page.getByRole('heading', { name: words('ask.quick.title') }).waitFor({ state: 'detached' });
  }

  const dialog = page.getByRole('dialog');
  const saved = () => dialog.waitFor({ state: 'detached' });
  await open('/reasons/history');
  for (const text of long) {
    await press('history.add');
    await dialog.getByLabel(words('event.sort.other'), { exact: true }).check();
    await dialog.locator('input[type=date]').fill('2026-01-05');
    await keep('/reasons/history', 'history.form.text', text);
    await press('history.save');
    await saved();
  }
  await open('/reasons/people');
  for (const text of short) {
    await press('history.people.add');
    await keep('/reasons/people', 'history.people.form.name', text);
    await press('history.save');
    await saved();
  }
  await open('/reasons/catalogue');
  for (const [k, text] of short.entries()) {
    await press('reasons.catalogue.add');
    await keep('/reasons/catalogue', 'reasons.catalogue.form.words', text);
    await field('reasons.catalogue.form.remedy').fill(long[k % long.length]!);
    await press('reasons.save');
    await saved();
  }
  await open('/reasons/causes');
  for (const text of long) {
    await press('reasons.causes.add');
    await page.getByLabel(words('reasons.causes.form.reason')).selectOption({ index: 1 });
    await keep('/reasons/causes', 'reasons.causes.form.fix', text);
    await press('reasons.save');
    await saved();
  }
  for (const text of long) {
    await open('/reasons/complaints');
    await press('complaint.register.title');
    await keep('/reasons/complaints', 'complaint.register.text', text);
    await press('complaint.register.action');
    await page.waitForURL(/complaints\/./);
    await field('complaint.register.text').waitFor({ state: 'detached' });
    await expectHarmless();
  }
  await open('/reasons/brainstorms');
  await field('storms.new.name').fill(short[0]!);
  await press('storms.new.action');
  await page.waitForURL(/brainstorms\/./);
  for (const text of hostileTexts) {
    await field('storm.idea.label').fill(text);
    await field('storm.idea.label').press('Enter');
  }
  const storm = new URL(page.url()).hash.slice(1);
  const ideas = page.getByRole('region', { name: words('storm.ideas.list') }).getByRole('listitem');
  const said = await ideas.count();
  expect(said).toBeGreaterThan(180);
  await open('/reasons/brainstorms');
  await page
    .getByText(words('storms.line', { day: '', ideas: said }).trim())
    .first()
    .waitFor();

  await pages(
    '/',
    '/loss',
    `/clients/${client!}`,
    `/clients/${client!}/reason`,
    '/reasons',
    '/reasons/history',
    '/reasons/people',
    '/reasons/catalogue',
    '/reasons/causes',
    '/reasons/complaints',
    '/reasons/brainstorms',
    storm,
  );
  expect(await ideas.count()).toBe(said);
  for (const [path, texts] of kept) {
    await open(path);
    const main = page.locator('main');
    for (const text of texts) await expect.poll(() => main.textContent()).toContain(text);
  }
  await open(`/clients/${client!}/reason`);
  await expect.poll(() => removals.count()).toBe(long.length);
});
