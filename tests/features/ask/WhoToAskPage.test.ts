import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import WhoToAskPage from '../../../src/features/ask/WhoToAskPage.svelte';
import { formatDay, formatMoney } from '../../../src/i18n/formats';
import { Failure } from '../../../src/storage/failure';
import type { AskRow } from '../../../src/workers/reasonsJobs';
import { anAskRow } from '../../support/aCase';
import { aHeadline, aSession, openShopLook, renderIn } from '../../support/aSession';
import { aWindow } from '../../support/aWindow';
import { day } from '../../support/salesLog';

const rows = [
  anAskRow(),
  anAskRow({ client: 8, name: 'Bruno Costa', phone: '', fresh: false, weeks: 20, begun: true }),
  anAskRow({ client: 9, name: 'Clara Dahl', fresh: false, weeks: 60, oldAnswer: day('2025-03-01') }),
];

const open = (whoToAsk: readonly AskRow[] | Failure, look = openShopLook()) => {
  const answer = whoToAsk instanceof Failure ? () => Promise.reject(whoToAsk) : whoToAsk;
  renderIn(aSession({ look, answers: { whoToAsk: answer } }).session, WhoToAskPage);
};

const item = async (name: string) =>
  within((await screen.findByRole('link', { name })).closest<HTMLElement>('[role="listitem"]')!);

beforeEach(() => {
  aWindow({ rowHeight: 136 });
  location.hash = '#/reasons/ask';
});

describe('whom to ask next', () => {
  it('stands with value and age of the loss, each with a conversation, a quick note and a call', async () => {
    open(rows);
    const anna = await item('Anna Berg');
    const value = formatMoney(48_000, 'EUR', { rounded: true });
    expect(anna.getByText(/lost 4 weeks ago/)).toHaveTextContent(`${value} a year · lost 4 weeks ago`);
    expect(anna.getByText('Best time')).toBeVisible();
    expect(anna.getByRole('link', { name: 'Ask Anna Berg' })).toHaveAttribute('href', '#/clients/7/ask');
    expect(anna.getByRole('link', { name: 'Quick note about Anna Berg' })).toHaveAttribute(
      'href',
      '#/clients/7/reason?from=list',
    );
    expect(anna.getByRole('link', { name: 'Call Anna Berg' })).toHaveAttribute('href', 'tel:+491512345');
  });

  it('tells what was begun and what is to be asked again', async () => {
    open(rows);
    const bruno = await item('Bruno Costa');
    expect(bruno.getByText('Begun')).toBeVisible();
    expect(bruno.getByRole('link', { name: 'Continue with Bruno Costa' })).toBeVisible();
    expect(bruno.queryByRole('link', { name: /^Call/ })).toBeNull();
    const clara = await item('Clara Dahl');
    expect(clara.getByText(`Asked on ${formatDay(day('2025-03-01'))}`)).toBeVisible();
    expect(clara.getByRole('link', { name: 'Ask again: Clara Dahl' })).toBeVisible();
  });

  it('says what is believed where the client was not heard', async () => {
    open([anAskRow({ believed: 'moved' }), anAskRow({ client: 8, name: 'Bruno Costa' })]);
    const anna = await item('Anna Berg');
    expect(anna.getByText('You believe: Moved away. Not heard from them.')).toBeVisible();
    expect((await item('Bruno Costa')).queryByText(/You believe/)).toBeNull();
  });

  it('explains its order with the numbers of the first client', async () => {
    open(rows);
    await item('Anna Berg');
    await userEvent.click(screen.getByText('the order', { exact: false }));
    const value = formatMoney(48_000, 'EUR');
    expect(
      screen.getByText(`Anna Berg: ${value} a year, 4 weeks after leaving: × 1 = ${value}.`),
    ).toBeVisible();
  });

  it('says so when everybody has been asked', async () => {
    open([]);
    expect(await screen.findByRole('heading', { name: 'Everybody has been asked' })).toBeVisible();
  });

  it('says so when nobody is lost', async () => {
    const headline = aHeadline();
    const counts = { ...headline.report.counts, lost: 0, lostTwice: 0 };
    open([], openShopLook({ headline: { ...headline, report: { ...headline.report, counts } } }));
    expect(await screen.findByRole('heading', { name: 'Nobody is lost' })).toBeVisible();
  });

  it('asks for sales where there are none', async () => {
    open(new Failure('nothing-to-save'));
    expect(await screen.findByRole('heading', { name: 'Import your sales first' })).toBeVisible();
  });
});
