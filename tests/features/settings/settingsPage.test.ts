import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import type { ShopSettings } from '../../../src/domain/shop/settings';
import SettingsPage from '../../../src/features/settings/SettingsPage.svelte';
import { toasts } from '../../../src/ui/toasts.svelte';
import {
  aHeadline,
  aSession,
  aShop,
  openShopLook,
  renderIn,
  someSettings,
  type Answers,
} from '../../support/aSession';

const stricter = aHeadline({}, { lost: 231, lostValue: 5_210_000 });
const answers: Answers = { closureSuggestions: [], trySettings: stricter, saveSettings: stricter };

function open({
  settings = someSettings(),
  with: more = {},
}: { settings?: ShopSettings; with?: Answers } = {}) {
  const made = aSession({ look: openShopLook({ settings }), answers: { ...answers, ...more } });
  renderIn(made.session, SettingsPage);
  return made;
}

const bar = () => screen.findByRole('region', { name: 'Not kept yet' });
const noBar = () => expect(screen.queryByRole('region', { name: 'Not kept yet' })).toBeNull();
const keep = () => userEvent.click(screen.getByRole('button', { name: 'Keep' }));
const lastAsked = (asked: ReturnType<typeof open>['asked'], name: string) =>
  asked.filter((question) => question.name === name).at(-1)?.input;

