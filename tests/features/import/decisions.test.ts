import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FixOffer } from '../../../src/domain/intake/fixes/fixesFor';
import type { Mapping } from '../../../src/domain/intake/layout';
import { err, ok } from '../../../src/domain/kernel/result';
import ImportPage from '../../../src/features/import/ImportPage.svelte';
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
import { aDraftReport, aMapping, aSurvey } from '../../support/aDraft';

const SAVE = 'Save these sales';

const saved = { shopId: 'shop-1', headline: aHeadline(), record: anImport({ added: 990, leftOut: 10 }) };

const issues = [
  { code: 'date-impossible', count: 12, lines: [3], sample: '03/28/2026' },
  { code: 'amount-missing', count: 4, lines: [7], sample: '' },
  { code: 'not-a-sale', count: 9, lines: [9], sample: 'Pending' },
  { code: 'other-currency', count: 2, lines: [11], sample: 'USD' },
] as const;

const fixes: readonly FixOffer[] = [
  { code: 'date-impossible', fix: { kind: 'dates', order: 'mdy' }, rows: 12, sample: '03/28/2026' },
  { code: 'amount-missing', fix: { kind: 'gifts' }, rows: 4, sample: '' },
  { code: 'not-a-sale', fix: { kind: 'counted', column: 5, word: 'pending' }, rows: 6, sample: 'Pending' },
  { code: 'not-a-sale', fix: { kind: 'counted', column: 5, word: '*' }, rows: 3, sample: 'x' },
];

async function open(changed: Answers = {}) {
  const answers: Answers = {
    survey: ok({ survey: aSurvey(), remembered: null }),
    dryRun: ({ mapping }) =>
      ok(
        aDraftReport(
          { fixes, mapping },
          { issues, ...(mapping.fixes && { mended: { dates: 12, gifts: 0, counted: 0 } }) },
        ),
      ),
    discard: null,
    commit: saved,
    shops: [aShop()],
    settings: someSettings(),
    confirm: aHeadline(),
    ...changed,
  };
  const { session, asked } = aSession({ look: openShopLook(), answers });
  renderIn(session, ImportPage);
  const user = userEvent.setup();
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await user.upload(input, new File(['a'], 'till.csv'));
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
  const read = () =>
    asked
      .filter(({ name }) => name === 'dryRun')
      .map(({ input }) => (input as { mapping: Mapping }).mapping.fixes);
  return { asked, user, press, read };
}

const group = (title: string) => within(screen.getByText(title).closest('li')!);

beforeEach(() => {
  location.hash = '#/import';
});
afterEach(cleanup);

describe('a group of left-out lines', () => {
  test('offers what would keep them, with how many and what the first would say', async () => {
    const { press } = await open();
    await press('Check the sales');
    await screen.findByText('A day the calendar does not have');
    const dates = group('A day the calendar does not have');
    expect(dates.getByRole('button', { name: 'Read 12 lines with the month first' })).toBeVisible();
    expect(dates.getByText(/“03\/28\/2026” is then (28 March|March 28),? 2026/)).toBeVisible();
    expect(group('No amount').getByRole('button', { name: 'Keep 4 lines as gifts worth 0' })).toBeVisible();
    const statuses = group(
      'Not a sale: cancelled, failed, still open, paid back in full, or money moved',
    ).getAllByRole('button');
    expect(statuses.map((button) => button.textContent.trim())).toEqual([
      'Count “Pending” (6 lines)',
      'Count 3 lines all the same',
    ]);
  });

  test('decided upon is read again, and what was decided can be taken back', async () => {
    const { press, read } = await open();
    await press('Check the sales');
    await press('Read 12 lines with the month first');
    const decided = within(await screen.findByRole('region', { name: 'You decided' }));
    expect(read()).toEqual([undefined, { dates: ['mdy'] }]);
    expect(decided.getByText(/^12 more lines are counted/)).toBeVisible();
    expect(screen.getByRole('region', { name: 'You decided' })).toContainElement(
      document.activeElement as HTMLElement,
    );
    await press('Take back: Days that cannot be read otherwise: the month first');
    await waitFor(() => expect(read()).toHaveLength(3));
    expect(read().at(-1)).toBeUndefined();
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Lines left out' })).toContainElement(
        document.activeElement as HTMLElement,
      ),
    );
    expect(screen.queryByRole('region', { name: 'You decided' })).toBeNull();
  });

  test('in another currency leads to the choice of the one to read', async () => {
    const { press } = await open();
    await press('Check the sales');
    await press('Choose the currency to read');
    expect(await screen.findByRole('heading', { name: 'Say what the columns mean' })).toBeVisible();
  });
});

