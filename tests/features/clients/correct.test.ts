import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/kernel/day';
import CorrectionsPage from '../../../src/features/clients/correct/CorrectionsPage.svelte';
import Receipts from '../../../src/features/clients/Receipts.svelte';
import { formatDay, formatMoney } from '../../../src/i18n/formats';
import { Failure } from '../../../src/storage/failure';
import { toasts } from '../../../src/ui/toasts.svelte';
import type { CorrectionShown, RowShown, RowToCorrect } from '../../../src/workers/correctionJobs';
import type { ClientDetail, ClientListColumns, Receipt } from '../../../src/workers/protocol';
import { aClient, aClientList } from '../../support/aClient';
import {
  aHeadline,
  aSession,
  openShopLook,
  renderIn,
  someSettings,
  type Answers,
} from '../../support/aSession';
import { aWindow } from '../../support/aWindow';
import { day } from '../../support/salesLog';

const anna = aClient([['2026-05-01', 40]], { asOf: '2026-05-23' });
const on = day('2026-05-01');
const says = (cents: number, what: Partial<RowShown> = {}): RowShown => ({
  day: on,
  cents,
  client: 7,
  name: 'Anna Berg',
  ...what,
});
const row = (nth: number, cents: number, what: Partial<RowToCorrect> = {}): RowToCorrect => ({
  row: '0123456789abcdef',
  nth,
  was: says(cents),
  now: says(cents),
  isCorrected: false,
  ...what,
});
const twoLines: Receipt = {
  day: on,
  total: 5_000,
  lines: [
    { row: 3, product: 'Tulips', employee: '', cents: 4_000, quantity: 0 },
    { row: 4, product: '', employee: '', cents: 1_000, quantity: 0 },
  ],
};

const open = (answers: Answers = {}, detail: ClientDetail = anna, currency = 'EUR') => {
  const look = openShopLook({ settings: someSettings({ currency }) });
  const made = aSession({
    look,
    answers: {
      rowsToCorrect: [row(0, 4_000)],
      correctionEffect: aHeadline({}, { lost: 213, lostValue: 4_700_000 }),
      correct: { headline: aHeadline(), undo: [{ ...row(0, 0), to: 'as-filed' }], returnsGone: 0 },
      ...answers,
    },
  });
  renderIn(made.session, Receipts, { detail });
  return {
    ...made,
    kept: () =>
      made.asked.flatMap(({ name, input }) =>
        name === 'correct' ? (input as { changes: readonly unknown[] }).changes : [],
      ),
  };
};

/** Opens the first receipt, and the dialog for it. */
async function ask(what: RegExp) {
  await userEvent.click(screen.getAllByText(formatDay(on))[0]!);
  await userEvent.click(screen.getByRole('button', { name: what }));
  return within(await screen.findByRole('dialog'));
}

beforeEach(() => {
  aWindow();
});

