import { afterEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openExample, words } from '../support/app';
import { barriers, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';
import { serve } from '../support/serve';

const appUrl = inject('appUrl');
const folder = inject('appFolder');

const devices: Device[] = [];
const aDevice = async (): Promise<Device> => {
  const device = await freshDevice();
  devices.push(device);
  return device;
};
afterEach(async () => {
  for (const device of devices.splice(0)) await device.close();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
/** On to the next question, whether this one was answered or not. */
const onward = (page: Page) =>
  (['answer.next', 'answer.finish', 'answer.skip'] as const)
    .map((key) => page.getByRole('button', { name: words(key), exact: true }))
    .reduce((either, or) => either.or(or))
    .first();
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).first().waitFor();

/** The first client who should be asked why they left, from the list. */
async function firstToAsk(page: Page, url: string): Promise<string> {
  await page.goto(`${url}#/reasons/ask`);
  const link = page.locator('main a[href^="#/clients/"]').first();
  await link.waitFor();
  return /clients\/(\d+)/.exec((await link.getAttribute('href')) ?? '')![1]!;
}

/** The message with the link that would be sent to a lost client. */
async function madeLink(page: Page, url: string, client: string): Promise<string> {
  await page.goto(`${url}#/clients/${client}/survey`);
  await page.getByRole('button', { name: words('survey.way.link') }).click();
  await press(page, words('survey.link.make'));
  const message = page.getByLabel(words('survey.link.message'));
  await message.waitFor();
  return message.inputValue();
}

/** Answers the questions behind a link as somebody on their own phone would; the message they would send back. */
async function answered(page: Page, link: string, why: string): Promise<string> {
  await page.goto(link);
  await press(page, words('answer.start'));
  const reply = page.getByLabel(words('answer.done.full'));
  for (let step = 0; step < 12 && !(await reply.isVisible()); step++) {
    const asked = await page.locator('main').innerText();
    const late = page.getByRole('checkbox', { name: words('answer.reason.late-delivery') });
    if (asked.includes(words('answer.why.lost'))) await page.getByRole('textbox').fill(why);
    if (await late.isVisible()) await late.check();
    await onward(page).click();
    await expect.poll(() => page.locator('main').innerText()).not.toBe(asked);
  }
  return reply.inputValue();
}

const linkIn = (message: string): string => /https?:\S+/.exec(message)![0];

async function readIn(page: Page, url: string, message: string): Promise<void> {
  await page.goto(`${url}#/reasons/codes`);
  await page.reload();
  await page.getByLabel(words('codes.paste'), { exact: true }).fill(message);
  await press(page, words('codes.read'));
}

test('a lost client answers on a phone of their own, with the cable out, and the answer comes back as a message', async () => {
  const server = await serve(folder);
  const [shop, client] = [await aDevice(), await aDevice()];
  const [owner, theirs] = [await shop.page(server.url), await client.page(server.url)];
  for (const page of [owner, theirs])
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await openExample(owner);
  const asked = await firstToAsk(owner, server.url);
  const message = await madeLink(owner, server.url, asked);
  expect(message).not.toContain('Fleur');
  await server.close();

  await theirs.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
  });
  const reply = await answered(theirs, linkIn(message), 'The van came at noon, not at nine');
  expect(await barriers(theirs)).toEqual([]);
  expect(await theirs.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

  await readIn(owner, server.url, `On Monday they wrote:\n> ${reply.replaceAll('\n', '\n> ')}\nBye`);
  await heading(owner, words('codes.found.title'));
  await owner.getByText('The van came at noon, not at nine').waitFor();
  await press(owner, words('codes.take'));
  await owner.getByText(words('codes.taken.text')).waitFor();

  await readIn(owner, server.url, reply);
  await owner.getByText(words('codes.refused.twice.title')).waitFor();
  await owner.goto(`${server.url}#/clients/${asked}`);
  await owner.getByText(words('reason.late-delivery')).first().waitFor();
});

test('an answer that was changed, cut short, or meant for another shop is refused, and nothing is kept of it', async () => {
  const [shop, client, other] = [await aDevice(), await aDevice(), await aDevice()];
  const owner = await shop.page(appUrl);
  await openExample(owner);
  const asked = await firstToAsk(owner, appUrl);
  const link = linkIn(await madeLink(owner, appUrl, asked));
  const reply = await answered(await client.page(appUrl), link, 'Too slow');
  const [code] = /bmr1\.\S+/i.exec(reply)!;
  const middle = code.length >> 1;
  const swapped = code[middle]!.toLowerCase() === 'k' ? 'm' : 'k';

  const refusals: [answer: string, title: Parameters<typeof words>[0]][] = [
    [code.slice(0, middle) + swapped + code.slice(middle + 1), 'codes.refused.tampered.title'],
    [code.slice(0, middle), 'codes.refused.damaged.title'],
    [`bmr1.${'a'.repeat(100_000)}`, 'codes.refused.damaged.title'],
    ['Hello, I will answer tomorrow.', 'codes.refused.not-a-code.title'],
  ];
  for (const [answer, title] of refusals) {
    await readIn(owner, appUrl, answer);
    await owner.getByText(words(title)).waitFor();
    expect(await owner.getByRole('button', { name: words('codes.take') }).count()).toBe(0);
  }

  const stranger = await other.page(appUrl);
  await openExample(stranger);
  await readIn(stranger, appUrl, reply);
  await stranger.getByText(words('codes.refused.foreign.title')).waitFor();
  await readIn(owner, appUrl, reply);
  await press(owner, words('codes.take'));
  await owner.getByText(words('codes.taken.text')).waitFor();
});

test('the staff say why clients leave on one device, without names, and the results wait for three of them', async () => {
  const shop = await aDevice();
  const page = await shop.page(appUrl);
  await openExample(page);
  await page.goto(`${appUrl}#/reasons/staff`);
  await press(page, words('staff.start'));
  await press(page, words('staff.passStart'));
  const close = page.getByRole('button', { name: words('staff.close') });
  for (let person = 0; person < 3; person++) {
    await press(page, words('staff.turn.begin'));
    await page.getByRole('checkbox', { name: words('reason.late-delivery') }).check();
    const done = page.getByRole('button', { name: words('staff.turn.finish'), exact: true });
    for (let step = 0; step < 12 && !(await done.isVisible()); step++) {
      const before = await page.locator('main').innerText();
      const unknown = page.getByRole('button', { name: words('staff.turn.client.unknown') });
      if (await unknown.isVisible()) await unknown.click();
      else await onward(page).click();
      await expect.poll(() => page.locator('main').innerText()).not.toBe(before);
    }
    await done.click();
    await page.getByText(words('staff.turn.thanks.text')).waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await press(page, words('staff.turn.thanks.next'));
  }
  await press(page, words('staff.turn.end'));
  await close.click();
  await press(page, words('staff.close.action'));
  await heading(page, words('staff.results'));
  await page.getByText(words('reason.late-delivery')).first().waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('a sheet of paper is printed with a number, and by that number its answers are typed in later', async () => {
  const page = await (await aDevice()).page(appUrl);
  await openExample(page);
  const client = await firstToAsk(page, appUrl);
  await page.goto(`${appUrl}#/clients/${client}/survey`);
  await page.getByRole('button', { name: words('survey.way.paper') }).click();
  await press(page, words('survey.link.make'));
  const printed = page.getByText(/^Number [0-9a-f]{4} [0-9a-f]{4}$/);
  await printed.waitFor();
  const number = (await printed.innerText()).slice('Number '.length);

  await page.goto(`${appUrl}#/reasons/codes`);
  const field = page.getByLabel(words('codes.paper.number'));
  await field.fill('0000 0000');
  await press(page, words('codes.paper.open'));
  await page.getByText(words('codes.paper.unknown')).waitFor();
  await field.fill(number.toUpperCase());
  await press(page, words('codes.paper.open'));
  await page.getByRole('textbox', { name: words('answer.why.lost') }).fill('The van came at noon');
  await onward(page).click();
  await page.getByRole('checkbox', { name: words('answer.reason.late-delivery') }).check();
  await onward(page).click();
  await onward(page).click();
  await heading(page, words('survey.phone.check'));
  expect(await barriers(page)).toEqual([]);
  await press(page, words('survey.phone.save'));
  await page.getByText(words('codes.taken.text')).waitFor();
  await page.goto(`${appUrl}#/clients/${client}`);
  await page.getByText(words('reason.late-delivery')).first().waitFor();
});

test('ideas that people send from their own phones come into the brainstorm once', async () => {
  const [shop, phone] = [await aDevice(), await aDevice()];
  const page = await shop.page(appUrl);
  await openExample(page);
  await page.goto(`${appUrl}#/reasons/brainstorms`);
  await press(page, words('storms.new.action'));
  await press(page, words('storm.codes.make'));
  const link = page.getByLabel(words('storm.codes.link'), { exact: true });
  await link.waitFor();
  const storm = page.url();

  const theirs = await phone.page(appUrl);
  await theirs.goto(await link.inputValue());
  await press(theirs, words('answer.start'));
  await theirs.getByRole('textbox').fill('Cold shop\nNo parking');
  await onward(theirs).click();
  const reply = await theirs.getByLabel(words('answer.done.full')).inputValue();

  await readIn(page, appUrl, reply);
  await press(page, words('codes.take'));
  await page.getByText(words('codes.taken.text')).waitFor();
  await page.goto(storm);
  await page.getByText('Cold shop').waitFor();
  await page.getByText('No parking').waitFor();

  const notice = page.getByText(words('storm.codes.cameIn', { n: 2 }));
  const { x, y, width, height } = (await notice.boundingBox())!;
  const under = await page.evaluate(
    ([left, top]) => document.elementFromPoint(left!, top!)?.closest('.toasts') ?? null,
    [x + width / 2, y + height / 2],
  );
  expect(under).toBeNull();

  await page.reload();
  await page.getByText(words('storm.ideas.count', { n: 2 })).waitFor();
  await readIn(page, appUrl, reply);
  await page.getByText(words('codes.refused.twice.title')).waitFor();
});

test('Back in the middle of a turn leads one question back, and no further than the hand-over', async () => {
  const page = await (await aDevice()).page(appUrl);
  await openExample(page);
  await page.goto(`${appUrl}#/reasons/staff`);
  await press(page, words('staff.start'));
  await press(page, words('staff.passStart'));
  await press(page, words('staff.turn.begin'));
  const late = page.getByRole('checkbox', { name: words('reason.late-delivery') });
  await late.check();
  await onward(page).click();
  await page.getByRole('textbox').waitFor();
  await page.goBack();
  await late.waitFor();
  expect(await late.isChecked()).toBe(true);
  await page.goBack();
  await page.getByRole('dialog').getByText(words('staff.turn.leave.text')).waitFor();
  await press(page, words('staff.turn.leave.drop'));
  await heading(page, words('staff.turn.hand.first'));
  expect(await page.getByRole('link', { name: words('staff.all') }).count()).toBe(0);
});
