import { afterEach, expect, inject, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { MessageKey } from '../../src/i18n/messages';
import { figure, numberIn, openExample, words } from '../support/app';
import {
  barriers,
  forgetProfile,
  freshProfile,
  startBrowser,
  until,
  type Device,
  type DeviceOptions,
} from '../support/browser';
import { freshDevice } from '../support/freshDevice';
import { keyboard, thumb, type Hand } from '../support/hands';

const appUrl = inject('appUrl');

const devices: Device[] = [];
const aDevice = async (options: DeviceOptions = {}): Promise<Device> => {
  const device = await freshDevice({ touch: true, ...options });
  devices.push(device);
  return device;
};
afterEach(async () => {
  for (const device of devices.splice(0)) await device.close();
});

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first();
const link = (page: Page, name: string): Locator => page.getByRole('link', { name, exact: true }).first();
const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const field = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true }).last();

const questionWords = (step: string) => words(`ask.${step}` as MessageKey);
/** Resolves when a question is on the screen. */
const standsAt = (page: Page, step: string) =>
  expect.poll(() => heading(page).innerText()).toBe(questionWords(step));

/** What a client said, and what came of it: the answers of one whole conversation with a client who was reached. */
const TALK = {
  view: 'They always waited at the counter',
  words: 'It got too expensive for what it is',
  why: 'Elsewhere they ask me what it is for',
  root: 'On Fridays two of you serve twenty',
  wish: 'That somebody looks up when I come in',
  competitor: 'Petals by the bridge',
  todo: 'Two people at the counter on Fridays',
  stated: words('reason.price'),
  real: words('reason.rudeness'),
} as const;

/** How each question is answered, in the order in which they must come. */
const answers = (page: Page, hand: Hand): readonly [question: string, answer: () => Promise<void>][] => [
  ['story', () => hand.goOn()],
  [
    'views',
    async () => {
      await hand.press(page.locator('main summary').first());
      await hand.write(field(page, words('ask.views.words')), TALK.view);
      await hand.goOn();
    },
  ],
  ['channel', () => hand.choose(words('ask.channel.call'))],
  ['asker', () => hand.choose(words('ask.asker.head'))],
  ['script', () => hand.goOn()],
  ['reached', () => hand.choose(words('ask.reached.reached'))],
  ['words', () => writeAndGoOn(page, hand, words('ask.words.label'), TALK.words)],
  ['stated', () => chooseAndGoOn(hand, TALK.stated)],
  [
    'whys',
    async () => {
      await hand.write(field(page, words('ask.whys.ask', { n: 1, of: 5 })), TALK.why);
      await hand.press(button(page, words('ask.whys.root.no')));
      await hand.write(field(page, words('ask.whys.ask', { n: 2, of: 5 })), TALK.root);
      await hand.press(button(page, words('ask.whys.root.yes')));
      await page.getByText(words('ask.whys.found')).waitFor();
      await hand.goOn();
    },
  ],
  ['wish', () => writeAndGoOn(page, hand, words('ask.wish.label'), TALK.wish)],
  ['real', () => chooseAndGoOn(hand, TALK.real)],
  ['severity', () => hand.choose(words('severity.4'))],
  ['human', () => hand.choose(words('ask.human.yes'))],
  ['competitor', () => writeAndGoOn(page, hand, words('ask.competitor.label'), TALK.competitor)],
  ['todo', () => writeAndGoOn(page, hand, words('ask.todo.label'), TALK.todo)],
  ['chance', () => hand.choose(words('ask.chance.40'))],
  ['cost', () => writeAndGoOn(page, hand, words('ask.cost.label'), '25')],
  ['minutes', () => chooseAndGoOn(hand, words('ask.minutes.quick.60'))],
  ['others', () => hand.choose(words('ask.others.good'))],
  ['verdict', () => hand.choose(words('ask.verdict.must-return'))],
];

async function writeAndGoOn(page: Page, hand: Hand, label: string, text: string): Promise<void> {
  await hand.write(field(page, label), text);
  await hand.goOn();
}

async function chooseAndGoOn(hand: Hand, choice: string): Promise<void> {
  await hand.choose(choice);
  await hand.goOn();
}

