import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { MessageKey } from '../../src/i18n/messages';
import { checkAndSave, numberIn, openExample, openRow, pickFile, words } from '../support/app';
import { barriers, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';
import { keyboard } from '../support/hands';
import { daysApart, tillFile, type TillSale } from '../support/tillFile';

const appUrl = inject('appUrl');

let device: Device;
let page: Page;

beforeEach(async () => {
  device = await freshDevice();
});
afterEach(() => device.close());

const button = (key: MessageKey, params = {}): Locator =>
  page.getByRole('button', { name: words(key, params), exact: true }).first();
const press = (key: MessageKey, params = {}) => button(key, params).click();
const follow = (key: MessageKey, params = {}) =>
  page
    .getByRole('link', { name: words(key, params), exact: true })
    .first()
    .click();
const says = (key: MessageKey, params = {}) => page.getByText(words(key, params)).first().waitFor();
const open = async (path: string) => {
  await page.goto(`${appUrl}#${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const main = () => page.locator('main');

/** The morning of a day, by the clock of the page alone: what is waited for still comes. */
const morningOf = (day: string) => device.context.clock.setFixedTime(`${day}T09:00:00`);

/** The next time the app is looked at, on another day. */
async function comeBackOn(day: string, path = '/'): Promise<void> {
  await morningOf(day);
  await open(path);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const CLIENT = 'Anna Peeters';
const anna = { client: CLIENT, phone: '+32470123456', email: 'anna@example.com' };
const others = ['Bart', 'Carla', 'Dirk', 'Els', 'Frank', 'Greet', 'Hugo', 'Ines', 'Jan'];
/** Nine clients who come every fortnight, up to a day; three of them bring more than Anna did. */
const regulars = (to: string): TillSale[] =>
  others.flatMap((client, place) =>
    daysApart(`2025-01-0${place + 1}`, to, 14).map((day) => ({ day, client, amount: place < 3 ? 70 : 40 })),
  );
/** Anna came every fortnight for 50 and stayed away after February. */
const annaBefore = daysApart('2025-02-03', '2026-03-02', 14).map((day): TillSale => ({
  day,
  amount: 50,
  ...anna,
}));

/** What Anna spends when she is back. */
const BACK = 120;
const firstFile = tillFile([...regulars('2026-05-31'), ...annaBefore], 'may.csv');
const secondFile = tillFile(
  [
    ...regulars('2026-06-30').filter(({ day }) => day > '2026-05-20'),
    { day: '2026-06-29', amount: BACK, ...anna },
  ],
  'june.csv',
);
const thirdFile = tillFile(
  [
    ...regulars('2026-07-10').filter(({ day }) => day > '2026-06-25'),
    { day: '2026-07-08', amount: -BACK, ...anna },
  ],
  'july.csv',
);

/** Chooses a file of the shop; the columns are known from the first. */
async function importAgain(csv: ReturnType<typeof tillFile>): Promise<void> {
  await open('/import');
  await pickFile(page, csv);
  await press('import.save.action');
  await page.getByRole('heading', { name: words('import.saved.title') }).waitFor();
}

/** What stands under the name of a figure. */
const stat = (key: MessageKey, params = {}): Promise<string> =>
  main()
    .locator(`p:text-is(${JSON.stringify(words(key, params))}) + p`)
    .first()
    .innerText();
const step = (template: string) =>
  main()
    .locator('[data-step]')
    .filter({ has: page.getByRole('heading', { name: words(`step.${template}` as MessageKey) }) });
const inStep = (template: string, key: MessageKey, params = {}) =>
  step(template)
    .getByRole('button', { name: words(key, params), exact: true })
    .first();
const stage = () => page.locator('[data-figure="stage"]').innerText();
const work = () => page.getByRole('list', { name: words('work.list') }).getByRole('listitem');
const outcomeFor = (outcome: string, name = CLIENT) => ({
  outcome: words(`outcome.${outcome}` as MessageKey),
  name,
});

test('a lost client is won back: a reason, a plan, three days of work, a purchase, and what it earned to the cent', async () => {
  await morningOf('2026-06-01');
  page = await device.page(`${appUrl}#/import`);
  await pickFile(page, firstFile);
  await checkAndSave(page, 'Petals');
  await open('/settings');
  await page.getByLabel(words('settings.money.margin')).fill('45');
  await page.getByLabel(words('settings.money.hour')).fill('24');
  await press('settings.bar.keep');
  await says('settings.kept');

  await open('/clients?status=lost');
  await openRow(main().getByRole('link', { name: CLIENT }).first());
  await follow('client.why.quick');
  await page.locator('[data-choice]', { hasText: words('reason.neglect') }).click();
  await page.getByText(words('ask.quick.source.client'), { exact: true }).click();
  await press('ask.quick.save');
  await follow('client.plan.make');
  await says('because.by-reason', { reason: words('reason.neglect') });
  expect(await barriers(page)).toEqual([]);
  await press('plan.accept', { n: 4 });
  await page.waitForURL(/way-back\/plans/);
  const plan = page.url().split('#')[1]!;
  await expect.poll(stage).toBe(words('stage.preparing'));

  // The first day: nobody at home, noted from the first page; a slip of the finger is taken back.
  await comeBackOn('2026-06-01');
  await press('work.quick.of', outcomeFor('reached'));
  await work().first().waitFor({ state: 'detached' });
  await press('work.undo');
  await press('work.quick.of', outcomeFor('not-reached'));
  await says('work.allDone');
  await open(plan);
  await expect.poll(stage).toBe(words('stage.contacted'));

  // The second: the letter, with a gift and postage, on the page of the plan.
  await comeBackOn('2026-06-11', plan);
  const letter = words('step.hand-letter');
  await inStep('hand-letter', 'plan.step.edit', { step: letter }).click();
  await step('hand-letter').getByLabel(words('plan.offer.cost')).fill('3.50');
  await step('hand-letter').getByLabel(words('plan.step.cost')).fill('1.50');
  await inStep('hand-letter', 'plan.step.editDone').click();
  await inStep('hand-letter', 'outcome.done').click();
  await inStep('hand-letter', 'plan.step.undoNamed', { step: letter }).click();
  await inStep('hand-letter', 'outcome.done').click();
  await step('hand-letter').locator('[data-figure="outcome"]').waitFor();

  // The third: on the telephone they promise to come.
  await comeBackOn('2026-06-25');
  await press('work.more.of', { name: CLIENT });
  await press('outcome.promised');
  await says('work.allDone');
  await open(plan);
  await expect.poll(stage).toBe(words('stage.promised'));

  // The file of June holds the purchase.
  await comeBackOn('2026-06-30');
  await importAgain(secondFile);
  await page.getByRole('heading', { name: words('import.back.title', { back: 1, gone: 0 }) }).waitFor();
  await main()
    .getByRole('listitem')
    .filter({ hasText: CLIENT })
    .getByText(/£120\.00 on 29 Jun 2026, 4 days after your last step/)
    .waitFor();
  expect(await barriers(page)).toEqual([]);
  await press('import.back.noted');
  await page
    .getByRole('heading', { name: words('import.back.title', { back: 1, gone: 0 }) })
    .waitFor({ state: 'detached' });
  await open(plan);
  await expect.poll(stage).toBe(words('stage.aftercare'));
  expect(await page.locator('[data-figure="since"]').innerText()).toContain('120.00');
  await follow('plan.toClient', { name: CLIENT });
  await page.getByText(words('status.recovered'), { exact: true }).first().waitFor();

  // Aftercare begins by itself.
  await open('/');
  await press('work.quick.of', outcomeFor('done'));
  await says('work.allDone');

  // A visit, a letter, a call and the aftercare, at 24 an hour; the gift, and the postage; 45 % of the purchase stays.
  const hours = (45 + 20 + 10 + 10) / 60;
  const cost = hours * 24 + 3.5 + 1.5;
  const romi = (BACK * 0.45 - cost) / cost;
  await open('/way-back/earned');
  const label = words('earned.romi.net', { natural: 'no' });
  await page.getByText(label).waitFor();
  expect(await stat('earned.contacted')).toBe('1');
  expect(await stat('earned.recovered')).toBe('1');
  expect(numberIn(await stat('earned.since'))).toBe(BACK);
  expect(numberIn(await stat('earned.cost'))).toBe(cost);
  expect(await stat('earned.romi.net', { natural: 'no' })).toBe(`${Math.round(100 * romi)}%`);
  await page
    .getByText(words('earned.romi.each', { one: '£1.00', back: `£${(1 + romi).toFixed(2)}` }))
    .waitFor();
  expect(await barriers(page)).toEqual([]);

  // The file of July gives all of it back.
  await comeBackOn('2026-07-10', '/import');
  await importAgain(thirdFile);
  await page.getByRole('heading', { name: words('import.back.title', { back: 0, gone: 1 }) }).waitFor();
  await says('import.back.gone');
  await open(plan);
  await expect.poll(stage).toBe(words('stage.promised'));
  await follow('plan.toClient', { name: CLIENT });
  await page.getByText(words('status.lost'), { exact: true }).first().waitFor();
  await open('/way-back/earned');
  await page.getByText(label).waitFor();
  expect(await stat('earned.recovered')).toBe('0');
  expect(numberIn(await stat('earned.since'))).toBe(0);
  expect(numberIn(await stat('earned.romi.net', { natural: 'no' }))).toBe(-100);
});

/** Five clients who stayed away in spring, their numbers as tills hold them, and as the world dials them. */
const LOST = [
  { client: 'Anna Peeters', phone: '0470 12 34 56', dialled: '+32470123456', email: 'anna@example.com' },
  {
    client: 'Hélène Moreau',
    phone: '+33 6 12 34 56 78',
    dialled: '+33612345678',
    email: 'helene@example.fr',
  },
  {
    client: 'Joost de Vries',
    phone: '0031 (0)6 12345678',
    dialled: '+31612345678',
    email: 'joost@example.nl',
  },
  { client: 'Ștefan Radu', phone: '+40 (0)721 234 567', dialled: '+40721234567', email: 'stefan@example.ro' },
  { client: 'Олег Иванов', phone: '+7 (912) 345-67-89', dialled: '+79123456789', email: 'oleg@example.ru' },
] as const;
const shopOfFive = tillFile(
  [
    ...regulars('2026-05-31'),
    ...LOST.flatMap(({ client, phone, email }, place) =>
      daysApart(`2025-06-0${place + 1}`, '2026-03-02', 14).map((day) => ({
        day,
        client,
        phone,
        email,
        amount: 30,
      })),
    ),
  ],
  'five.csv',
);
const nameOf = (place: number) => LOST[place]!.client;

/** Opens the shop on a Monday, and begins plans for all clients it lost, all with one playbook, so many a day. */
async function openWithPlans(
  csv: ReturnType<typeof tillFile>,
  playbook: string,
  aDay: number,
): Promise<void> {
  await morningOf('2026-06-01');
  page = await device.page(`${appUrl}#/import`);
  await pickFile(page, csv);
  await checkAndSave(page, 'Petals');
  await planAll(playbook, aDay);
}

async function planAll(playbook: string, aDay: number): Promise<void> {
  await open('/way-back/many');
  await page.getByRole('button', { name: /^Choose (the|all) / }).click();
  await page.getByLabel(words('many.playbook'), { exact: true }).selectOption(playbook);
  await page.getByLabel(words('many.aDay')).fill(String(aDay));
  await page.getByRole('button', { name: /^Prepare \d+ plan/ }).click();
  await page.getByRole('button', { name: /^Save (all )?\d+ plan/ }).click();
  await page.waitForURL(/#\/way-back$/);
}

const planOf = async (name: string): Promise<string> => {
  await open('/way-back');
  const link = main().getByRole('link', { name, exact: true });
  return (await link.getAttribute('href'))!.slice(1);
};

/** Says on a client’s card that they are not to be contacted. */
async function leaveAlone(name: string): Promise<void> {
  await open('/clients?status=lost');
  await openRow(main().getByRole('link', { name }).first());
  await press('client.contact.edit');
  await page.getByRole('switch', { name: words('client.form.leaveAlone') }).click();
  await press('client.form.save');
  await says('client.contact.leaveAlone');
}

/** Client, first day and steps of every plan that is stored, read past the app. */
const storedPlans = () =>
  page.evaluate(async () => {
    const all = await indexedDB.databases();
    const { name } = all.find((one) => one.name!.startsWith('boomerang-shop-'))!;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name!);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    const plans = await new Promise<{ client: number; startedOn: number; steps: unknown[] }[]>(
      (resolve, reject) => {
        const request = db.transaction('entries').objectStore('entries').index('kind').getAll('plan');
        request.onsuccess = () => resolve(request.result as never);
        request.onerror = () => reject(request.error!);
      },
    );
    db.close();
    return plans.map(({ client, startedOn, steps }) => ({ client, startedOn, steps: steps.length }));
  });

test('two hundred lost clients get a plan each with one playbook, begun on working days, and none gets two', async () => {
  const many = Array.from({ length: 200 }, (_, n) => `Client ${String(n + 1).padStart(3, '0')}`);
  const left = many.flatMap((client, n) =>
    daysApart(`2025-0${1 + (n % 9)}-1${n % 7}`, '2025-12-20', 21).map((day) => ({
      day,
      client,
      amount: 20 + (n % 30),
    })),
  );
  await openWithPlans(tillFile([...regulars('2026-05-31'), ...left], 'many.csv'), 'reminders', 10);
  await says('many.saved', { count: 200 });
  await says('board.count', { count: 200 });

  const plans = await storedPlans();
  expect(plans).toHaveLength(200);
  expect(new Set(plans.map(({ client }) => client)).size).toBe(200);
  const begun = plans.map(({ startedOn }) => startedOn).sort((a, b) => a - b);
  const dates = [...new Set(begun)];
  expect(begun).toEqual(dates.flatMap((day) => Array.from({ length: 10 }, () => day)));
  expect(new Set(dates.map((day) => new Date(day * 86_400_000).getUTCDay()))).toEqual(
    new Set([1, 2, 3, 4, 5]),
  );

  await open('/way-back?stage=preparing');
  await page.locator('[aria-setsize="200"]').first().waitFor();
  await open('/way-back/many');
  await says('many.planned', { count: 200 });
  await says('many.nobody');
  await open('/');
  await says('work.count', { count: 10, overdue: 0 });
  expect(await barriers(page)).toEqual([]);
});

test('a letter comes out of the printer with the address, the name and the text, and nothing else, on A4 and A5', async () => {
  await openWithPlans(shopOfFive, 'neglect', 5);
  await open('/clients?status=lost');
  await openRow(
    main()
      .getByRole('link', { name: nameOf(1) })
      .first(),
  );
  await press('client.contact.edit');
  await page.getByLabel(words('client.form.address')).fill('12 rue des Lilas\n69003 Lyon');
  await press('client.form.save');
  await says('client.form.saved');

  await open(await planOf(nameOf(1)));
  await page
    .getByRole('button', {
      name: words('plan.step.prepareOf', { way: 'message', step: words('step.hand-letter') }),
    })
    .click();
  await follow('message.edit.letter');
  await page.getByRole('heading', { name: words('letter.title') }).waitFor();
  const text = 'You were right about the Friday.\n\nTwo of us stand at the counter now.';
  await page.getByLabel(words('message.edit.text')).fill(text);
  await page.getByRole('radio', { name: words('letter.way.print') }).check();
  expect(await barriers(page)).toEqual([]);

  for (const [paper, wide, high] of [
    ['a4', 595, 842],
    ['a5', 420, 595],
  ] as const) {
    await page.getByRole('radio', { name: words(`letter.size.${paper}`) }).check();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(pages.map(([, ...size]) => size.map((points) => Math.round(Number(points))))).toEqual([
      [wide, high],
    ]);
  }

  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const printed = await page.locator('body').innerText();
  for (const part of [
    nameOf(1),
    '12 rue des Lilas',
    '69003 Lyon',
    'Petals',
    '1 June 2026',
    ...text.split('\n\n'),
  ])
    expect(printed).toContain(part);
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('button').count()).toBe(0);
});

