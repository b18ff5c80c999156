import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { ImportSettings } from '../../../src/domain/intake/settingsUsed';
import DataPage from '../../../src/features/data/DataPage.svelte';
import { toasts } from '../../../src/ui/toasts.svelte';
import type { RememberedFile } from '../../../src/workers/layoutJobs';
import { aHeadline, anImport, aSession, openShopLook, renderIn, type Answers } from '../../support/aSession';

const settings: ImportSettings = {
  encoding: 'windows-1251',
  delimiter: ';',
  sheet: 'March',
  preset: 'shopify-orders',
  columns: [
    { field: 'date', title: 'Created at', column: 0 },
    { field: 'amount', title: '', column: 4 },
  ],
  dateOrder: 'mdy',
  decimal: ',',
  countVisits: false,
  currency: 'EUR',
  rules: ['never', 'not-known-any-more'],
  fixes: [
    { fix: { kind: 'gifts' }, title: '' },
    { fix: { kind: 'counted', column: 5, word: 'pending' }, title: 'Status' },
  ],
};

const kinds: readonly RememberedFile[] = [
  {
    fingerprint: 'f1',
    at: Date.UTC(2026, 9, 1, 12),
    fileName: 'march.csv',
    titles: ['Day', 'Who', 'Sum'],
    fields: ['date', 'name', 'amount'],
  },
  { fingerprint: 'f2', at: Date.UTC(2026, 8, 1, 12), fileName: '', titles: [], fields: ['date'] },
];

function open(more: Answers = {}) {
  const answers: Answers = { imports: [anImport({ settings })], layouts: [], confirm: aHeadline(), ...more };
  const made = aSession({ look: openShopLook(), answers });
  renderIn(made.session, DataPage);
  return made;
}

const howRead = async () => userEvent.click(await screen.findByText('How it was read'));

describe('an import in the history', () => {
  test('tells with which settings its file was read', async () => {
    open();
    await howRead();
    const card = within(screen.getByRole('region', { name: 'Imports of this shop' }));
    await card.findByText('Shopify orders');
    for (const words of [
      'March',
      'Cyrillic (1251)',
      'semicolons',
      'Month first, then the day',
      'The comma stands before the cents',
      'EUR',
      'Created at',
      'Column 5',
      'Cancelled, failed, draft and unpaid entries and money only moved are left out.',
      'Lines without an amount are gifts worth 0',
      'Lines with “pending” in the column “Status” count',
    ])
      expect(card.getByText(words), words).toBeVisible();
  });

  test('of a workbook that counted visits speaks of neither letters nor amounts', async () => {
    const { encoding: _, delimiter: __, ...sheet } = settings;
    open({ imports: [anImport({ settings: { ...sheet, countVisits: true, dateOrder: 'named' } })] });
    await howRead();
    expect(await screen.findByText('None: visits are counted')).toBeVisible();
    expect(screen.getByText('The month by its name')).toBeVisible();
    expect(screen.queryByText('Letters')).toBeNull();
  });

  test('from before settings were noted says so', async () => {
    open({ imports: [anImport()] });
    await howRead();
    expect(screen.getByText(/before the app noted how files are read/)).toBeVisible();
  });
});

describe('undoing an import', () => {
  test('says that lines go which a later file held as well, and how to have them back', async () => {
    const records = [
      anImport({ id: 2, fileName: 'later.csv', overlap: 40 }),
      anImport({ id: 1, fileName: 'first.csv', overlap: 0 }),
    ];
    open({ imports: records, undoEffect: aHeadline() });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo this import: first.csv' }));
    expect(screen.getByText(/^Lines that a later file held as well go, too/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Leave it as it is' }));
    await userEvent.click(screen.getByRole('button', { name: 'Undo this import: later.csv' }));
    expect(screen.queryByText(/^Lines that a later file held/)).toBeNull();
  });
});

describe('what the app knows how to read', () => {
  test('is listed by its titles, with the file that was last', async () => {
    open({ layouts: kinds });
    const card = within(
      await screen.findByRole('region', { name: 'The app knows how to read 2 kinds of file' }),
    );
    expect(card.getByText('Day, Who, Sum')).toBeVisible();
    expect(card.getByText(/^Last: march\.csv, saved/)).toBeVisible();
    expect(card.getByText(/^A file of .*2026$/)).toBeVisible();
  });

  test('can be forgotten, one kind of file at a time', async () => {
    let known = kinds;
    const made = open({
      layouts: () => known,
      forgetLayout: ({ fingerprint }) => (known = known.filter((kind) => kind.fingerprint !== fingerprint)),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Forget: Day, Who, Sum' }));
    expect(
      await screen.findByRole('region', { name: 'The app knows how to read 1 kind of file' }),
    ).toBeVisible();
    expect(made.asked).toContainEqual({
      name: 'forgetLayout',
      input: { shopId: 'shop-1', fingerprint: 'f1' },
    });
    expect(toasts.shown.at(-1)?.text).toBe('Forgotten. The next such file is asked about again.');
  });

  test('is not spoken of while there is nothing', async () => {
    open();
    await screen.findByText('How it was read');
    expect(screen.queryByText(/knows how to read/)).toBeNull();
  });
});
