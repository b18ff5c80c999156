import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '../../../src/domain/kernel/result';
import ImportPage from '../../../src/features/import/ImportPage.svelte';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure, type FailureCode } from '../../../src/storage/failure';
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

const CHECK = 'Check the sales';
const SAVE = 'Save these sales';

const saved = { shopId: 'shop-1', headline: aHeadline(), record: anImport({ added: 990, clientsAdded: 40 }) };

const answers: Answers = {
  survey: ok({ survey: aSurvey(), remembered: null }),
  dryRun: ok(aDraftReport()),
  discard: null,
  commit: saved,
  shops: [aShop()],
  settings: someSettings(),
  confirm: aHeadline(),
};

const inputOf = (asked: readonly { name: string; input: unknown }[], name: string) =>
  asked.filter((question) => question.name === name).at(-1)?.input;

function open({ look, ...changed }: Answers & { look?: Parameters<typeof openShopLook>[0] | 'empty' } = {}) {
  const firstLook = look === 'empty' ? ({ kind: 'empty' } as const) : openShopLook(look);
  const { session, asked } = aSession({ look: firstLook, answers: { ...answers, ...changed } });
  const user = userEvent.setup();
  const view = renderIn(session, ImportPage);
  const pick = async (name = 'till.csv') => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    await user.upload(input, new File(['a'], name));
  };
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  const choose = async (label: string, option: string | RegExp) => {
    const select = screen.getByLabelText<HTMLSelectElement>(label);
    await user.selectOptions(select, within(select).getByRole('option', { name: option }));
  };
  return { session, asked, user, view, pick, press, choose };
}

beforeEach(() => {
  location.hash = '#/import';
});

afterEach(() => {
  cleanup();
  for (const { code } of troubles.present) forget(code);
});