test('the week goes into a calendar: the next step of each plan with an alarm, none of a client who is left alone', async () => {
  await openWithPlans(shopOfFive, 'neglect', 2);
  await leaveAlone(nameOf(3));
  await open('/way-back/week');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words('week.calendar.action', { count: 4 }) }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('boomerang.ics');
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(await download.path(), 'utf8')) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  const titles = events.map(({ summary }) => summary);
  for (const [place, { client }] of LOST.entries())
    expect(titles.filter((title) => title.includes(client))).toHaveLength(place === 3 ? 0 : 1);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(4);
  for (const { component, startDate } of events) {
    expect(startDate.isDate).toBe(true);
    expect(['2026-06-01', '2026-06-02', '2026-06-03']).toContain(startDate.toString());
    const [alarm, ...more] = component.getAllSubcomponents('valarm');
    expect(more).toEqual([]);
    expect(alarm!.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(String(alarm!.getFirstPropertyValue('trigger'))).toBe('PT9H');
  }
});

test('WhatsApp, SMS, mail and the telephone open with the right number and text, whatever the country', async () => {
  await openWithPlans(shopOfFive, 'reminders', 5);
  await open('/way-back/letterhead');
  await page.getByLabel(words('letterhead.country')).selectOption('BE');
  await says('letterhead.saved');
  const text = 'Is all well? 50 % & more: “très bien”\nPetals';
  for (const { client, dialled, email } of LOST) {
    await open(await planOf(client));
    await page
      .getByRole('button', {
        name: words('plan.step.prepareOf', { way: 'message', step: words('step.reminder-first') }),
      })
      .click();
    const card = page.getByRole('region', { name: words('message.edit.title') });
    const link = async (channel: 'whatsapp' | 'sms' | 'email' | 'call'): Promise<string> => {
      await card.getByLabel(words('message.edit.channel'), { exact: true }).selectOption(channel);
      await card.getByRole('button', { name: words('message.edit.trial.use') }).click();
      const field = card.getByLabel(words(channel === 'call' ? 'message.edit.script' : 'message.edit.text'));
      await field.fill(text);
      const name =
        channel === 'call'
          ? words('message.edit.call', { phone: dialled })
          : words('message.edit.open', { channel: words(`channel.${channel}`) });
      return (await card.getByRole('link', { name }).getAttribute('href'))!;
    };
    const body = encodeURIComponent(text);
    expect(await link('whatsapp')).toBe(`https://wa.me/${dialled.slice(1)}?text=${body}`);
    expect(await link('sms')).toBe(`sms:${dialled}?&body=${body}`);
    const mail = new URL(await link('email'));
    expect([mail.protocol, mail.pathname]).toEqual(['mailto:', email]);
    expect(mail.searchParams.get('body')).toBe(text.replace('\n', '\r\n'));
    expect(mail.searchParams.get('subject')).toBeTruthy();
    expect(await link('call')).toBe(`tel:${dialled}`);
  }
});

