import { cleanup, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
  columns: aSurvey().columns.map((column) =>
    column.index === 4 ? { ...column, samples: ['EUR', 'usd'] } : column,
  ),
});

async function open(survey = recognised) {
  const answers = {
    survey: ok({ survey, remembered: null }),
    dryRun: ok(aDraftReport()),
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

test('a known maker whose file leaves something open is asked about it first', async () => {
  await open(aSurvey({ ...recognised, missing: ['client'] }));
  expect(await screen.findByRole('heading', { name: 'Say what the columns mean' })).toBeVisible();
});

test('every known maker has a name in words', () => {
  expect(PRESETS.filter(({ id }) => tMaybe(`import.known.${id}`) === undefined)).toEqual([]);
});