describe('a line of a receipt', () => {
  it('is corrected with a new sum, after what changes was shown, and the correction can be undone', async () => {
    const { kept, asked } = open();
    const dialog = await ask(/Correct the receipt/);
    const amount = await dialog.findByLabelText('Amount');
    expect(amount).toHaveValue('40');
    expect(asked.map(({ name }) => name)).not.toContain('correctionEffect');
    await userEvent.clear(amount);
    await userEvent.type(amount, '4,50');
    expect(await dialog.findByText(/Clients who left: 214/)).toHaveTextContent(
      `${formatMoney(4_820_000, 'EUR')} → ${formatMoney(4_700_000, 'EUR')} a year. Clients who left: 214 → 213.`,
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Correct' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(kept()).toMatchObject([
      { row: '0123456789abcdef', nth: 0, to: { day: on, cents: 450, client: 7 } },
    ]);
    expect(toasts.shown.at(-1)!.text).toBe('Corrected. It stays so when the same sales are imported again.');
    toasts.shown.at(-1)!.action!.run();
    await waitFor(() => expect(kept().at(-1)).toMatchObject({ nth: 0, to: 'as-filed' }));
    await waitFor(() => expect(toasts.shown.at(-1)!.text).toBe('It is as it was before.'));
  });

  it('may be money given back, of another day and another client', async () => {
    const found: ClientListColumns = {
      ...aClientList([]),
      length: 2,
      client: Uint32Array.of(7, 9),
      names: 'Anna Berg\0Bob Vos',
    };
    const { kept } = open({ clientList: found });
    const dialog = await ask(/Correct the receipt/);
    await userEvent.clear(await dialog.findByLabelText('Amount'));
    await userEvent.type(dialog.getByLabelText('Amount'), '-12.50');
    const when = dialog.getByLabelText('Day');
    await userEvent.clear(when);
    await userEvent.type(when, '2026-04-30');
    await userEvent.click(dialog.getByRole('button', { name: 'Another client' }));
    await userEvent.type(dialog.getByRole('searchbox'), 'bo');
    await userEvent.click(await dialog.findByRole('button', { name: 'Bob Vos' }));
    expect(dialog.queryByRole('button', { name: 'Anna Berg' })).not.toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Correct' }));
    await waitFor(() => expect(kept()).toMatchObject([{ to: { day: on - 1, cents: -1_250, client: 9 } }]));
  });

  it('is kept neither with what cannot be read nor where nothing is different', async () => {
    const { kept } = open();
    const dialog = await ask(/Correct the receipt/);
    await dialog.findByLabelText('Amount');
    await userEvent.click(dialog.getByRole('button', { name: 'Correct' }));
    expect(dialog.getByText('Nothing is different yet.')).toBeVisible();
    await userEvent.type(dialog.getByLabelText('Amount'), 'x1');
    await userEvent.clear(dialog.getByLabelText('Day'));
    await userEvent.click(dialog.getByRole('button', { name: 'Correct' }));
    expect(dialog.getByLabelText('Amount')).toHaveAccessibleDescription(/This is not a sum/);
    expect(dialog.getByLabelText('Day')).toHaveAccessibleDescription('Say on which day.');
    await userEvent.type(dialog.getByLabelText('Day'), '2999-01-01');
    expect(dialog.getByLabelText('Day')).toHaveAccessibleDescription('This day is still to come.');
    expect(kept()).toEqual([]);
  });

  it('of a day before anybody had a till keeps it when only the sum is wrong', async () => {
    const old = says(4_000, { day: -400 as Day });
    const { kept } = open({ rowsToCorrect: [row(0, 4_000, { was: old, now: old })] });
    const dialog = await ask(/Correct the receipt/);
    await userEvent.clear(await dialog.findByLabelText('Amount'));
    await userEvent.type(dialog.getByLabelText('Amount'), '1');
    await userEvent.click(dialog.getByRole('button', { name: 'Correct' }));
    await waitFor(() => expect(kept()).toMatchObject([{ to: { day: -400, cents: 100 } }]));
  });

  it('is chosen among several', async () => {
    const { kept } = open(
      { rowsToCorrect: [row(0, 4_000), row(1, 1_000)] },
      { ...anna, receipts: [twoLines] },
    );
    const dialog = await ask(/Correct the receipt/);
    expect(await dialog.findByRole('button', { name: `Tulips, ${formatMoney(4_000, 'EUR')}` })).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: `Line 2, ${formatMoney(1_000, 'EUR')}` }));
    await userEvent.clear(dialog.getByLabelText('Amount'));
    await userEvent.type(dialog.getByLabelText('Amount'), '0');
    await userEvent.click(dialog.getByRole('button', { name: 'Correct' }));
    await waitFor(() => expect(kept()).toMatchObject([{ nth: 1, to: { cents: 0 } }]));
  });

  it('is cancelled alone where the receipt has others', async () => {
    const { kept } = open(
      { rowsToCorrect: [row(0, 4_000), row(1, 1_000)] },
      { ...anna, receipts: [twoLines] },
    );
    const dialog = await ask(/Correct the receipt/);
    await userEvent.click(await dialog.findByRole('button', { name: /^Tulips/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel this line' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel the line' }));
    await waitFor(() => expect(kept()).toMatchObject([{ nth: 0, to: 'cancelled' }]));
    expect(kept()).toHaveLength(1);
  });

  it('that was corrected says what its file says, and can be taken back', async () => {
    const at = Date.UTC(2026, 4, 20, 12);
    const corrected = { was: says(9_900), at };
    const receipt = { ...twoLines, lines: [{ ...twoLines.lines[0]!, corrected }] };
    const { kept } = open(
      { rowsToCorrect: [row(0, 9_900, { now: says(4_000), isCorrected: true })] },
      { ...anna, receipts: [receipt] },
    );
    expect(screen.getByText('corrected')).toBeVisible();
    const dialog = await ask(/Correct the receipt/);
    const filed = `${formatMoney(9_900, 'EUR')} on ${formatDay(on)}, Anna Berg`;
    expect(
      screen.getByText(`Corrected on ${formatDay(day('2026-05-20'))}. The file says ${filed}.`),
    ).toBeVisible();
    expect(await dialog.findByText(`Corrected before. The file says: ${filed}.`)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Take back' }));
    await waitFor(() => expect(kept()).toMatchObject([{ to: 'as-filed' }]));
  });

  it('has no sum in a shop that counts visits', async () => {
    open({}, anna, 'VISITS');
    const dialog = await ask(/Correct the receipt/);
    expect(await dialog.findByLabelText('Day')).toBeVisible();
    expect(dialog.queryByLabelText('Amount')).not.toBeInTheDocument();
  });

  it('that is gone in the meantime is not corrected blindly', async () => {
    open({ rowsToCorrect: null });
    const dialog = await ask(/Correct the receipt/);
    expect(await dialog.findByText(/The sales have changed in the meantime/)).toBeVisible();
  });
});