test('who asked to be left alone has no plan, no message and no step, wherever one looks', async () => {
  await openWithPlans(shopOfFive, 'neglect', 5);
  const left = nameOf(1);
  const plan = await planOf(left);
  await open('/');
  await work().filter({ hasText: left }).waitFor();
  await open(plan);
  const ways = main().getByRole('button', { name: /^(Write it|What to say)/ });
  await ways.first().waitFor();

  await leaveAlone(left);
  await open('/');
  await work()
    .filter({ hasText: nameOf(0) })
    .waitFor();
  expect(await work().filter({ hasText: left }).count()).toBe(0);
  await open('/way-back/week');
  await main()
    .getByRole('link', { name: nameOf(0) })
    .first()
    .waitFor();
  expect(await main().getByText(left).count()).toBe(0);
  await open(plan);
  await says('plan.leftAlone.text');
  await step('apology').waitFor();
  expect(await ways.count()).toBe(0);
  expect(
    await main().locator('a:is([href^="tel:"], [href^="sms:"], [href^="mailto:"], [href^="https:"])').count(),
  ).toBe(0);
  expect(
    await main()
      .getByRole('button', { name: words('outcome.reached') })
      .count(),
  ).toBe(0);
});

test('who asked to be left alone before any plan is offered none, alone or among many', async () => {
  await morningOf('2026-06-01');
  page = await device.page(`${appUrl}#/import`);
  await pickFile(page, shopOfFive);
  await checkAndSave(page, 'Petals');
  await leaveAlone(nameOf(2));
  const client = /clients\/(\d+)/.exec(page.url())![1]!;
  expect(
    await main()
      .getByRole('link', { name: words('client.plan.make') })
      .count(),
  ).toBe(0);
  await open(`/clients/${client}/plan`);
  await says('plan.leftAlone.text');
  expect(await page.getByRole('button', { name: /^Begin with/ }).count()).toBe(0);
  await planAll('neglect', 5);
  await says('board.count', { count: 4 });
  expect(await main().getByText(nameOf(2)).count()).toBe(0);
});

