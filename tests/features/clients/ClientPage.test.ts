import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import ClientPage from '../../../src/features/clients/ClientPage.svelte';
import { formatDay, formatMoney } from '../../../src/i18n/formats';
import { troubles, forget } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import type { ClientDetail, Input } from '../../../src/workers/protocol';
import { aClient, everyDays } from '../../support/aClient';
import { aHeadline, aSession, renderIn, type Answers } from '../../support/aSession';
import { day } from '../../support/salesLog';

const steady = everyDays(21, 10, '2026-02-17').map((date) => [date, 40] as const);
const anna = aClient(steady, {
  asOf: '2026-05-23',
  facts: { phone: '+49 151 2345', email: 'anna@example.org', segment: 'Wedding planner' },
});
const yearly = aClient(
  everyDays(365, 3, '2026-02-17').map((date) => [date, 90] as const),
  { asOf: '2026-05-23' },
);

const open = (client: ClientDetail | null, answers: Answers = {}) => {
  const { session, asked } = aSession({ answers: { client, ...answers } });
  renderIn(session, ClientPage, { params: { id: '7' } });
  return {
    saved: () =>
      asked.filter(({ name }) => name === 'saveCard').map(({ input }) => (input as Input<'saveCard'>).card),
  };
};

beforeEach(() => {
  location.hash = '#/clients/7';
});

describe('the page of a client', () => {
  it('names the client and says where they stand and why', async () => {
    open(anna);
    expect(await screen.findByRole('heading', { level: 1, name: 'Anna Berg' })).toBeVisible();
    expect(screen.getByText(/Usually every 21 days, silent for 95: lost since/)).toBeVisible();
    await userEvent.click(screen.getByText('where this client stands'));
    expect(screen.getByText(/\(2 × /)).toBeVisible();
  });

  it('calls and writes with one tap', async () => {
    open(anna);
    expect(await screen.findByRole('link', { name: 'Call' })).toHaveAttribute('href', 'tel:+491512345');
    expect(screen.getByRole('link', { name: 'Write' })).toHaveAttribute('href', 'mailto:anna@example.org');
  });

  it('offers no call and no letter to somebody who wants to be left alone', async () => {
    open({ ...anna, card: { client: 7, doNotContact: true } });
    expect(await screen.findByText('Do not contact')).toBeVisible();
    expect(screen.getByText(/^This client does not want to be contacted/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Call' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Write' })).not.toBeInTheDocument();
    expect(screen.getByText('+49 151 2345')).toBeVisible();
  });

  it('keeps that somebody wants to be left alone', async () => {
    const { saved } = open(anna, { saveCard: aHeadline() });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const alone = screen.getByRole('switch', { name: 'Do not contact' });
    expect(alone).not.toBeChecked();
    await userEvent.click(alone);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toEqual([{ client: 7, doNotContact: true }]));
  });

  it('draws the visits, says in words what the picture shows, and has it as a table', async () => {
    open(anna);
    expect(await screen.findByRole('img', { name: /^10 visits between .* Lost once\.$/ })).toBeVisible();
    expect(screen.getByText(/^Lost since .*: 95 days without a visit/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
    expect(screen.getByText('10 visits, newest first')).toBeVisible();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(11);
    expect(rows[1]).toHaveTextContent(formatDay(day('2026-02-17')));
    expect(rows[1]).toHaveTextContent(`${formatMoney(4_000, 'EUR')}21 days`);
  });

  it('tells the latest times a client was lost first, and the earlier ones on demand', async () => {
    const log = [0, 1, 2, 3, 4].flatMap((year) =>
      everyDays(21, 6, `${String(2021 + year)}-06-01`).map((date) => [date, 40] as const),
    );
    open(aClient(log, { asOf: '2025-06-05' }));
    const title = await screen.findByRole('heading', { name: 'Times this client was lost' });
    const card = within(title.closest('section')!);
    expect(card.getAllByRole('listitem')).toHaveLength(3);
    await userEvent.click(card.getByRole('button', { name: 'Show 1 earlier time' }));
    expect(card.getAllByRole('listitem')).toHaveLength(4);
  });

  it('explains every figure with this client’s numbers', async () => {
    open(anna);
    await screen.findByRole('heading', { name: 'Figures' });
    expect(
      screen.getAllByText('How is this computed?', { exact: false, selector: 'summary > span' }),
    ).toHaveLength(11);
    await userEvent.click(screen.getByText('Revenue so far', { selector: '.sr-only' }));
    expect(
      screen.getByText(
        `${formatMoney(40_000, 'EUR')} bought − ${formatMoney(0, 'EUR')} given back = ${formatMoney(40_000, 'EUR')}.`,
      ),
    ).toBeVisible();
  });

  it('lists the receipts, newest first, and what was on them', async () => {
    open({ ...anna, receiptCount: 1_204 });
    const title = await screen.findByRole('heading', { name: 'Receipts' });
    const card = within(title.closest('section')!);
    expect(card.getAllByRole('listitem')[0]).toHaveTextContent(formatDay(day('2026-02-17')));
    await userEvent.click(card.getByRole('button', { name: 'Show 2 more receipts' }));
    expect(card.getAllByRole('listitem')).toHaveLength(10);
    expect(card.getByText('The newest 10 of 1,204 receipts.')).toBeVisible();
    expect(card.getByRole('button', { name: 'Show older receipts' })).toBeVisible();
    await userEvent.click(card.getAllByText('Tulips')[0]!);
    const table = card.getByRole('table');
    expect(table).toHaveTextContent('Mia');
    expect(within(table).getByRole('cell', { name: '2' })).toBeVisible();
  });

  it('says so when there is no such client, and leads back to the list', async () => {
    open(null);
    expect(await screen.findByRole('heading', { name: 'This client is not here' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all clients' })).toHaveAttribute('href', '#/clients');
  });

  it('has no strip and no rhythm for a client who never bought', async () => {
    open(aClient([['2026-01-05', -20]], { asOf: '2026-02-01' }));
    expect(await screen.findByText(/only money given back/)).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Visits over time' })).toBeNull();
  });
});

describe('the card of a client', () => {
  it('is edited on the page and keeps only what was changed', async () => {
    const { saved } = open(anna, { saveCard: aHeadline() });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'likes peonies');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toEqual([{ client: 7, note: 'likes peonies' }]));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus());
  });

  it('says which field cannot be kept and saves nothing', async () => {
    const { saved } = open(anna);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const interval = screen.getByRole('textbox', { name: 'Usual interval' });
    await userEvent.type(interval, 'monthly');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(interval).toHaveFocus();
    expect(interval).toHaveAccessibleDescription(/A whole number of days from 1 to 730/);
    expect(saved()).toEqual([]);
  });

  it('keeps what was written when it cannot be saved', async () => {
    open(anna, { saveCard: () => Promise.reject(new Failure('disk-full')) });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), 'likes peonies');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Not saved. What you wrote is still here.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('likes peonies');
    expect(troubles.present.map(({ code }) => code)).toEqual(['disk-full']);
    forget('disk-full');
  });

  it('can be left without saving', async () => {
    const { saved } = open(anna);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'X');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible();
    expect(saved()).toEqual([]);
  });

  it('takes a year as the interval with one tap for a client who looks yearly', async () => {
    const { saved } = open(yearly, { saveCard: aHeadline() });
    await userEvent.click(await screen.findByRole('button', { name: 'Set 365 days' }));
    await waitFor(() => expect(saved()).toEqual([{ client: 7, interval: 365 }]));
  });
});