/** Answers all questions before one. */
async function answerUpTo(page: Page, hand: Hand, step: string): Promise<void> {
  for (const [question, answer] of answers(page, hand)) {
    await standsAt(page, question);
    if (question === step) return;
    await answer();
  }
}

/** How far the bar says the conversation has come, and the place in "4 of about 9"; the check has no place. */
async function progress(page: Page): Promise<{ share: number; position: number; about: number }> {
  const bar = page.getByRole('progressbar', { name: words('ask.progress.label') });
  const [share, text] = await Promise.all(
    ['aria-valuenow', 'aria-valuetext'].map((name) => bar.getAttribute(name)),
  );
  const [position, about] = (text!.match(/\d+/g) ?? [Infinity, Infinity]).map(Number);
  return { share: Number(share), position: position!, about: about! };
}

const firstClient = (page: Page): Locator =>
  page.locator('main').getByRole('listitem').locator('a[href^="#/clients/"]').first();
const idIn = (address: string | null): string => /clients\/(\d+)/.exec(address ?? '')![1]!;

/** The client whom it is best to ask next. */
async function firstToAsk(page: Page): Promise<{ client: string; name: string }> {
  await page.goto(`${appUrl}#/reasons/ask`);
  const row = firstClient(page);
  return { client: idIn(await row.getAttribute('href')), name: (await row.textContent())!.trim() };
}

/** The dearest lost client about whom nobody has said anything. */
async function notAskedYet(page: Page): Promise<string> {
  await page.goto(`${appUrl}#/reasons/clients?view=best&dimension=reason&key=not-asked`);
  return idIn(await firstClient(page).getAttribute('href'));
}

/** The yearly loss by reason as the table of the reasons page has it, and the sum over all, in the currency. */
async function moneyByReason(page: Page): Promise<{ of: (reason: string) => number; sum: number }> {
  await page.goto(`${appUrl}#/reasons`);
  await button(page, words('ui.chart.asTable')).tap();
  const rows = page.getByRole('region', { name: words('reasons.money.title') }).locator('tbody tr');
  await rows.first().waitFor();
  const lines = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim())),
  );
  const money = new Map(lines.map(([reason, aYear]) => [reason!, numberIn(aYear!)]));
  return {
    of: (reason) => money.get(reason) ?? 0,
    sum: [...money.values()].reduce((sum, part) => sum + part, 0),
  };
}

/** The reasons in view are never led by price, in none of their groups. */
async function expectPriceNotFirst(page: Page): Promise<void> {
  const groups = page.locator('main section:has(> ul [data-choice])');
  const first = await groups.evaluateAll((all) =>
    all.map((group) => group.querySelector('[data-choice]')!.textContent.trim()),
  );
  expect(first.length).toBeGreaterThan(1);
  for (const price of ['reason.price', 'reason.cheaper-rival'] as const)
    expect(first).not.toContain(words(price));
}

test('a whole conversation by thumb ends with the answers on the client’s page and the money under its reason', async () => {
  const page = await (await aDevice()).page(appUrl);
  const hand = thumb(page, words('ask.next'));
  await openExample(page);
  const before = await moneyByReason(page);
  const client = await notAskedYet(page);
  await page.goto(`${appUrl}#/clients/${client}`);
  const value = numberIn(await figure(page, 'value'));
  await link(page, words('client.why.ask')).tap();

  let last = { share: -1, position: 0, about: 0 };
  for (const [question, answer] of answers(page, hand)) {
    await standsAt(page, question);
    await expect.poll(async () => (await progress(page)).position).toBe(last.position + 1);
    const now = await progress(page);
    expect(now.share).toBeGreaterThanOrEqual(last.share);
    expect(now.about).toBeGreaterThanOrEqual(now.position);
    last = now;
    if (question === 'stated' || question === 'real') await expectPriceNotFirst(page);
    await answer();
  }

  await standsAt(page, 'check');
  expect((await progress(page)).share).toBe(100);
  expect(await barriers(page)).toEqual([]);
  const check = await page.locator('main').innerText();
  for (const said of Object.values(TALK)) expect(check).toContain(said);
  for (const key of ['ask.channel.call', 'severity.4', 'ask.human.yes', 'ask.verdict.must-return'] as const)
    expect(check).toContain(words(key));
  await button(page, words('ask.check.done')).tap();
  await page.getByText(words('ask.done.title')).waitFor();
  await page.getByText(words('ask.saved')).waitFor();

  await link(page, words('ask.done.client')).tap();
  await page.waitForURL(new RegExp(`clients/${client}$`));
  expect(await figure(page, 'why-real')).toContain(TALK.real);
  expect(await figure(page, 'why-stated')).toContain(TALK.stated);
  expect(await figure(page, 'severity')).toContain(words('severity.4'));
  expect(await page.locator('blockquote').innerText()).toBe(TALK.words);

  const after = await moneyByReason(page);
  const moved = (reason: string) => after.of(reason) - before.of(reason);
  expect(value).toBeGreaterThan(0);
  expect(moved(TALK.real)).toBeCloseTo(value, 1);
  expect(moved(words('reason.not-asked'))).toBeCloseTo(-value, 1);
  expect(moved(TALK.stated)).toBeCloseTo(0, 1);
  expect(after.sum).toBeCloseTo(before.sum, 2);
});

