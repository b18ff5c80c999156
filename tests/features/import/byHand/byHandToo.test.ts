import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { ok } from '../../../../src/domain/kernel/result';
import ImportPage from '../../../../src/features/import/ImportPage.svelte';
import type { Input } from '../../../../src/workers/protocol';
import { aDraftReport, aMapping, aSurvey } from '../../../support/aDraft';
import { aHeadline, anImport, aSession, aShop, renderIn, someSettings } from '../../../support/aSession';

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

/** A file of a known shape whose lines hold so many sales that were written down by hand. */
async function open(byHand?: number) {
  const { session, asked } = aSession({
    answers: {
      survey: ok({ survey: aSurvey(), remembered: aMapping() }),
      dryRun: ok(aDraftReport(byHand === undefined ? {} : { byHand })),
      discard: null,
      commit: { shopId: 'shop-1', headline: aHeadline(), record: anImport() },
      shops: [aShop()],
      settings: someSettings(),
      confirm: aHeadline(),
    },
  });
  renderIn(session, ImportPage);
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await userEvent.upload(input, new File(['a'], 'till.csv'));
  await screen.findByRole('heading', { name: 'Check before saving' });
  const save = async () => {
    await press('Save these sales');
    await screen.findByRole('heading', { name: 'Your sales are saved' });
    return asked.find(({ name }) => name === 'commit')!.input as Input<'commit'>;
  };
  return { save };
}

beforeEach(() => {
  location.hash = '#/import';
});

test('lines that tell of sales written down by hand are left out, and that is said', async () => {
  const { save } = await open(2);
  expect(await screen.findByText('2 lines tell of sales that you wrote down by hand')).toBeVisible();
  expect(screen.getByText(/They are left out, so that nothing counts twice/)).toBeVisible();
  expect((await save()).byHandToo).toBeUndefined();
});

test('they count too where the owner says that they are other sales', async () => {
  const { save } = await open(1);
  await press('These are other sales: count them');
  expect(screen.getByText('It counts too, besides what you wrote down.')).toBeVisible();
  await press('Leave them out');
  await press('These are other sales: count them');
  expect((await save()).byHandToo).toBe(true);
});

test('nothing is said of a file without such lines', async () => {
  await open();
  expect(screen.queryByText(/wrote down by hand/)).toBeNull();
});