describe('older receipts', () => {
  it('are there when they are asked for', async () => {
    const older = {
      ...anna,
      receiptCount: 2,
      receipts: [
        twoLines,
        { ...twoLines, day: (on - 400) as Day, lines: [{ ...twoLines.lines[0]!, row: 1 }] },
      ],
    };
    const { asked } = open({ client: older }, { ...anna, receiptCount: 2 });
    await userEvent.click(screen.getByRole('button', { name: 'Show older receipts' }));
    expect(await screen.findByText(formatDay(on - 400))).toBeVisible();
    expect(asked.find(({ name }) => name === 'client')!.input).toMatchObject({ client: 7, older: true });
    expect(screen.queryByRole('button', { name: 'Show older receipts' })).not.toBeInTheDocument();
  });
});

describe('a whole receipt', () => {
  it('that is cancelled leaves the list, and the title of the page has the focus instead', async () => {
    const title = document.createElement('h1');
    title.tabIndex = -1;
    document.body.append(title);
    const { kept } = open();
    const dialog = await ask(/Cancel this receipt/);
    await userEvent.click(await dialog.findByRole('button', { name: 'Cancel the receipt' }));
    await waitFor(() => expect(title).toHaveFocus());
    expect(kept()).toHaveLength(1);
    title.remove();
  });

  it('is cancelled with all its lines, and returns that no longer count are told', async () => {
    const { kept } = open(
      {
        rowsToCorrect: [row(0, 4_000), row(1, 1_000)],
        correct: { headline: aHeadline(), undo: [], returnsGone: 1 },
      },
      { ...anna, receipts: [twoLines] },
    );
    const dialog = await ask(/Cancel this receipt/);
    expect(await dialog.findByText(/counts for nothing from then on/)).toHaveTextContent(
      formatMoney(5_000, 'EUR'),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel the receipt' }));
    await waitFor(() =>
      expect(kept()).toMatchObject([
        { nth: 0, to: 'cancelled' },
        { nth: 1, to: 'cancelled' },
      ]),
    );
    await waitFor(() =>
      expect(toasts.shown.at(-1)!.text).toBe(
        'The receipt is cancelled. One return that you won no longer counts.',
      ),
    );
  });

  it('stays where the owner leaves it', async () => {
    const { kept } = open();
    const dialog = await ask(/Cancel this receipt/);
    await userEvent.click(await dialog.findByRole('button', { name: 'Leave it as it is' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(kept()).toEqual([]);
  });
});

describe('the page of all corrections', () => {
  const correction = (what: Partial<CorrectionShown>): CorrectionShown => ({
    row: '0123456789abcdef',
    nth: 0,
    was: says(9_900),
    now: says(4_000, { client: 9, name: 'Bob Vos' }),
    at: Date.UTC(2026, 4, 20, 12),
    isWaiting: false,
    ...what,
  });
  const show = (answers: Answers) => {
    const made = aSession({ answers });
    renderIn(made.session, CorrectionsPage);
    return made;
  };

  it('says what counts, what the file says, and whom it concerns', async () => {
    const { asked } = show({
      corrections: [correction({}), correction({ nth: 1, now: null, isWaiting: true })],
      correct: { headline: aHeadline(), undo: [], returnsGone: 0 },
    });
    expect(
      await screen.findByText(`Counts as ${formatMoney(4_000, 'EUR')} on ${formatDay(on)}, Bob Vos`),
    ).toBeVisible();
    expect(screen.getByText('Cancelled: counts for nothing')).toBeVisible();
    expect(screen.getByText(/The correction waits for it/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Bob Vos' })).toHaveAttribute('href', '#/clients/9');
    await userEvent.click(screen.getAllByRole('button', { name: /^Take back/ })[1]!);
    await waitFor(() =>
      expect(asked.find(({ name }) => name === 'correct')!.input).toMatchObject({
        changes: [{ nth: 1, to: 'as-filed' }],
      }),
    );
  });

  it('names a row without a client by its sum and day', async () => {
    show({ corrections: [correction({ was: says(300, { client: null, name: '' }), now: null })] });
    expect(
      await screen.findByRole('button', {
        name: `Take back the correction of ${formatMoney(300, 'EUR')} on ${formatDay(on)}`,
      }),
    ).toBeVisible();
  });

  it('says that there are none, and tells where they cannot be had', async () => {
    show({ corrections: [] });
    expect(await screen.findByRole('heading', { name: 'Nothing was corrected' })).toBeVisible();
  });

  it('tells when they cannot be read', async () => {
    show({ corrections: () => Promise.reject(new Failure('disk-full')) });
    expect(await screen.findByRole('button', { name: /again/i })).toBeVisible();
  });
});