test('a whole conversation by keyboard: every question takes the focus, digits choose, Enter goes on', async () => {
  const page = await (await aDevice({ touch: false })).page(appUrl);
  const hand = keyboard(page, words('ask.next'));
  await hand.press(button(page, words('today.start.example')));
  await page.waitForURL(/#\/loss/);
  const { name } = await firstToAsk(page);
  await hand.press(link(page, words('ask.next.ask.of', { name })));

  for (const [question, answer] of answers(page, hand)) {
    await standsAt(page, question);
    if (question !== 'story')
      await expect.poll(() => page.locator(':focus').innerText()).toBe(questionWords(question));
    await answer();
  }
  await standsAt(page, 'check');
  await expect.poll(() => page.locator(':focus').innerText()).toBe(questionWords('check'));
  for (const said of Object.values(TALK)) await page.getByText(said).first().waitFor();
  await hand.press(button(page, words('ask.check.done')));
  await hand.press(link(page, words('ask.done.client')));
  await expect.poll(() => figure(page, 'why-real')).toContain(TALK.real);
});

/** Whether a text stands in a database of a shop, read past the app. */
const isStored = (page: Page, text: string): Promise<boolean> =>
  page.evaluate(async (wanted) => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const found = await Promise.all(
      names
        .filter((name) => name.startsWith('boomerang-shop-'))
        .map(async (name) => {
          const db = await new Promise<IDBDatabase>((resolve, reject) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error!);
          });
          const entries = await new Promise<unknown[]>((resolve, reject) => {
            const request = db.transaction('entries').objectStore('entries').getAll();
            request.onsuccess = () => resolve(request.result as unknown[]);
            request.onerror = () => reject(request.error!);
          });
          db.close();
          return JSON.stringify(entries).includes(wanted);
        }),
    );
    return found.includes(true);
  }, text);

test('killed in the middle of a sentence, the conversation goes on where it stood, with all that was said', async () => {
  const profile = freshProfile();
  const killed = await startBrowser({ profile, touch: true });
  const page = await killed.page(appUrl);
  const hand = thumb(page, words('ask.next'));
  await openExample(page);
  const client = await notAskedYet(page);
  await page.goto(`${appUrl}#/clients/${client}/ask`);
  await answerUpTo(page, hand, 'words');
  await hand.write(field(page, words('ask.words.label')), TALK.words);
  await until(() => isStored(page, TALK.words), 'the words to be saved');
  await page.keyboard.insertText(', and then');
  await killed.kill();

  const again = await startBrowser({ profile, touch: true });
  try {
    const next = await again.page(`${appUrl}#/clients/${client}`);
    await link(next, words('client.why.goOn')).tap();
    await standsAt(next, 'stated');
    await button(next, words('ask.back')).tap();
    await standsAt(next, 'words');
    await expect.poll(() => field(next, words('ask.words.label')).inputValue()).toContain(TALK.words);
    await next.goto(`${appUrl}#/clients/${client}/ask?step=check`);
    await standsAt(next, 'check');
    for (const said of [TALK.view, words('ask.channel.call'), words('ask.asker.head'), TALK.words])
      await next.getByText(said).first().waitFor();
  } finally {
    await again.leave();
    forgetProfile(profile);
  }
});