describe('settings of a shop', () => {
  test('nothing waits to be kept before something is changed', async () => {
    const { asked } = open();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Settings');
    noBar();
    await waitFor(() =>
      expect(asked.map(({ name }) => name).toSorted()).toEqual(['chances', 'closureSuggestions']),
    );
  });

  test('another rule shows its effect on the loss before it is kept', async () => {
    const { session, asked } = open();
    await userEvent.click(screen.getByRole('radio', { name: /same number of days/i }));
    const shown = await bar();
    await waitFor(() => expect(shown).toHaveTextContent('With this 231 of 1,402 clients left (was 214).'));
    expect(shown).toHaveTextContent('The loss is €52,100 a year (was €48,200).');
    expect(session.settings.preset).toBe('rhythm');
    expect(asked.some(({ name }) => name === 'saveSettings')).toBe(false);
    await keep();
    await waitFor(noBar);
    expect(session.settings).toMatchObject({ preset: 'fixed', fixedDays: 90 });
    expect(session.headline?.report.year.lost).toBe(231);
  });

  test('discarding brings everything back', async () => {
    const { session } = open();
    await userEvent.click(screen.getByRole('radio', { name: /a third longer/i }));
    await bar();
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    noBar();
    expect(screen.getByRole('radio', { name: /their own rhythm/i })).toBeChecked();
    expect(session.settings.preset).toBe('rhythm');
  });

  test('a change that leaves the loss as it is says so', async () => {
    open({ with: { trySettings: aHeadline() } });
    await userEvent.click(screen.getByRole('radio', { name: /a third longer/i }));
    await waitFor(async () => expect(await bar()).toHaveTextContent('The loss stays as it is'));
  });

  test('days of one’s own can be entered, and impossible ones cannot be kept', async () => {
    const { asked } = open();
    await userEvent.click(screen.getByRole('radio', { name: /same number of days/i }));
    await userEvent.click(screen.getByRole('radio', { name: 'Other' }));
    const days = screen.getByRole('spinbutton', { name: 'Days without a visit' });
    await userEvent.clear(days);
    await userEvent.type(days, '800');
    expect(await bar()).toHaveTextContent('cannot be read');
    expect(screen.getByRole('button', { name: 'Keep' })).toBeDisabled();
    expect(days).toBeInvalid();
    await userEvent.clear(days);
    await userEvent.type(days, '60');
    await keep();
    await waitFor(() =>
      expect(lastAsked(asked, 'saveSettings')).toMatchObject({
        settings: { preset: 'fixed', fixedDays: 60 },
      }),
    );
  });

  test('the patience of the rhythm is tuned and put back', async () => {
    const { asked } = open();
    await userEvent.click(screen.getByText('Fine tuning'));
    const many = screen.getByRole('spinbutton', { name: '6 visits or more' });
    await userEvent.clear(many);
    await userEvent.type(many, '3');
    await bar();
    await waitFor(() =>
      expect(lastAsked(asked, 'trySettings')).toMatchObject({ settings: { patience: [2, 2, 3, 3] } }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Back to 2, 2, 3 and 4' }));
    noBar();
  });

  test('a rent is read the way it is written, and shown the way it was read', async () => {
    const { asked } = open();
    const rent = screen.getByRole('textbox', { name: /rent a month/i });
    await userEvent.type(rent, '1.400,50');
    expect(rent).toHaveAccessibleDescription('Read as €1,400.50');
    expect(await bar()).toHaveTextContent('The yearly loss is 34 months of rent.');
    await keep();
    await waitFor(() =>
      expect(lastAsked(asked, 'saveSettings')).toMatchObject({ settings: { rentAMonth: 140_050 } }),
    );
    expect(asked.some(({ name }) => name === 'trySettings')).toBe(false);
  });

  test('what an hour of work costs is kept', async () => {
    const { asked } = open();
    await userEvent.type(screen.getByRole('textbox', { name: /an hour of work costs/i }), '24');
    await bar();
    await keep();
    await waitFor(() =>
      expect(lastAsked(asked, 'saveSettings')).toMatchObject({ settings: { hourCost: 2_400 } }),
    );
  });

  test('a sum that cannot be read stays in its field with the reason beside it', async () => {
    open();
    const rent = screen.getByRole('textbox', { name: /rent a month/i });
    await userEvent.type(rent, 'a lot');
    expect(rent).toHaveValue('a lot');
    expect(rent).toBeInvalid();
    expect(rent).toHaveAccessibleDescription(/cannot be read as a sum/);
    expect(screen.getByRole('button', { name: 'Keep' })).toBeDisabled();
  });

  test('a suggested closure is taken with one tap, and removed again', async () => {
    const august = { first: parseIsoDay('2026-08-01'), last: parseIsoDay('2026-08-21') };
    const { asked } = open({ with: { closureSuggestions: [august] } });
    await userEvent.click(await screen.findByRole('button', { name: 'Yes, we were closed' }));
    expect(screen.queryByRole('button', { name: 'Yes, we were closed' })).toBeNull();
    await waitFor(() =>
      expect(lastAsked(asked, 'trySettings')).toMatchObject({ settings: { closures: [august] } }),
    );
    await userEvent.click(screen.getByRole('button', { name: /^Remove .* \(21 days\)$/ }));
    noBar();
    expect(screen.getByRole('button', { name: 'Yes, we were closed' })).toBeInTheDocument();
  });

  test('closed days are added from the first to the last, in this order', async () => {
    const { asked } = open();
    const form = within(screen.getByRole('form', { name: 'Add these days' }));
    const add = () => userEvent.click(form.getByRole('button'));
    await add();
    expect(form.getByRole('alert')).toHaveTextContent('Pick both days');
    await userEvent.type(form.getByLabelText('First day closed'), '2026-02-10');
    await userEvent.type(form.getByLabelText('Last day closed'), '2026-02-01');
    await add();
    expect(form.getByRole('alert')).toHaveTextContent('before the first');
    await userEvent.clear(form.getByLabelText('Last day closed'));
    await userEvent.type(form.getByLabelText('Last day closed'), '2026-02-20');
    await add();
    expect(form.queryByRole('alert')).toBeNull();
    const closures = [{ first: parseIsoDay('2026-02-10'), last: parseIsoDay('2026-02-20') }];
    await waitFor(() => expect(lastAsked(asked, 'trySettings')).toMatchObject({ settings: { closures } }));
  });

  test('weekdays without work are chosen, never all of them, and leave the loss as it is', async () => {
    const { asked } = open();
    const days = within(screen.getByRole('group', { name: 'Days without work' }));
    expect(days.getAllByRole('checkbox', { checked: true })).toEqual([days.getByLabelText('Sunday')]);
    await userEvent.click(days.getByLabelText('Monday'));
    await bar();
    await keep();
    await waitFor(() =>
      expect(lastAsked(asked, 'saveSettings')).toMatchObject({ settings: { freeWeekdays: [0, 1] } }),
    );
    expect(asked.some(({ name }) => name === 'trySettings')).toBe(false);
    for (const day of ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'])
      await userEvent.click(days.getByLabelText(day));
    expect(screen.getByRole('alert')).toHaveTextContent('Leave at least one day to work');
    expect(screen.getByRole('button', { name: 'Keep' })).toBeDisabled();
  });

  test('only currencies with the same minor units are offered once there are sales', () => {
    open();
    const currency = screen.getByRole('combobox', { name: 'Currency' });
    expect(within(currency).getByRole('option', { name: 'Swiss Franc (CHF)' })).toBeInTheDocument();
    expect(within(currency).queryByRole('option', { name: 'Japanese Yen (JPY)' })).toBeNull();
  });

  test('a shop that counts visits has no currency and no money to enter', () => {
    open({ settings: someSettings({ currency: 'VISITS' }) });
    expect(screen.queryByRole('combobox', { name: 'Currency' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: /rent/i })).toBeNull();
    expect(screen.getByText(/counts visits instead of money/)).toBeInTheDocument();
  });

  test('leaving keeps nothing, says so, and the changes can be taken up again', async () => {
    const { session, asked } = aSession({ look: openShopLook(), answers });
    const first = renderIn(session, SettingsPage);
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), ' & Co');
    first.unmount();
    expect(session.settings.name).toBe('Corner Flowers');
    const toast = toasts.shown.at(-1);
    expect(toast?.text).toBe('Your changes were not kept.');

    const second = renderIn(session, SettingsPage);
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Corner Flowers');
    second.unmount();

    toast?.action?.run();
    renderIn(session, SettingsPage);
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Corner Flowers & Co');
    await keep();
    await waitFor(() =>
      expect(lastAsked(asked, 'saveSettings')).toMatchObject({ settings: { name: 'Corner Flowers & Co' } }),
    );
  });

  test('a failed save leaves everything typed in place', async () => {
    const { session } = open({ with: { saveSettings: () => Promise.reject(new Error('disk')) } });
    const name = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Petals');
    await keep();
    expect(await bar()).toBeInTheDocument();
    expect(name).toHaveValue('Petals');
    expect(session.settings.name).toBe('Corner Flowers');
  });
});

describe('settings without a usable shop', () => {
  test('before the first import the page says what to do, and the colours can be chosen', () => {
    renderIn(aSession({ look: { kind: 'empty' } }).session, SettingsPage);
    expect(screen.getByRole('link', { name: 'Import sales' })).toHaveAttribute('href', '#/import');
    expect(screen.getByRole('radio', { name: 'Dark' })).toBeInTheDocument();
  });

  test('data of a newer version can be looked at, not changed', () => {
    renderIn(aSession({ look: { kind: 'newer', shops: [aShop()] } }).session, SettingsPage);
    expect(screen.getByText('Settings cannot be changed now')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