test('the list of today is worked off with keys alone, and a slip is taken back', async () => {
  await openWithPlans(shopOfFive, 'neglect', 5);
  await open('/');
  const hand = keyboard(page, '');
  const isSomewhere = () => page.evaluate(() => document.activeElement !== document.body);
  await expect.poll(() => work().count()).toBe(5);
  const [first, second] = await work().locator('p > a[href^="#/way-back/plans/"]').allInnerTexts();

  await hand.press(button('work.quick.of', outcomeFor('done', first)));
  await expect.poll(() => work().count()).toBe(4);
  await expect.poll(isSomewhere).toBe(true);
  await hand.press(button('work.undo'));
  await expect.poll(() => work().count()).toBe(5);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(first);

  await hand.press(button('work.more.of', { name: second }));
  await hand.press(button('outcome.refused'));
  await hand.write(page.getByLabel(words('work.outcome.why')), 'Too far to walk');
  await hand.press(button('work.outcome.keep'));
  await expect.poll(() => work().count()).toBe(4);
  await hand.press(page.getByRole('button', { name: words('work.undo'), exact: true }).last());
  await expect.poll(() => work().count()).toBe(5);

  await hand.press(button('work.more.of', { name: second }));
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await expect.poll(isSomewhere).toBe(true);
  expect(await work().count()).toBe(5);
});

test('the bars of the funnel are as long as their shares say', async () => {
  page = await device.page(appUrl);
  await openExample(page);
  await open('/way-back');
  const rows = page.getByRole('region', { name: words('board.funnel') }).locator('dl > dd');
  await rows.first().waitFor();
  const bars = await rows.evaluateAll((all) =>
    all.map((row) => ({
      percent: Number(/(\d+)%/.exec(row.textContent)![1]),
      width: row.querySelector('[aria-hidden]')!.getBoundingClientRect().width,
    })),
  );
  expect(bars.map(({ percent }) => percent)).toContain(100);
  const whole = Math.max(...bars.map(({ width }) => width));
  for (const { percent, width } of bars) expect(Math.abs((100 * width) / whole - percent)).toBeLessThan(2);
});
