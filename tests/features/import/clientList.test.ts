import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../../src/domain/kernel/result';
import ImportPage from '../../../src/features/import/ImportPage.svelte';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import type { ListReport } from '../../../src/workers/listJobs';
import type { Input } from '../../../src/workers/protocol';
import {
  aHeadline,
  anImport,
  aSession,
  aShop,
  openShopLook,
  renderIn,
  someSettings,
  type Answers,
} from '../../support/aSession';
import { aMapping, aSurvey } from '../../support/aDraft';

const { layout } = aSurvey();

/** The first look at a list with the titles Name, Mobile, E-mail, Birthday. */
const survey = aSurvey({
  layout: { ...layout, width: 4, titles: ['Name', 'Mobile', 'E-mail', 'Birthday'] },
  columns: ['Name', 'Mobile', 'E-mail', 'Birthday'].map((title, index) => ({
    index,
    title,
    samples: [],
    filled: 2,
    distinct: 2,
    dateShare: 0,
    numberShare: 0,
  })),
  preview: [
    ['Ada Brook', '020 7946 0001', 'ada@example.com', '05/12/1970'],
    ['Dora Vale', '', 'dora@example.com', ''],
  ],
  mapping: aMapping({ columns: { name: 0, phone: 1, email: 2 } }),
  missing: ['date', 'amount'],
});

const aReport = (facts: Partial<ListReport> = {}): ListReport => ({
  lines: 413,
  leftOut: 1,
  known: 380,
  told: 2,
  fresh: 32,
  freshNames: ['Dora Vale'],
  adds: { phone: 12, email: 0, birthday: 1 },
  changes: [
    { client: 4, name: 'Ada Brook', fact: 'phone', from: '020 1', to: '020 7946 0001' },
    { client: 4, name: 'Ada Brook', fact: 'birthday', from: '', to: '05-12' },
    { client: 5, name: 'Ben Frost', fact: 'note', from: '', to: '<b>peonies</b>' },
  ],
  changed: 3,
  kept: [{ client: 6, name: 'Cleo Marsh', fact: 'note', from: 'calls at noon', to: 'lilies' }],
  keptCount: 1,
  issues: [{ code: 'several-clients', count: 12, lines: [3, 17], sample: 'Jan Jansen' }],
  sameFile: null,
  ...facts,
});

const record = anImport({ id: 2, by: 'list', fileName: 'clients.csv', added: 0, clientsAdded: 32 });

async function open(report: ListReport = aReport(), changed: Answers = {}) {
  const answers: Answers = {
    survey: ok({ survey, remembered: null }),
    readList: ok(report),
    saveList: { headline: aHeadline(), record },
    undo: aHeadline(),
    discard: null,
    shops: [aShop()],
    settings: someSettings(),
    confirm: aHeadline(),
    ...changed,
  };
  const { session, asked } = aSession({ look: openShopLook(), answers });
  const user = userEvent.setup();
  renderIn(session, ImportPage);
  await user.upload(
    document.querySelector<HTMLInputElement>('input[type=file]')!,
    new File(['a'], 'clients.csv'),
  );
  await screen.findByRole('heading', { name: 'This is a list of clients' });
  const inputs = (name: string) => asked.filter((one) => one.name === name).map(({ input }) => input);
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  return { user, inputs, press };
}

beforeEach(() => {
  location.hash = '#/import';
});

afterEach(() => {
  cleanup();
  for (const { code } of troubles.present) forget(code);
});

