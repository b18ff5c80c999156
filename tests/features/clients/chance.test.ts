import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import ClientPage from '../../../src/features/clients/ClientPage.svelte';
import type { ClientChance, ClientDetail } from '../../../src/workers/protocol';
import { aClient, everyDays } from '../../support/aClient';
import { aSession, renderIn } from '../../support/aSession';
import { aChance } from '../../support/someChances';

const steady = everyDays(21, 10, '2026-02-17').map((date) => [date, 40] as const);
const anna = aClient(steady, { asOf: '2026-05-23' });
const once = aClient([['2026-02-17', 40]], { asOf: '2026-05-23' });
const alike = { cases: 226, returned: 97, times: 4, followUp: 180 };

async function open(client: ClientDetail, chance: ClientChance | null) {
  const { session, asked } = aSession({ answers: { client, clientChance: chance } });
  renderIn(session, ClientPage, { params: { id: '7' } });
  await screen.findByRole('heading', { name: 'Figures' });
  await waitFor(() => expect(asked.some(({ name }) => name === 'clientChance')).toBe(true));
  return asked;
}

const title = () => screen.findByRole('heading', { name: 'Will they buy again?' });
const card = async () => (await title()).closest('section')!;
const explained = async () => {
  const shown = await card();
  await userEvent.click(shown.querySelector('summary')!);
  return shown.textContent.replace(/\s+/g, ' ');
};

beforeEach(() => {
  location.hash = '#/clients/7';
});

describe('the chance of a client', () => {
  it('is told in whole percent', async () => {
    await open(anna, aChance());
    expect(await card()).toHaveTextContent('Chance to buy within 180 days 43%');
    expect(await card()).not.toHaveTextContent('absence');
  });

  it('is never told more precisely than "under 5 %"', async () => {
    await open(anna, aChance({}, 0.0312));
    expect(await card()).toHaveTextContent('Chance to buy within 180 days under 5%');
    expect(await explained()).toContain('Take so low a chance with care');
  });

  it('is 5 % where it is 5 %', async () => {
    await open(anna, aChance({}, 0.05));
    expect(await card()).toHaveTextContent('180 days 5%');
  });

  it('comes with what became of such absences in the shop’s own sales', async () => {
    await open(anna, aChance({ alike }));
    expect(await card()).toHaveTextContent(
      'Of 226 such absences in your own sales, 43% ended with a visit within 180 days.',
    );
  });

  it('explains itself with this client’s and this shop’s numbers', async () => {
    await open(anna, aChance({ alike }));
    const words = await explained();
    expect(words).toContain(
      '10 visits from August 12, 2025 to February 17, 2026, and 95 days of silence since.',
    );
    expect(words).toContain('all 1,402 clients of your shop');
    expect(words).toContain(
      'they buy about 6.2 times a year; after the first visit about 36% do not come again',
    );
    expect(words).toContain('where it said 25%, 30% bought; where it said 65%, 66% did');
    expect(words).toContain('every time a client with 6 visits or more stayed away for more than 4 times');
    expect(words).not.toContain('with care');
    expect(words).toContain('97 of 226 ended with a visit in that time: 43%.');
  });

  it('is not told for somebody who came once, but what became of others like them is', async () => {
    await open(once, aChance({ alike: { ...alike, times: null } }));
    expect(await card()).toHaveTextContent('Hardly to be foretold');
    expect(await card()).not.toHaveTextContent('180 days 43%');
    const words = await explained();
    expect(words).toContain('hardly better than a guess');
    expect(words).toContain('every time a client with 1 visit became lost, early enough');
  });

  it('is left out in a shop too small for it, where past absences may still be told', async () => {
    await open(anna, aChance({ model: null, alike }));
    expect(await card()).not.toHaveTextContent('Chance to buy within 180 days 43%');
    expect(await card()).toHaveTextContent('Of 226 such absences');
  });

  it('has no place on the page where there is nothing to tell', async () => {
    await open(anna, aChance({ model: null }));
    expect(screen.queryByRole('heading', { name: 'Will they buy again?' })).toBeNull();
  });

  it('is not asked for where there was no visit', async () => {
    const never = aClient([['2026-01-05', -20]], { asOf: '2026-02-01' });
    const { session, asked } = aSession({ answers: { client: never } });
    renderIn(session, ClientPage, { params: { id: '7' } });
    await screen.findByText(/only money given back/);
    expect(asked.map(({ name }) => name)).not.toContain('clientChance');
  });

  it('of another client is not shown under this one’s name', async () => {
    await open(anna, aChance({ client: 8 }));
    expect(screen.queryByRole('heading', { name: 'Will they buy again?' })).toBeNull();
  });
});
