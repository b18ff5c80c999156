import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import ClientsPage from '../../../src/features/clients/ClientsPage.svelte';
import { STATUS } from '../../../src/domain/loss/status';
import { formatMoney } from '../../../src/i18n/formats';
import { Failure } from '../../../src/storage/failure';
import type { Input } from '../../../src/workers/protocol';
import { aClientList } from '../../support/aClient';
import { aSession, openShopLook, renderIn, type Answers } from '../../support/aSession';
import { aWindow } from '../../support/aWindow';

const people = aClientList([
  { name: 'Anna Berg', status: STATUS.lost, value: 48_000, silence: 95 },
  { name: 'Bruno Costa', status: STATUS.regular, value: 30_000, silence: 1 },
  { name: 'Clara Dahl', status: STATUS.lost, visits: 1, value: 4_000, silence: 200 },
]);

const open = (answers: Answers = { clientList: people }) => {
  const { session, asked } = aSession({ answers });
  renderIn(session, ClientsPage);
  return {
    session,
    lists: () =>
      asked.filter(({ name }) => name === 'clientList').map(({ input }) => input as Input<'clientList'>),
  };
};

beforeEach(() => {
  aWindow();
  location.hash = '#/clients';
});

describe('the clients page', () => {
  it('shows each client with status, silence and yearly value, the whole row a link', async () => {
    open();
    const row = await screen.findByRole('link', { name: /Anna Berg/ });
    expect(row).toHaveAttribute('href', '#/clients/0');
    expect(row).toHaveTextContent('Lost');
    expect(row).toHaveTextContent('95 days, usually 21');
    expect(row).toHaveTextContent(formatMoney(48_000, 'EUR', { rounded: true }));
    expect(screen.getByRole('link', { name: /Bruno Costa/ })).toHaveTextContent('1 day, usually 21');
    expect(screen.getByRole('link', { name: /Clara Dahl/ })).toHaveTextContent('200 days, came once');
  });

  it('adds up what is shown', async () => {
    open();
    const sums = await screen.findByRole('region', { name: 'Sums of the clients shown' });
    expect(sums).toHaveTextContent('3');
    expect(sums).toHaveTextContent(formatMoney(82_000, 'EUR', { rounded: true }));
    expect(sums).toHaveTextContent(formatMoney(164_000, 'EUR', { rounded: true }));
    await userEvent.click(within(sums).getByText('How is this computed?'));
    expect(sums).toHaveTextContent('3 of 1,405 clients fit');
  });

  it('asks with each letter and keeps the search in the address', async () => {
    const { lists } = open();
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Search by name or phone' }), 'ann');
    await waitFor(() => expect(lists().at(-1)?.query).toBe('ann'));
    expect(location.hash).toBe('#/clients?q=ann');
    expect(screen.getByRole('searchbox')).toHaveValue('ann');
  });

  it('filters by several statuses and tells how many each has', async () => {
    const { lists } = open();
    const marks = await screen.findByRole('group', { name: 'Show only' });
    const lost = within(marks).getByRole('button', { name: 'Lost 2' });
    await userEvent.click(lost);
    await userEvent.click(within(marks).getByRole('button', { name: 'Sleeping 0' }));
    await waitFor(() => expect(lists().at(-1)?.statuses).toEqual([STATUS.sleeping, STATUS.lost]));
    expect(lost).toHaveAttribute('aria-pressed', 'true');
    expect(location.hash).toBe('#/clients?status=sleeping%2Clost');
    await userEvent.click(within(marks).getByRole('button', { name: 'All 3' }));
    await waitFor(() => expect(lists().at(-1)?.statuses).toEqual([]));
  });

  it('sorts, and turns the order round', async () => {
    const { lists } = open();
    await userEvent.click(await screen.findByRole('radio', { name: 'Name' }));
    await waitFor(() => expect(lists().at(-1)).toMatchObject({ sort: 'name', rising: true }));
    await userEvent.click(screen.getByRole('button', { name: 'From A to Z; turn round' }));
    await waitFor(() => expect(lists().at(-1)).toMatchObject({ sort: 'name', rising: false }));
  });

  it('opens as its address says', async () => {
    location.hash = '#/clients?status=lost&sort=silence&q=dahl';
    const { lists } = open();
    await screen.findByRole('searchbox');
    expect(lists()).toHaveLength(1);
    expect(lists()[0]).toMatchObject({
      statuses: [STATUS.lost],
      query: 'dahl',
      sort: 'silence',
      rising: false,
    });
    expect(screen.getByRole('searchbox')).toHaveValue('dahl');
  });

  it('says that nobody fits and leads back to everybody', async () => {
    location.hash = '#/clients?status=lost&q=zzz';
    const { lists } = open({ clientList: aClientList([]) });
    await screen.findByRole('heading', { name: 'No client fits' });
    await userEvent.click(screen.getByRole('button', { name: 'Show all clients' }));
    await waitFor(() => expect(lists().at(-1)).toMatchObject({ statuses: [], query: '' }));
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('asks again when the shop’s figures changed', async () => {
    const { session, lists } = open();
    await screen.findByRole('link', { name: /Anna Berg/ });
    session.show(session.headline);
    await waitFor(() => expect(lists()).toHaveLength(2));
  });

  it('leads to the import before there is a shop, and in a shop without sales', async () => {
    renderIn(aSession({ look: { kind: 'empty' } }).session, ClientsPage);
    expect(screen.getByRole('heading', { name: 'Your clients will stand here' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open a file with sales' })).toHaveAttribute('href', '#/import');
    const withoutSales = aSession({
      look: openShopLook({ headline: null }),
      answers: { clientList: () => Promise.reject(new Failure('nothing-to-save')) },
    });
    renderIn(withoutSales.session, ClientsPage);
    expect(await screen.findByRole('heading', { name: 'This shop has no sales yet' })).toBeVisible();
  });

  it('tells when the list cannot be had, and tries again', async () => {
    let isBroken = true;
    open({ clientList: () => (isBroken ? Promise.reject(new Failure('connection-lost')) : people) });
    const again = await screen.findByRole('button', { name: 'Try again' });
    isBroken = false;
    await userEvent.click(again);
    expect(await screen.findByRole('link', { name: /Anna Berg/ })).toBeVisible();
  });

  it('keeps a list of 50,000 clients down to the rows on the screen', async () => {
    const crowd = aClientList(
      Array.from({ length: 50_000 }, (_, k) => ({
        name: `Client ${String(k)}`,
        status: STATUS.regular,
        value: 50_000 - k,
      })),
    );
    open({ clientList: crowd });
    await screen.findByRole('link', { name: /Client 0/ });
    const list = screen.getByRole('list', { name: 'Clients' });
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(40);
    expect(list.querySelectorAll('*').length).toBeLessThanOrEqual(400);
    expect(within(list).getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '50000');
  });
});
