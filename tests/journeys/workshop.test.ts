import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openExample, words } from '../support/app';
import { barriers, type Device } from '../support/browser';
import { freshDevice } from '../support/freshDevice';

const appUrl = inject('appUrl');

let device: Device;
let page: Page;

beforeEach(async () => {
  device = await freshDevice();
  page = await device.page(appUrl);
  await openExample(page);
});

afterEach(() => device.close());

const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
const press = (name: string) => button(name).click();
const isClean = async () => expect(await barriers(page)).toEqual([]);

test('a brainstorm goes from free ideas over heaps and hidden votes to the clients who left', async () => {
  await page.goto(`${appUrl}#/reasons/brainstorms`);
  await press(words('storms.new.action'));
  const idea = page.getByRole('textbox', { name: words('storm.idea.label') });
  await idea.waitFor();
  for (const text of ['Prices went up', 'Too dear', 'Waited all day', 'Rude at the till']) {
    await idea.fill(text);
    await idea.press('Enter');
  }
  await page
    .getByText(words('storm.ideas.count', { n: 4 }))
    .first()
    .waitFor();
  await isClean();

  await press(words('storm.next.collect'));
  await page.getByRole('heading', { name: words('storm.group.heading') }).waitFor();
  await press('Prices went up');
  await press('Too dear');
  await press(words('storm.chosen.new'));
  await page.getByLabel(words('storm.heap.name')).fill('Too dear for us');
  await isClean();

  await press(words('storm.next.group'));
  await page.getByRole('heading', { name: words('storm.vote.heading') }).waitFor();
  expect(await page.getByText('€').count()).toBe(0);
  for (const [turn, favourite] of [
    [words('storm.vote.begin'), 'Too dear for us'],
    [words('storm.vote.another'), 'Rude at the till'],
  ] as const) {
    await press(turn);
    for (let dot = 0; dot < 3; dot++) await press(words('storm.vote.more', { name: favourite }));
    await press(words('storm.vote.give'));
    await page.getByText(words('storm.vote.thanks')).waitFor();
    expect(await page.getByText(words('storm.votes.line', { n: 3 })).count()).toBe(0);
  }
  await press(words('storm.next.vote'));
  await page.getByRole('heading', { name: words('storm.attach.heading') }).waitFor();
  expect(await page.getByText(words('storm.votes.line', { n: 3 })).count()).toBe(2);

  await page.getByLabel(words('storm.reason.label', { name: 'Rude at the till' })).selectOption('rudeness');
  const client = page.getByRole('group', { name: /^Why .* left$/ }).first();
  const name = /^Why (.*) left$/.exec((await client.getAttribute('aria-label'))!)![1]!;
  await client.getByRole('button', { name: 'Rude at the till' }).click();
  await isClean();
  await press(words('storm.next.attach'));
  await page.getByRole('table').first().waitFor();
  await page.reload();
  await page.getByRole('heading', { name: words('storm.done.heading') }).waitFor();

  await page.goto(`${appUrl}#/reasons/clients?view=best&dimension=reason&key=rudeness`);
  await page.getByRole('link', { name }).first().waitFor();
});

test('a cause is taken from the money it costs, given to somebody, and done', async () => {
  await page.goto(`${appUrl}#/reasons/causes?reason=price`);
  await page.getByLabel(words('reasons.causes.form.fix')).fill('Say what the price holds');
  await page.getByLabel(words('reasons.causes.form.cost')).fill('120,50');
  await page.getByLabel(words('reasons.causes.form.due')).fill('2031-03-01');
  await isClean();
  await press(words('reasons.save'));
  await page.getByText('Say what the price holds').first().waitFor();
  await page.reload();
  await page.getByText('Say what the price holds').first().waitFor();
  await page.getByText('€120.50').first().waitFor();
  await press(words('reasons.causes.done.of', { label: words('reason.price') }));
  await page.getByText(words('reasons.causes.done.said')).first().waitFor();
});