describe('a list of clients', () => {
  test('is said to be one, with who is known and what it adds', async () => {
    const { inputs } = await open();
    expect(await screen.findByText('412 clients: 380 you have, 32 new.')).toBeVisible();
    expect(screen.getByText('12 phone numbers')).toBeVisible();
    expect(screen.getByText('one birthday')).toBeVisible();
    expect(screen.queryByText(/e-mail address/)).not.toBeInTheDocument();
    expect((inputs('readList')[0] as Input<'readList'>).mapping.columns).toEqual({
      name: 0,
      phone: 1,
      email: 2,
      birthday: 3,
    });
  });

  test('shows the old before the new, by client, and cells as they are', async () => {
    await open();
    const card = await screen.findByRole('region', { name: 'What changes' });
    expect(within(card).getByText('was 020 1')).toBeVisible();
    expect(within(card).getByText('020 7946 0001')).toBeVisible();
    expect(within(card).getByText('May 12')).toBeVisible();
    expect(within(card).getByText('<b>peonies</b>')).toBeVisible();
    expect(within(card).getAllByRole('link')).toHaveLength(2);
  });

  test('says where the owner wrote something else, and that it stays', async () => {
    await open();
    const card = await screen.findByRole('region', { name: 'Your own words stay' });
    expect(within(card).getByText('yours: calls at noon')).toBeVisible();
    expect(within(card).getByText('the list: lilies')).toBeVisible();
  });

  test('names what was not taken with its lines', async () => {
    await open();
    const card = await screen.findByRole('region', { name: 'Not taken' });
    expect(card).toHaveTextContent('Such as: Jan Jansen');
    expect(card).toHaveTextContent('and 10 more');
  });

  test('is saved with or without the new clients, and taken back', async () => {
    const { user, inputs, press } = await open();
    await user.click(await screen.findByRole('switch', { name: 'Add the 32 new clients' }));
    await press('Take the list in');
    expect(await screen.findByRole('heading', { name: 'The list is taken in' })).toBeVisible();
    expect(inputs('saveList')).toMatchObject([{ withNew: false }]);
    await press('Take it back');
    expect(await screen.findByRole('heading', { name: 'Pick your sales file' })).toBeVisible();
    expect(inputs('undo')).toMatchObject([{ importId: 2 }]);
  });

  test('asks how birthdays are written where only the owner can tell, before it is saved', async () => {
    const { user, inputs, press } = await open(aReport({ doubtful: '05/12/1970' }));
    await press('Take the list in');
    expect(screen.getByRole('alert')).toHaveTextContent('First say how birthdays are written.');
    expect(inputs('saveList')).toEqual([]);
    await user.click(screen.getByRole('radio', { name: 'Month first' }));
    await waitFor(() =>
      expect((inputs('readList').at(-1) as Input<'readList'>).mapping.birthdays).toBe('mdy'),
    );
    await press('Take the list in');
    await waitFor(() => expect(inputs('saveList')).toHaveLength(1));
  });

  test('has columns that can be changed', async () => {
    const { user, inputs } = await open();
    await user.click(screen.getByText('4 columns are read. Look or change'));
    await user.selectOptions(await screen.findByLabelText('Note'), 'Mobile');
    await waitFor(() =>
      expect((inputs('readList').at(-1) as Input<'readList'>).mapping.columns).toEqual({
        name: 0,
        email: 2,
        birthday: 3,
        note: 1,
      }),
    );
  });

  test('taken in before has nothing to save', async () => {
    await open(aReport({ changed: 0, changes: [], fresh: 0, adds: {}, sameFile: record }));
    expect(await screen.findByText('There is nothing to take in')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Take the list in' })).not.toBeInTheDocument();
  });

  test('that cannot be read, or not be saved, says so', async () => {
    await open(undefined, { readList: err({ code: 'no-client' }) });
    expect(await screen.findByRole('alert')).toBeVisible();
    cleanup();
    const { press } = await open(undefined, { saveList: () => Promise.reject(new Failure('disk-full')) });
    await press('Take the list in');
    await waitFor(() => expect(troubles.present.map(({ code }) => code)).toContain('disk-full'));
  });

  test('can be sales after all, and back', async () => {
    const { press } = await open();
    await press('These are sales');
    expect(await screen.findByRole('heading', { name: 'Say what the columns mean' })).toBeVisible();
    await press('Read it as a list of clients');
    expect(await screen.findByRole('heading', { name: 'This is a list of clients' })).toBeVisible();
  });
});