test('a note at the counter takes four taps, stands on the client’s page, to which it leads back, and can be taken back', async () => {
  const page = await (await aDevice()).page(appUrl);
  await openExample(page);
  const client = await notAskedYet(page);
  await page.goto(`${appUrl}#/clients/${client}`);
  await link(page, words('client.why.quick')).tap();
  await page.getByText(words('ask.quick.source.client'), { exact: true }).tap();
  const lateDelivery = page.locator('[data-choice]', { hasText: words('reason.late-delivery') });
  await page.locator('[data-choice]').first().waitFor();
  if ((await lateDelivery.count()) === 0) await button(page, words('ask.quick.more')).tap();
  await lateDelivery.tap();
  await button(page, words('ask.quick.save')).tap();
  await page.waitForURL(new RegExp(`clients/${client}$`));
  expect(await figure(page, 'why-stated')).toContain(words('reason.late-delivery'));
  await link(page, words('client.why.quick')).tap();
  const noted = page
    .locator('main')
    .getByRole('listitem')
    .filter({ hasText: words('ask.quick.remove') });
  await noted.filter({ hasText: words('reason.late-delivery') }).waitFor();
  expect(await barriers(page)).toEqual([]);

  await noted.getByRole('button', { name: new RegExp(`^${words('ask.quick.remove')}`) }).tap();
  await noted.waitFor({ state: 'detached' });
  await button(page, words('ask.quick.undo')).tap();
  await noted.waitFor();
  await noted.getByRole('button', { name: new RegExp(`^${words('ask.quick.remove')}`) }).tap();
  await noted.waitFor({ state: 'detached' });
  await page.goto(`${appUrl}#/clients/${client}`);
  await page.getByText(words('client.why.none')).waitFor();
});

test('Back walks back question by question and out to where one came from; a reload stays at the question', async () => {
  const page = await (await aDevice()).page(appUrl);
  const hand = thumb(page, words('ask.next'));
  await openExample(page);
  const client = await notAskedYet(page);
  await page.goto(`${appUrl}#/clients/${client}`);
  await link(page, words('client.why.ask')).tap();
  await answerUpTo(page, hand, 'script');
  await page.reload();
  await standsAt(page, 'script');
  for (const step of ['asker', 'channel', 'views', 'story'] as const) {
    await page.goBack();
    await standsAt(page, step);
  }
  await page.goBack();
  await page.waitForURL(new RegExp(`clients/${client}$`));
  await link(page, words('client.why.goOn')).tap();
  await standsAt(page, 'script');
  for (const step of ['asker', 'channel', 'views', 'story'] as const) {
    await button(page, words('ask.back')).tap();
    await standsAt(page, step);
  }
});

const CONTACT = 'main :is(a[href^="tel:"], a[href^="sms:"], a[href^="mailto:"])';

test('a client who must not be contacted is on no list of whom to ask, and the conversation offers no call', async () => {
  const page = await (await aDevice()).page(appUrl);
  await openExample(page);
  const { client, name } = await firstToAsk(page);
  const script = `${appUrl}#/clients/${client}/ask?step=script`;
  await page.goto(script);
  await page.locator(CONTACT).first().waitFor();

  await page.goto(`${appUrl}#/clients/${client}`);
  await button(page, words('client.contact.edit')).tap();
  await page.getByRole('switch', { name: words('client.form.leaveAlone') }).tap();
  await button(page, words('client.form.save')).tap();
  await page.getByText(words('client.contact.leaveAlone')).waitFor();
  expect(await page.locator(CONTACT).count()).toBe(0);
  expect(await link(page, words('client.why.ask')).count()).toBe(0);

  await page.goto(`${appUrl}#/reasons/ask`);
  await page
    .getByRole('list', { name: words('ask.next.list') })
    .getByRole('listitem')
    .first()
    .waitFor();
  expect(await link(page, name).count()).toBe(0);
  await page.goto(script);
  await standsAt(page, 'real');
  await page.goto(`${appUrl}#/clients/${client}/ask?step=channel`);
  await standsAt(page, 'channel');
  await page.getByText(words('ask.dnc.title'), { exact: true }).waitFor();
  expect(await page.locator(CONTACT).count()).toBe(0);
});
