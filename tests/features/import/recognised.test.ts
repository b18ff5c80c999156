import { cleanup, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Mapping } from '../../../src/domain/intake/layout';
import { ok } from '../../../src/domain/kernel/result';
import ImportPage from '../../../src/features/import/ImportPage.svelte';
import { PRESETS } from '../../../src/domain/intake/presets/known';
import { tMaybe } from '../../../src/i18n/t';
import { aHeadline, aSession, aShop, openShopLook, renderIn, someSettings } from '../../support/aSession';
import { aDraftReport, aMapping, aSurvey } from '../../support/aDraft';

const rules = {
  never: [{ column: 5, words: ['cancelled'] }],
  currency: { column: 4, code: 'EUR' },
};
const recognised = aSurvey({
  preset: 'shopify-orders',
  mapping: aMapping({ rules }),
  currencies: ['EUR', 'USD'],
});

async function open(survey = recognised, remembered: Mapping | null = null, draft = aDraftReport()) {
  const answers = {
    survey: ok({ survey, remembered }),
    dryRun: ok(draft),
    discard: null,
    shops: [aShop()],
    settings: someSettings(),
    confirm: aHeadline(),
  };
  const { session, asked } = aSession({ look: openShopLook(), answers });
  renderIn(session, ImportPage);
  const user = userEvent.setup();
  await user.upload(
    document.querySelector<HTMLInputElement>('input[type=file]')!,
    new File(['a'], 'orders.csv'),
  );
  return { asked, user };
}

beforeEach(() => {
  location.hash = '#/import';
});
afterEach(cleanup);

test('a file of a known maker is read with no question, and says whose it is', async () => {
  await open();
  expect(await screen.findByRole('heading', { name: 'Check before saving' })).toBeVisible();
  expect(screen.getByText('Recognised: Shopify orders')).toBeVisible();
});

test('the columns of a recognised file say how its lines are read, and which currency can be changed', async () => {
  const { asked, user } = await open();
  await user.click(await screen.findByRole('button', { name: 'Change columns' }));
  expect(await screen.findByText(/Cancelled, failed, draft and unpaid entries/)).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Currency to read'), 'USD');
  await user.click(screen.getByRole('button', { name: 'Check the sales' }));
  await screen.findByText('Recognised: Shopify orders');
  const read = asked.filter(({ name }) => name === 'dryRun').at(-1)?.input;
  expect(read).toMatchObject({ mapping: { rules: { currency: { code: 'USD' } } } });
});

test('many lines that are no sales are no reason to look for other columns in a known layout', async () => {
  await open(recognised, null, aDraftReport({}, { rows: 100, leftOut: 60 }));
  expect(await screen.findByText('60% of the lines were left out')).toBeVisible();
  expect(screen.getByText(/This layout is known/)).toBeVisible();
  expect(screen.queryByText(/another column holds/)).toBeNull();
});

test('a known maker whose file leaves something open is asked about it first', async () => {
  await open(aSurvey({ ...recognised, missing: ['client'] }));
  expect(await screen.findByRole('heading', { name: 'Say what the columns mean' })).toBeVisible();
});

const inDollars = (...currencies: readonly string[]) =>
  aSurvey({
    ...recognised,
    mapping: aMapping({ rules: { currency: { column: 4, code: 'USD' } } }),
    currencies,
  });

test('the currency of the open shop is read, where the file has it, even if another is commoner', async () => {
  const { asked } = await open(inDollars('USD', 'EUR'));
  await screen.findByText('Recognised: Shopify orders');
  const read = asked.findLast(({ name }) => name === 'dryRun')?.input;
  expect(read).toMatchObject({ mapping: { rules: { currency: { code: 'EUR' } } } });
  expect(screen.queryByText(/would be counted as EUR/)).toBeNull();
});

test('sums in another money than that of the shop are never saved into it without a word', async () => {
  const { user } = await open(inDollars('USD'));
  expect(await screen.findByText(/sums of this file are in USD and would be counted as EUR/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Put them into a new shop instead' }));
  expect(await screen.findByDisplayValue('My shop')).toBeVisible();
  expect(screen.queryByText(/would be counted as/)).toBeNull();
});

test('a file in another currency than the last of its kind is read in its own, with the same warning', async () => {
  await open(inDollars('USD'), recognised.mapping);
  expect(await screen.findByText(/sums of this file are in USD and would be counted as EUR/)).toBeVisible();
});

test('every known maker has a name in words', () => {
  expect(PRESETS.filter(({ id }) => tMaybe(`import.known.${id}`) === undefined)).toEqual([]);
});
