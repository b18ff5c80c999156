import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../src/domain/kernel/result';
import ImportPage from '../../../src/features/import/ImportPage.svelte';
import type { Output } from '../../../src/workers/protocol';
import {
  aHeadline,
  anImport,
  aSession,
  aShop,
  openShopLook,
  renderIn,
  someSettings,
} from '../../support/aSession';
import { aDraftReport, aSurvey } from '../../support/aDraft';

const tables = [
  { name: 'a.csv', rows: 0, file: 'a.csv', joins: [1, 2] },
  { name: 'a.csv', rows: 0, file: 'a.csv' },
  { name: 'b.csv', rows: 0, file: 'b.csv' },
  { name: 'clients.csv', rows: 0, file: 'clients.csv' },
];
const unread = [{ name: 'logo.png', refusal: { code: 'image' as const } }];
const looked = { survey: aSurvey(), remembered: null, tables, chosen: 0, unread };

type Looked = Extract<Output<'survey'>, { ok: true }>['value'];

function open(survey: Looked = looked, report = aDraftReport()) {
  const { session, asked } = aSession({
    look: openShopLook(),
    answers: {
      survey: ok(survey),
      dryRun: ok(report),
      discard: null,
      commit: { shopId: 'shop-1', headline: aHeadline(), record: anImport() },
      shops: [aShop()],
      settings: someSettings(),
      confirm: aHeadline(),
    },
  });
  const user = userEvent.setup();
  renderIn(session, ImportPage);
  const pick = (...names: string[]) =>
    user.upload(
      document.querySelector<HTMLInputElement>('input[type=file]')!,
      names.map((name) => new File([name], name)),
    );
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
  const last = (job: string) => asked.filter(({ name }) => name === job).at(-1)?.input;
  return { pick, press, last };
}

beforeEach(() => {
  location.hash = '#/import';
});

afterEach(() => {
  cleanup();
});

const GIVEN = ['a.csv', 'b.csv', 'clients.csv', 'logo.png'];

describe('several files at once', () => {
  test('are all looked at, and the page says which are read as one and which are not, and why', async () => {
    const { pick, last } = open();
    await pick(...GIVEN);
    expect(await screen.findByText('2 files of one kind are read as one: a.csv … b.csv.')).toBeVisible();
    expect(screen.getByText('2 files are not read now:')).toBeVisible();
    expect(screen.getByText('clients.csv: has other columns')).toBeVisible();
    expect(screen.getByText('logo.png: This is a picture')).toBeVisible();
    expect(last('survey')).toMatchObject({ given: { several: GIVEN.map((name) => ({ name })) } });
    const choice = screen.getByLabelText<HTMLSelectElement>('Table with the sales');
    expect(within(choice).getAllByRole('option')).toHaveLength(4);
    expect(choice).toHaveDisplayValue('2 files: a.csv … b.csv');
  });

  test('a line that was left out is told by its file and its line there', async () => {
    const files = [
      { name: 'a.csv', before: 0 },
      { name: 'b.csv', before: 100 },
    ];
    const issue = { code: 'date-unreadable' as const, count: 2, lines: [7, 112], sample: 'x' };
    const { pick, press } = open(looked, { ...aDraftReport({}, { issues: [issue], leftOut: 2 }), files });
    await pick(...GIVEN);
    await press('Check the sales');
    expect(await screen.findByText('a.csv: 7;')).toBeVisible();
    expect(screen.getByText('b.csv: 12;')).toBeVisible();
  });

  test('the import bears their names, and what can be read waits for its turn', async () => {
    const { pick, press, last } = open();
    await pick(...GIVEN);
    await press('Check the sales');
    await press('Save these sales');
    await waitFor(() => expect(last('commit')).toMatchObject({ fileName: '2 files: a.csv … b.csv' }));
    await press('Import another file');
    expect(await screen.findByText('One file is waiting')).toBeVisible();
    await press('Read clients.csv');
    await waitFor(() => expect(last('survey')).toMatchObject({ hints: { table: 3 } }));
  });

  test('orders and their lines are read together, unless the owner says that they are not', async () => {
    const together = [
      {
        name: 'lines.csv',
        rows: 60,
        file: 'lines.csv',
        joins: [1, 2],
        key: { title: 'OrderID', orders: 20, lines: 60 },
      },
      { name: 'orders.csv', rows: 0, file: 'orders.csv' },
      { name: 'lines.csv', rows: 0, file: 'lines.csv' },
    ];
    const { pick, press, last } = open({ survey: aSurvey(), remembered: null, tables: together, chosen: 0 });
    await pick('orders.csv', 'lines.csv');
    const words = 'Orders and their lines belong together by OrderID: 20 orders, 60 lines.';
    expect(await screen.findByText(words)).toBeVisible();
    await press('They do not belong together');
    await waitFor(() => expect(last('survey')).toMatchObject({ hints: { table: 1 } }));
  });

  test('of files that are in the shop already, the other ones can be read at once', async () => {
    const { pick, press, last } = open(looked, aDraftReport({ sameFile: anImport() }));
    await pick(...GIVEN);
    await press('Check the sales');
    await press('Read clients.csv');
    await waitFor(() => expect(last('survey')).toMatchObject({ hints: { table: 3 } }));
  });

  test('another pick forgets what was waiting', async () => {
    const { pick, press } = open();
    await pick(...GIVEN);
    await press('Check the sales');
    await press('Save these sales');
    await press('Import another file');
    await screen.findByText('One file is waiting');
    await pick('new.csv');
    await waitFor(() => expect(screen.queryByText('One file is waiting')).toBeNull());
  });

  test('one file alone is as it always was', async () => {
    const { pick, last } = open({ survey: aSurvey(), remembered: null });
    await pick('till.csv');
    await screen.findByRole('heading', { name: 'Say what the columns mean' });
    expect(screen.queryByText('The files you gave')).toBeNull();
    expect(last('survey')).toMatchObject({ given: { name: 'till.csv' } });
    expect(last('survey')).not.toHaveProperty('given.several');
  });
});

describe('files that a desktop opens with the app', () => {
  test('are opened, also when the page is open already', async () => {
    let consumer: ((launch: object) => void) | undefined;
    const launchQueue = { setConsumer: (take: (launch: object) => void) => (consumer = take) };
    Object.defineProperty(window, 'launchQueue', { value: launchQueue, configurable: true });
    const { last } = open({ survey: aSurvey(), remembered: null });
    const handle = (name: string) => ({ getFile: () => Promise.resolve(new File(['a'], name)) });
    consumer!({ files: [] });
    consumer!({ files: [handle('till.csv')] });
    await screen.findByRole('heading', { name: 'Say what the columns mean' });
    expect(last('survey')).toMatchObject({ given: { name: 'till.csv' } });
    Reflect.deleteProperty(window, 'launchQueue');
  });
});