describe('a file of a shape read before', () => {
  const remembered = aMapping({ fixes: { gifts: true } });

  test('is saved with one tap more, and says what was decided last time', async () => {
    const { asked, press } = await open({ survey: ok({ survey: aSurvey(), remembered }) });
    const ready = within(await screen.findByRole('region', { name: 'Read as last time' }));
    expect(
      ready.getByText(/^990 new sales for Corner Flowers\. The file adds up to €4,821\.50/),
    ).toBeVisible();
    expect(ready.getByText(/10 lines are left out: see below\.$/)).toBeVisible();
    expect(screen.getByText('Lines without an amount are gifts worth 0')).toBeVisible();
    expect(screen.getAllByRole('button', { name: SAVE })).toHaveLength(1);
    await press(SAVE);
    await screen.findByRole('heading', { name: 'Your sales are saved' });
    expect(asked.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['survey', 'dryRun', 'commit']) as string[],
    );
  });

  test('that cannot be read so any more is asked about anew, with the reason', async () => {
    const { press } = await open({
      survey: ok({ survey: aSurvey(), remembered: aMapping({ columns: { date: 5, client: 1, amount: 3 } }) }),
      dryRun: ({ mapping }) =>
        mapping.columns.date === 5
          ? err({ code: 'no-date', details: { column: 'Staff', sample: 'Eva' } })
          : ok(aDraftReport()),
    });
    expect(await screen.findByRole('heading', { name: 'Say what the columns mean' })).toBeVisible();
    expect(screen.getByText('This file is not like your last one of its kind')).toBeVisible();
    expect(screen.getByText(/In the column “Staff” it says, for example, “Eva”/)).toBeVisible();
    expect(screen.getByLabelText('Day of the sale')).toHaveDisplayValue('Date (e.g. 03/04/2026)');
    await press('Check the sales');
    expect(await screen.findByRole('button', { name: SAVE })).toBeVisible();
  });

  test('that would be read in no other way is refused as it is', async () => {
    await open({
      survey: ok({ survey: aSurvey(), remembered: aMapping() }),
      dryRun: err({ code: 'all-future' }),
    });
    expect(await screen.findByText('All dates lie in the future')).toBeVisible();
    expect(screen.queryByText('This file is not like your last one of its kind')).toBeNull();
  });

  test('whose days speak against the order of the last one asks which it is', async () => {
    const question = {
      kind: 'date-order',
      column: 0,
      sample: '03/04/2026',
      readings: ['dmy', 'mdy'],
      speaksFor: 'mdy',
    } as const;
    const { user, press, asked } = await open({
      survey: ok({ survey: aSurvey(), remembered: aMapping() }),
      dryRun: ok(aDraftReport({ questions: [question] })),
    });
    await press(SAVE);
    expect(screen.getByRole('alert')).toHaveTextContent('First answer the question above.');
    await user.click(screen.getByRole('radio', { name: /4 March 2026|March 4, 2026/ }));
    await press(SAVE);
    await screen.findByRole('heading', { name: 'Your sales are saved' });
    expect(asked.filter(({ name }) => name === 'dryRun').at(-1)?.input).toMatchObject({
      mapping: { dateOrder: 'mdy' },
    });
  });

  test('whose days fit both orders is read like the last one without a question', async () => {
    const question = {
      kind: 'date-order',
      column: 0,
      sample: '03/04/2026',
      readings: ['dmy', 'mdy'],
    } as const;
    const { press } = await open({
      survey: ok({ survey: aSurvey(), remembered: aMapping() }),
      dryRun: ok(aDraftReport({ questions: [question] })),
    });
    await press(SAVE);
    expect(await screen.findByRole('heading', { name: 'Your sales are saved' })).toBeVisible();
  });

  test('is shown with all its doubts where much of it is left out', async () => {
    await open({
      survey: ok({ survey: aSurvey(), remembered }),
      dryRun: ok(aDraftReport({}, { leftOut: 400, kept: 600 })),
    });
    expect(await screen.findByText(/40% of the lines were left out/)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Read as last time' })).toBeNull();
    expect(screen.getByRole('button', { name: SAVE })).toBeVisible();
  });
});