describe('picking a file', () => {
  test('leads to its columns, with a sample of what stands in each', async () => {
    const { pick } = open();
    expect(screen.getByRole('heading', { name: 'Pick your sales file' })).toBeVisible();
    expect(screen.getByText(/stays on this device/)).toBeVisible();
    await pick();
    expect(await screen.findByRole('heading', { name: 'Say what the columns mean' })).toBeVisible();
    expect(screen.getByText('Step 2 of 3')).toBeVisible();
    expect(screen.getByLabelText('Day of the sale')).toHaveDisplayValue('Date (e.g. 03/04/2026)');
    expect(screen.getByLabelText('Client name')).toHaveDisplayValue('Not in this file');
  });

  test('a pasted table is read like a file', async () => {
    const { asked, user, press } = open();
    await press('Paste a table instead');
    await user.type(screen.getByLabelText('Paste the table here'), 'Date Client');
    await press('Read this table');
    await screen.findByRole('heading', { name: 'Say what the columns mean' });
    expect(inputOf(asked, 'survey')).toMatchObject({ given: { name: 'Pasted table' } });
  });

  test('a file that is no table is refused with what to do, and another can be picked', async () => {
    const { pick } = open({ survey: err({ code: 'xls' }) });
    await pick('sales.xls');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This is an old kind of workbook');
    expect(alert).toHaveTextContent('pick Excel workbook (.xlsx)');
    expect(alert).toHaveTextContent('Nothing was saved.');
    expect(screen.getByText('Pick a file')).toBeVisible();
  });

  test('a workbook of several sheets shows which is read, and another can be chosen', async () => {
    const tables = [
      { name: 'Summary', rows: 12 },
      { name: 'Sales', rows: 1000 },
    ];
    const { asked, pick, choose } = open({
      survey: ok({ survey: aSurvey(), remembered: null, tables, chosen: 1 }),
    });
    await pick('sales.xlsx');
    expect(await screen.findByLabelText('Table with the sales')).toHaveDisplayValue('Sales (1,000 lines)');
    await choose('Table with the sales', 'Summary (12 lines)');
    await waitFor(() => expect(inputOf(asked, 'survey')).toMatchObject({ hints: { table: 0 } }));
  });

  test('a file of one table asks for no sheet', async () => {
    const { pick } = open();
    await pick();
    await screen.findByRole('heading', { name: 'Say what the columns mean' });
    expect(screen.queryByLabelText('Table with the sales')).toBeNull();
  });

  test('a file of a shape read before goes straight to the check', async () => {
    const remembered = aMapping({ columns: { date: 0, client: 5, amount: 3 } });
    const { asked, user, pick } = open({ survey: ok({ survey: aSurvey(), remembered }) });
    await pick();
    expect(await screen.findByText(/Read as last time/)).toBeVisible();
    expect(inputOf(asked, 'dryRun')).toMatchObject({ mapping: { columns: { client: 5 } } });
    await user.click((await screen.findAllByRole('button', { name: 'Change columns' }))[0]!);
    expect(await screen.findByLabelText('Client number')).toHaveDisplayValue('Staff (e.g. Eva)');
  });

  test('remembered columns that this file does not have are not used', async () => {
    const remembered = aMapping({ columns: { date: 0, client: 9, amount: 3 } });
    const { pick } = open({ survey: ok({ survey: aSurvey(), remembered }) });
    await pick();
    expect(await screen.findByRole('heading', { name: 'Say what the columns mean' })).toBeVisible();
  });

  test('after a reload in the middle the file has to be picked again, and the page says so', () => {
    location.hash = '#/import?step=check';
    open();
    expect(screen.getByRole('heading', { name: 'Pick your sales file' })).toBeVisible();
    expect(screen.getByText(/has to be picked again/)).toBeVisible();
    expect(location.hash).toBe('#/import');
  });

  test('data that this version may only read takes no sales', () => {
    const { session, asked } = aSession({ look: { kind: 'newer', shops: [aShop()] } });
    renderIn(session, ImportPage);
    expect(screen.getByText('Your data was written by a newer version of the app')).toBeVisible();
    expect(screen.queryByText('Pick a file')).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('the columns', () => {
  test('a changed column is what the check reads', async () => {
    const { asked, pick, press, choose } = open();
    await pick();
    await screen.findByLabelText('Client number');
    await choose('Client number', 'Staff (e.g. Eva)');
    await press(CHECK);
    await screen.findByRole('button', { name: SAVE });
    expect(inputOf(asked, 'dryRun')).toMatchObject({
      mapping: { columns: { date: 0, client: 5, amount: 3 } },
      minorDigits: 2,
    });
  });

  test('a column proposed by its values alone is marked', async () => {
    const { pick } = open({ survey: ok({ survey: aSurvey({ guessed: ['client'] }), remembered: null }) });
    await pick();
    expect(await screen.findByText('Please check')).toBeVisible();
  });

  test('without a client the file is not read, and the page says what to export', async () => {
    const survey = aSurvey({ mapping: aMapping({ columns: { date: 0, amount: 3 } }), missing: ['client'] });
    const { asked, pick, press } = open({ survey: ok({ survey, remembered: null }) });
    await pick();
    expect(await screen.findByText('This report has no clients')).toBeVisible();
    await press(CHECK);
    expect(screen.getByRole('alert')).toHaveTextContent('Something is still open');
    expect(inputOf(asked, 'dryRun')).toBeUndefined();
  });

  test('a file without amounts can count visits, in a shop that counts nothing else', async () => {
    const survey = aSurvey({ mapping: aMapping({ columns: { date: 0, client: 1 } }), missing: ['amount'] });
    const { asked, pick, press, choose } = open({ survey: ok({ survey, remembered: null }) });
    await pick();
    expect(await screen.findByText('No amounts were found')).toBeVisible();
    await choose('The money of a sale', /count visits/);
    expect(screen.getByText(/so these visits go into a shop of their own/)).toBeVisible();
    await press(CHECK);
    await press(SAVE);
    await screen.findByRole('heading', { name: 'Your sales are saved' });
    expect(inputOf(asked, 'dryRun')).toMatchObject({ shopId: null, mapping: { countVisits: true } });
    expect(inputOf(asked, 'commit')).toMatchObject({ shopId: null, settings: { currency: 'VISITS' } });
  });

  test('a shop that counts visits counts the rows of every file', async () => {
    const { asked, pick, press } = open({ look: { settings: someSettings({ currency: 'VISITS' }) } });
    await pick();
    expect(await screen.findByText(/Amounts of the file are left aside/)).toBeVisible();
    await press(CHECK);
    await screen.findByRole('button', { name: SAVE });
    expect(inputOf(asked, 'dryRun')).toMatchObject({ shopId: 'shop-1', mapping: { countVisits: true } });
  });

  test('whose amount stands on every line of an order is asked, and the answer is read with', async () => {
    const questions = [
      { kind: 'every-line', column: 3, sample: 'Total', readings: ['order', 'line'] },
    ] as const;
    const mapping = aMapping({ rules: { everyLine: { receipt: 1, amount: 'open' } } });
    const survey = ok({ survey: aSurvey({ questions, mapping }), remembered: null });
    const { asked, user, pick, press } = open({ survey });
    await pick();
    const order = await screen.findByRole('radio', { name: /The whole order’s/ });
    await press(CHECK);
    expect(screen.getByRole('alert')).toHaveTextContent('Something is still open');
    await user.click(order);
    await press(CHECK);
    await screen.findByRole('button', { name: SAVE });
    const rules = { everyLine: { receipt: 1, amount: 'order' } };
    expect(inputOf(asked, 'dryRun')).toMatchObject({ mapping: { rules } });
  });

  test('two readings of a day are spelled out, and one has to be chosen', async () => {
    const questions = [
      { kind: 'date-order', column: 0, sample: '03/04/2026', readings: ['dmy', 'mdy'] },
    ] as const;
    const { asked, user, pick, press } = open({
      survey: ok({ survey: aSurvey({ questions }), remembered: null }),
    });
    await pick();
    const group = await screen.findByRole('group', { name: /Which day is 03\/04\/2026/ });
    expect(within(group).getAllByRole('radio')).toHaveLength(2);
    await press(CHECK);
    expect(screen.getByRole('alert')).toHaveTextContent('Something is still open');
    await user.click(within(group).getByRole('radio', { name: /4 March 2026|March 4, 2026/ }));
    await press(CHECK);
    await screen.findByRole('button', { name: SAVE });
    expect(inputOf(asked, 'dryRun')).toMatchObject({ mapping: { dateOrder: 'mdy' } });
  });

  test('how the file is cut into columns can be corrected, one correction on top of the other', async () => {
    const { asked, pick, choose, user } = open();
    await pick();
    await user.click(await screen.findByText('How the file is read'));
    await choose('Columns are split by', 'tabs');
    await waitFor(() => expect(inputOf(asked, 'survey')).toMatchObject({ hints: { delimiter: '\t' } }));
    await waitFor(() => expect(screen.getByLabelText('Titles are on')).toBeEnabled());
    await choose('Titles are on', 'no line');
    await waitFor(() =>
      expect(inputOf(asked, 'survey')).toMatchObject({ hints: { delimiter: '\t', headerLine: 0 } }),
    );
  });

  test('200 columns are offered like six', async () => {
    const columns = Array.from({ length: 200 }, (_, index) => ({
      ...aSurvey().columns[0]!,
      index,
      title: `T${index}`,
    }));
    const { pick } = open({ survey: ok({ survey: aSurvey({ columns }), remembered: null }) });
    await pick();
    const select = await screen.findByLabelText('Day of the sale');
    expect(within(select).getAllByRole('option')).toHaveLength(201);
  });
});

describe('the check', () => {
  const toCheck = async (changed: Parameters<typeof open>[0] = {}) => {
    const opened = open(changed);
    await opened.pick();
    await opened.press(CHECK);
    return opened;
  };

  test('shows what saving would bring, and saves nothing', async () => {
    const { asked } = await toCheck();
    expect(await screen.findByText('€4,821.50')).toBeVisible();
    expect(screen.getByText('Does this match your till?')).toBeVisible();
    expect(screen.getByText('10 left out')).toBeVisible();
    expect(screen.getByText('all of them new')).toBeVisible();
    expect(screen.getByText('90%')).toBeVisible();
    expect(inputOf(asked, 'commit')).toBeUndefined();
  });

  test('groups the left-out lines by cause, with what stood there and where', async () => {
    await toCheck();
    const group = (await screen.findByText('Date not readable')).closest('li')!;
    expect(group).toHaveTextContent('8 lines');
    expect(group).toHaveTextContent('“soon”');
    expect(within(group).getByText('17')).toBeVisible();
    expect(group).toHaveTextContent('and 5 more');
  });

  test('hands the left-out lines over, with the reasons in words', async () => {
    const { asked, press } = await toCheck({ leftOutFile: new Blob(['x']) });
    await press('Get the left-out lines');
    await waitFor(() =>
      expect(inputOf(asked, 'leftOutFile')).toMatchObject({
        reasons: { 'date-unreadable': 'Date not readable' },
        heads: ['Line', 'Reason', 'File'],
      }),
    );
  });

  test('a file imported before adds nothing and cannot be saved', async () => {
    const sameFile = anImport({ at: new Date(2026, 9, 12, 9).getTime() });
    await toCheck({ dryRun: ok(aDraftReport({ sameFile })) });
    expect(await screen.findByText(/This very file was imported on .*(12 October|October 12)/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See the loss' })).toHaveAttribute('href', '#/loss');
    expect(screen.queryByRole('button', { name: SAVE })).toBeNull();
  });

  test('rows that an earlier file brought are counted and can be added around', async () => {
    await toCheck({ dryRun: ok(aDraftReport({ overlap: 700 })) });
    expect(
      await screen.findByText('700 lines were already imported and are not counted twice.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: SAVE })).toBeVisible();
  });

  test('a file of nothing but known rows cannot be saved', async () => {
    await toCheck({ dryRun: ok(aDraftReport({ overlap: 990 })) });
    expect(await screen.findByText('Every line of this file was already imported')).toBeVisible();
    expect(screen.queryByRole('button', { name: SAVE })).toBeNull();
  });

  test('a file refused as a whole says why, with the text that gave the reason', async () => {
    const refused = err({ code: 'amount-is-text', details: { column: 'Total', sample: 'free' } } as const);
    const { press } = await toCheck({ dryRun: refused });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The amounts are not numbers');
    expect(alert).toHaveTextContent('“Total”');
    expect(alert).toHaveTextContent('“free”');
    await press('Change columns');
    expect(await screen.findByRole('heading', { name: 'Say what the columns mean' })).toBeVisible();
  });

  test('a question that only the whole file raises is asked here, and the answer is read with', async () => {
    const questions = [{ kind: 'decimal', column: 3, sample: '15.000', readings: ['.', ','] }] as const;
    const { asked, user, press } = await toCheck({ dryRun: ok(aDraftReport({ questions })) });
    await press(SAVE);
    expect(screen.getByRole('alert')).toHaveTextContent('First answer the question above.');
    const readings = asked.filter(({ name }) => name === 'dryRun').length;
    await user.click(screen.getByRole('radio', { name: /15,000/ }));
    await screen.findByRole('button', { name: SAVE });
    expect(asked.filter(({ name }) => name === 'dryRun')).toHaveLength(readings + 1);
    expect(inputOf(asked, 'dryRun')).toMatchObject({ mapping: { decimal: ',' } });
    await press(SAVE);
    expect(await screen.findByRole('heading', { name: 'Your sales are saved' })).toBeVisible();
  });

  test('the reading can be stopped, and begun again', async () => {
    let stopped = false;
    let round = 0;
    const { press } = await toCheck({
      dryRun: (_, { signal, onProgress }) => {
        if (++round > 1) return ok(aDraftReport());
        onProgress?.({ rows: 41_207, share: 0.4 });
        return new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            stopped = true;
            reject(new Failure('cancelled'));
          });
        });
      },
    });
    expect(await screen.findByText('41,207 lines')).toBeVisible();
    await press('Cancel');
    expect(await screen.findByText(/The reading was stopped/)).toBeVisible();
    expect(stopped).toBe(true);
    expect(troubles.present).toEqual([]);
    await press('Read again');
    expect(await screen.findByRole('button', { name: SAVE })).toBeVisible();
  });
});

describe('saving', () => {
  const toSave = async (changed: Parameters<typeof open>[0] = {}) => {
    const opened = open(changed);
    await opened.pick();
    await opened.press(CHECK);
    await screen.findByRole('button', { name: SAVE });
    return opened;
  };

  test('adds to the open shop and shows the loss right there', async () => {
    const { asked, press } = await toSave();
    await press(SAVE);
    expect(await screen.findByRole('heading', { name: 'Your sales are saved' })).toBeVisible();
    expect(inputOf(asked, 'commit')).toMatchObject({ shopId: 'shop-1', settings: {}, fingerprint: 'f1' });
    expect(screen.getByText(/990 sales added to Corner Flowers/)).toBeVisible();
    expect(await screen.findByText(/214 of 1,402 clients left/)).toBeVisible();
    expect(screen.getByText('€48,200')).toBeVisible();
  });

  test('the first import makes a shop with a name and a currency', async () => {
    const { asked, user, press, choose } = await toSave({ look: 'empty' });
    const name = screen.getByLabelText('Name of the shop');
    await user.clear(name);
    await press(SAVE);
    expect(screen.getByRole('alert')).toHaveTextContent('Give the shop a name.');
    await user.type(name, 'Fleur');
    await choose('Currency', /CHF/);
    await press(SAVE);
    await screen.findByRole('heading', { name: 'Your sales are saved' });
    expect(inputOf(asked, 'commit')).toMatchObject({
      shopId: null,
      settings: { name: 'Fleur', currency: 'CHF' },
    });
  });

  test('sales never go into the example shop', async () => {
    const { asked, press } = await toSave({ look: { shop: aShop({ kind: 'example' }) } });
    expect(screen.getByText(/The example shop is not touched/)).toBeVisible();
    await press(SAVE);
    await screen.findByRole('heading', { name: 'Your sales are saved' });
    expect(inputOf(asked, 'survey')).toMatchObject({ shopId: null });
    expect(inputOf(asked, 'commit')).toMatchObject({ shopId: null });
  });

  test('a currency without cents reads the amounts again', async () => {
    const { asked, choose } = await toSave({ look: 'empty' });
    await choose('Currency', /JPY/);
    await waitFor(() => expect(inputOf(asked, 'dryRun')).toMatchObject({ minorDigits: 0 }));
  });

  test('the sales can go into a new shop instead of the open one', async () => {
    const { asked, press } = await toSave();
    await press('Put them into a new shop instead');
    await screen.findByRole('button', { name: SAVE });
    expect(inputOf(asked, 'dryRun')).toMatchObject({ shopId: null });
    await press('Add them to Corner Flowers instead');
    await screen.findByRole('button', { name: SAVE });
    expect(inputOf(asked, 'dryRun')).toMatchObject({ shopId: 'shop-1' });
  });

  test.each<FailureCode>(['disk-full', 'busy-elsewhere', 'unexpected'])(
    'after %s the draft is kept, and saving can be tried again',
    async (code) => {
      let round = 0;
      const commit: Answers['commit'] = () => {
        if (++round === 1) throw new Failure(code);
        return saved;
      };
      const { press } = await toSave({ commit });
      await press(SAVE);
      await waitFor(() => expect(troubles.present.map((trouble) => trouble.code)).toEqual([code]));
      expect(screen.getByText('€4,821.50')).toBeVisible();
      await press(SAVE);
      expect(await screen.findByRole('heading', { name: 'Your sales are saved' })).toBeVisible();
    },
  );

  test('what was saved before the wish to stop arrived is shown as saved', async () => {
    let finish: () => void = () => undefined;
    const { press } = await toSave({
      commit: (_, { toTheEnd }) => {
        expect(toTheEnd).toBe(true);
        return new Promise((resolve) => (finish = () => resolve(saved)));
      },
    });
    await press(SAVE);
    await press('Cancel');
    finish();
    expect(await screen.findByRole('heading', { name: 'Your sales are saved' })).toBeVisible();
  });

  test('once the worker writes there is no Cancel any more', async () => {
    const { press } = await toSave({
      commit: (_, { onProgress }) => {
        onProgress?.({ rows: 990, share: 0.95 });
        return new Promise(() => undefined);
      },
    });
    await press(SAVE);
    expect(await screen.findByText(/this part cannot be stopped/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  test('the import just saved can be undone', async () => {
    const { asked, press } = await toSave({ undo: null });
    await press(SAVE);
    await press('Undo this import');
    expect(await screen.findByRole('heading', { name: 'Pick your sales file' })).toBeVisible();
    expect(inputOf(asked, 'undo')).toMatchObject({ shopId: 'shop-1', importId: 1 });
  });
});

test('leaving the page puts the file down', async () => {
  const { asked, view, pick } = open();
  await pick();
  await screen.findByRole('heading', { name: 'Say what the columns mean' });
  view.unmount();
  expect(inputOf(asked, 'discard')).toBe(null);
});
