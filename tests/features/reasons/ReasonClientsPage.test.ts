import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import ReasonClientsPage from '../../../src/features/reasons/ReasonClientsPage.svelte';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { formatDay } from '../../../src/i18n/formats';
import type { Input } from '../../../src/workers/protocol';
import { aSession, renderIn, type Answers } from '../../support/aSession';
import { aWindow } from '../../support/aWindow';
import { someEntries } from '../../support/entries';

const lostDate = parseIsoDay('2026-05-12');
const rows = [
  { client: 4, name: 'Anna Berg', cents: 61_000, lostDate },
  { client: 9, name: 'Bruno Costa', cents: 30_050, lostDate },
];

const open = (hash: string, answers: Answers = {}) => {
  location.hash = hash;
  const { session, asked } = aSession({
    answers: { reasonClients: rows, entries: { entries: [someEntries.person], setAside: 0 }, ...answers },
  });
  renderIn(session, ReasonClientsPage);
  return () =>
    asked.filter(({ name }) => name === 'reasonClients').map(({ input }) => input as Input<'reasonClients'>);
};

beforeEach(() => {
  aWindow();
});

describe('the clients behind a line', () => {
  it('are those of the line that the address names', async () => {
    const asked = open('#/reasons/clients?view=stated&dimension=reason&key=price');
    expect(await screen.findByRole('heading', { level: 1, name: 'Too expensive' })).toBeVisible();
    expect(await screen.findByText('2 clients, €911 a year. By what clients say.')).toBeVisible();
    expect(asked()[0]).toMatchObject({ view: 'stated', dimension: 'reason', key: 'price' });
  });

  it('each lead to the client and into the conversation', async () => {
    open('#/reasons/clients?view=best&dimension=reason&key=price');
    const list = within(await screen.findByRole('list', { name: /Clients behind this line/ }));
    const client = list.getByRole('link', { name: /^Anna Berg/ });
    expect(client).toHaveAttribute('href', '#/clients/4');
    expect(client).toHaveTextContent(`Anna Berg €610 Lost since ${formatDay(lostDate)}`);
    expect(list.getByRole('link', { name: 'Ask Bruno Costa why they left' })).toHaveAttribute(
      'href',
      '#/clients/9/ask',
    );
  });

  it('lead to removing the cause, where the line is a reason', async () => {
    open('#/reasons/clients?view=best&dimension=reason&key=price');
    expect(await screen.findByRole('link', { name: 'Remove this cause' })).toHaveAttribute(
      'href',
      '#/reasons/causes?reason=price',
    );
  });

  it('are no cause to remove where nobody was asked', async () => {
    open('#/reasons/clients?view=best&dimension=reason&key=not-asked');
    expect(await screen.findByRole('heading', { level: 1, name: 'Not asked yet' })).toBeVisible();
    await screen.findByText(/2 clients/);
    expect(screen.queryByRole('link', { name: 'Remove this cause' })).toBeNull();
  });

  it('can stand behind a line without a name, whose key is left out of the address', async () => {
    const asked = open('#/reasons/clients?view=best&dimension=competitor');
    expect(await screen.findByRole('heading', { level: 1, name: 'No competitor named' })).toBeVisible();
    expect(asked()[0]).toMatchObject({ dimension: 'competitor', key: '' });
  });

  it('are named after the employee as the owner writes the name', async () => {
    open('#/reasons/clients?view=best&dimension=employee&key=person-1');
    expect(await screen.findByRole('heading', { level: 1, name: 'Mia' })).toBeVisible();
    expect(screen.getByText(/From the sales alone\./)).toBeVisible();
  });

  it('add up, and say how', async () => {
    open('#/reasons/clients?view=best&dimension=reason&key=price');
    await userEvent.click(await screen.findByText('this money', { selector: '.sr-only' }));
    expect(
      screen.getByText('Anna Berg: €610.00. The sums of all 2 clients add up to €910.50.'),
    ).toBeVisible();
  });

  it('may be none: then the way back is shown', async () => {
    open('#/reasons/clients?view=staff&dimension=month&key=24310', { reasonClients: [] });
    const empty = await screen.findByRole('heading', { name: 'Nobody stands behind this line' });
    expect(within(empty.parentElement!).getByRole('link')).toHaveAttribute(
      'href',
      '#/reasons?view=staff&dimension=month',
    );
  });
});