describe('how the file is cut', () => {
  test('a workbook has no letters and no delimiters to choose', async () => {
    const { user } = await open({ survey: ok({ survey: aSurvey(), remembered: null, isSheet: true }) });
    await user.click(await screen.findByText('How the file is read'));
    expect(screen.getByLabelText('Titles are on')).toBeVisible();
    expect(screen.queryByLabelText('Letters')).toBeNull();
    expect(screen.queryByLabelText('Columns are split by')).toBeNull();
  });

  test('what the last file of the shape taught is kept in every further look', async () => {
    const { user, asked } = await open({
      survey: ok({ survey: aSurvey(), remembered: null, hints: { encoding: 'windows-1251' } }),
    });
    await user.click(await screen.findByText('How the file is read'));
    await user.selectOptions(screen.getByLabelText('Columns are split by'), 'tabs');
    await waitFor(() =>
      expect(asked.filter(({ name }) => name === 'survey').at(-1)?.input).toMatchObject({
        hints: { encoding: 'windows-1251', delimiter: '\t' },
      }),
    );
  });
});

describe('after saving', () => {
  const news = {
    moved: { fresh: 3, recovered: 1, lost: 2 },
    late: { rows: 5, cents: 4_200 },
    refunds: { rows: 3, cents: -6_000, visits: 2, visitCents: 5_000 },
    toldUpTo: aDraftReport().summary.to,
    lossWithout: 4_000_000,
    lossWith: 4_820_000,
  };
  const toSaved = async (changed: Answers = {}) => {
    const opened = await open({
      commit: { ...saved, headline: aHeadline({ imports: 2 }) },
      importNews: news,
      ...changed,
    });
    await opened.press('Check the sales');
    await opened.press(SAVE);
    await screen.findByRole('heading', { name: 'Your sales are saved' });
    return opened;
  };

  test('a later import says what changed: rows, clients, the loss, refunds, and days that were told before', async () => {
    await toSaved();
    const card = within(await screen.findByRole('region', { name: 'What this import changed' }));
    expect(card.getByText(/^990 new sales, 150 lines were here already/)).toBeVisible();
    expect(await card.findByText('3 new clients, 1 came back, 2 more are lost.')).toBeVisible();
    expect(
      card.getByText('The loss of the last year: €40,000 a year without this import, €48,200 with it.'),
    ).toBeVisible();
    expect(
      card.getByText(
        '3 refunds of €60.00 in all. 2 purchases counted before, of €50.00 in all, are paid back in full and are no visits any more.',
      ),
    ).toBeVisible();
    expect(card.getByText(/^5 lines belong to days up to .*: €42\.00 in all\./)).toBeVisible();
  });

  test('nothing is said of refunds and earlier days where there are none', async () => {
    await toSaved({
      importNews: {
        ...news,
        late: { rows: 0, cents: 0 },
        refunds: { rows: 0, cents: 0, visits: 0, visitCents: 0 },
        lossWith: 4_000_000,
      },
    });
    expect(await screen.findByText('The loss of the last year stays at €40,000 a year.')).toBeVisible();
    expect(screen.queryByText(/refund/)).toBeNull();
    expect(screen.queryByText(/which were counted before/)).toBeNull();
  });

  test('the left-out lines can still be had', async () => {
    const { asked, press } = await toSaved({ leftOutFile: new Blob(['x']) });
    expect(screen.getByText('10 lines of the file were left out.')).toBeVisible();
    await press('Get the left-out lines');
    await waitFor(() => expect(asked.map(({ name }) => name)).toContain('leftOutFile'));
  });

  test('clients who may be in the list twice lead to their page', async () => {
    await toSaved({ sameProposals: { proposals: [], found: 7 } });
    expect(await screen.findByText('7 clients may be in your list twice')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Look at them' })).toHaveAttribute('href', '#/clients/same');
  });
});
