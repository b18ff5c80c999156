import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { ShopSettings } from '../../../src/domain/shop/settings';
import SettingsPage from '../../../src/features/settings/SettingsPage.svelte';
import type { ShopChances } from '../../../src/workers/protocol';
import { aHeadline, aSession, openShopLook, renderIn, someSettings } from '../../support/aSession';
import { someChances, someEvidence } from '../../support/someChances';

/** Two visits: 61 % of 212 came back at 2 times, 41 % of 29 at 5 times. Nothing is told of those who came more often. */
const evidence = someEvidence([
  { 1.5: [440, 1188] },
  { 1.5: [221, 325], 2: [129, 212], 2.5: [80, 135], 3: [55, 91], 4: [23, 43], 5: [12, 29] },
]);
const advising = someChances({ evidence, proposal: [2, 5, 5, 5] });
const patient = aHeadline({}, { lost: 180, lostValue: 4_010_000 });

function open(chances: ShopChances, settings: Partial<ShopSettings> = {}) {
  const made = aSession({
    look: openShopLook({ settings: someSettings(settings) }),
    answers: { closureSuggestions: [], trySettings: patient, saveSettings: patient, chances },
  });
  renderIn(made.session, SettingsPage);
  return made;
}

const TITLE = 'Your own sales speak for more patience';
const take = () => screen.findByRole('button', { name: 'Take over 2, 5, 5 and 5' });
const settled = (asked: ReturnType<typeof open>['asked']) =>
  waitFor(() => expect(asked.some(({ name }) => name === 'chances')).toBe(true));

describe('more patience', () => {
  test('is advised with the numbers of this shop', async () => {
    open(advising);
    expect(await screen.findByText(TITLE)).toBeVisible();
    expect(
      screen.getByText(
        '2 visits: 212 times such a client stayed away for 2 times the usual pause, and 61% of them came back within 180 days. At 5 times it was 41% of 29.',
      ),
    ).toBeVisible();
    expect(screen.getByText(/^3 to 5 visits: 5 times as well/)).toBeVisible();
    expect(screen.getByText(/^6 visits or more: 5 times as well/)).toBeVisible();
    expect(screen.queryByText(/^1 visit:/)).toBeNull();
    await userEvent.click(screen.getByText('this advice', { exact: false }));
    expect(screen.getByText(/20 cases or more to tell/)).toBeVisible();
  });

  test('is taken over with one tap, and its effect is shown before it is kept', async () => {
    const { session, asked } = open(advising);
    await userEvent.click(await take());
    expect(screen.queryByText(TITLE)).toBeNull();
    const bar = await screen.findByRole('region', { name: 'Not kept yet' });
    await waitFor(() => expect(bar).toHaveTextContent('With this 180 of 1,402 clients left (was 214).'));
    expect(asked.filter(({ name }) => name === 'trySettings').at(-1)?.input).toMatchObject({
      settings: { patience: [2, 5, 5, 5] },
    });
    expect(session.settings.patience).toEqual([2, 2, 3, 4]);
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(await take()).toBeVisible();
  });

  test('is not advised where the sales do not speak for it', async () => {
    const { asked } = open(someChances({ evidence }));
    await settled(asked);
    expect(screen.queryByText(TITLE)).toBeNull();
  });

  test('is not advised while another rule is chosen', async () => {
    open(advising, { preset: 'fixed' });
    expect(await screen.findByRole('radio', { name: '90 days' })).toBeChecked();
    expect(screen.queryByText(TITLE)).toBeNull();
  });

  test('is not asked for before there are sales', async () => {
    const { session, asked } = aSession({
      look: openShopLook({ headline: null }),
      answers: { closureSuggestions: [] },
    });
    renderIn(session, SettingsPage);
    await waitFor(() => expect(asked.map(({ name }) => name)).toEqual(['closureSuggestions']));
  });
});
