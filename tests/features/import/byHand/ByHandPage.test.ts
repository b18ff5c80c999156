import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HandSale } from '../../../../src/domain/byHand/handSale';
import { parseIsoDay } from '../../../../src/domain/kernel/day';
import ByHandPage from '../../../../src/features/import/byHand/ByHandPage.svelte';
import { formatDay } from '../../../../src/i18n/formats';
import { STATUS } from '../../../../src/domain/loss/status';
import { HAND_SALES } from '../../../../src/domain/notebook/handSales';
import type { Entry } from '../../../../src/domain/notebook/notebook';
import { Failure } from '../../../../src/storage/failure';
import type { Namesake } from '../../../../src/workers/byHandJobs';
import type { Input } from '../../../../src/workers/protocol';
import { aClientList } from '../../../support/aClient';
import { aHeadline, anImport, aSession, renderIn, type Answers } from '../../../support/aSession';
import { aWindow } from '../../../support/aWindow';

const bob: Namesake = {
  client: 4,
  name: 'Bob Vos',
  phone: '',
  number: 'bob vos',
  visits: 3,
  lastVisit: parseIsoDay('2026-02-20'),
};

/** A shop that keeps what is saved about it; Bob Vos is its client. */
function open({ answers = {}, shop }: { answers?: Answers; shop?: null } = {}) {
  let kept: readonly Entry[] = [];
  const made = aSession({
    ...(shop === null && { look: { kind: 'empty' } }),
    answers: {
      entries: () => ({ entries: kept, setAside: 0 }),
      saveEntries: ({ change }) => {
        kept = change.put ?? [];
        return null;
      },
      namesakes: ({ name }) => (name.toLowerCase() === 'bob vos' ? [bob] : []),
      clientList: () => ({
        ...aClientList([{ name: 'Bob Vos', status: STATUS.lost }]),
        client: Uint32Array.of(4),
        lastVisit: Int32Array.of(bob.lastVisit),
      }),
      clientNames: new Map([[4, 'Bob Vos']]),
      alikeSales: [],
      soldWords: { products: ['Rose'], employees: ['Mia'] },
      importNews: null,
      saveByHand: ({ shopId, sales }) => ({
        shopId: shopId ?? 'made',
        headline: aHeadline(),
        record: anImport({ by: 'hand', fileName: '', added: sales.length, overlap: 0, clientsAdded: 0 }),
        recoveredBefore: [],
        clients: [4],
      }),
      ...answers,
    },
  });
  renderIn(made.session, ByHandPage);
  const saved = () =>
    made.asked.filter(({ name }) => name === 'saveByHand').map(({ input }) => input as Input<'saveByHand'>);
  return { ...made, saved, kept: () => kept };
}

const client = () => screen.findByRole('combobox', { name: 'Client' });
const amount = () => screen.getByLabelText('Amount');
const heading = (name: string) => screen.findByRole('heading', { name });
const write = async (who: string, sum: string) => {
  await userEvent.type(await client(), who);
  await userEvent.clear(amount());
  await userEvent.type(amount(), sum);
};

beforeEach(() => {
  aWindow();
  location.hash = '#/import/by-hand';
});

describe('a sale written down by hand', () => {
  it('is saved at once, with the client of that name', async () => {
    const { saved } = open();
    await write('bob vos', '12,50');
    expect(
      await screen.findByText(`Known: 3 visits, the last on ${formatDay(bob.lastVisit)}.`),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    expect(await heading('1 sale saved')).toHaveFocus();
    expect(saved()).toMatchObject([
      {
        draft: null,
        clients: [],
        sales: [{ cents: 1_250, who: { kind: 'known', client: 4, name: 'Bob Vos' } }],
      },
    ]);
  });

  it('needs an amount that can be read, and a day that has been', async () => {
    const { saved } = open();
    await userEvent.type(await client(), 'Eva');
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    expect(screen.getByText('Please write the amount.')).toBeVisible();
    await waitFor(() => expect(amount()).toHaveFocus());
    await userEvent.type(amount(), 'ten');
    const day = screen.getByLabelText('Day');
    await userEvent.clear(day);
    await userEvent.type(day, '2999-01-01');
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    expect(screen.getByText('This cannot be read as an amount.')).toBeVisible();
    expect(screen.getByText('This day is still to come.')).toBeVisible();
    expect(saved()).toEqual([]);
  });

  it('may be money given back, without a client', async () => {
    const { saved } = open();
    await client();
    await userEvent.type(amount(), '-5');
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    await heading('1 sale saved');
    expect(saved()[0]?.sales).toMatchObject([{ cents: -500, who: null }]);
  });

  it('is not given to one of two who bear the name', async () => {
    const other = { ...bob, client: 9 };
    const { saved } = open({ answers: { namesakes: [bob, other] } });
    await write('bob vos', '5');
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    expect(screen.getByText('Several clients bear this name. Pick the right one.')).toBeVisible();
    await userEvent.type(await client(), '{Backspace}s');
    await userEvent.click(await screen.findByRole('option', { name: `Bob Vos ${formatDay(bob.lastVisit)}` }));
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    await heading('1 sale saved');
    expect(saved()[0]?.sales).toMatchObject([{ who: { kind: 'known', client: 4 } }]);
  });

  it('may be of another person of a name that is there', async () => {
    const { saved } = open();
    await write('Bob Vos', '5');
    await userEvent.type(await client(), '{Backspace}s');
    await userEvent.click(await screen.findByRole('option', { name: 'New client: Bob Vos' }));
    expect(await screen.findByText('New, and not the one of this name you have.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    await heading('1 sale saved');
    expect(saved()[0]?.sales).toMatchObject([{ who: { kind: 'new', name: 'Bob Vos', another: true } }]);
  });

  it('knows its client where their page led here', async () => {
    location.hash = '#/import/by-hand?client=4';
    const { saved } = open();
    expect(await client()).toHaveValue('Bob Vos');
    await waitFor(() => expect(amount()).toHaveFocus());
    await userEvent.keyboard('7');
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    await heading('1 sale saved');
    expect(saved()[0]?.sales).toMatchObject([{ who: { kind: 'known', client: 4 }, cents: 700 }]);
  });

  it('begins a shop where there is none', async () => {
    const { saved } = open({ shop: null });
    await write('Eva', '5');
    const name = screen.getByLabelText('Name of the shop');
    await userEvent.clear(name);
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    await waitFor(() => expect(name).toHaveFocus());
    expect(saved()).toEqual([]);
    await userEvent.type(name, 'Stall');
    await userEvent.click(screen.getByRole('button', { name: 'Save this sale' }));
    await waitFor(() => expect(saved()).toMatchObject([{ shopId: null, settings: { name: 'Stall' } }]));
  });
});

describe('sales in a row', () => {
  it('go by keyboard alone into a list, which is kept at once and saved together', async () => {
    const { saved, kept } = open();
    await waitFor(async () => expect(await client()).toHaveFocus());
    await userEvent.keyboard('bob vos{Tab}40{Enter}');
    await heading('1 sale, not saved yet');
    await waitFor(async () => expect(await client()).toHaveFocus());
    await userEvent.keyboard('Eva Blom{Tab}9{Enter}');
    await heading('2 sales, not saved yet');
    await waitFor(async () => expect(await client()).toHaveFocus());
    await userEvent.keyboard('eva blom{Tab}9.5');
    expect(await screen.findByText('New, as in the list below.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save 3 sales' })).toBeVisible();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await heading('3 sales saved');
    expect(kept()).toMatchObject([{ kind: 'handSales', rev: 3, sales: [{}, {}, {}] }]);
    const [{ sales, draft }] = saved() as [Input<'saveByHand'>];
    expect(draft).toBe(3);
    expect(sales.map(({ cents }) => cents)).toEqual([4_000, 900, 950]);
    expect(sales[2]?.who).toEqual(sales[1]?.who);
  });

  const listed: HandSale = {
    id: 's1',
    day: parseIsoDay('2026-11-20'),
    who: { kind: 'known', client: 4, name: 'Bob Vos' },
    cents: 4_000,
    product: 'Rose',
    employee: '',
  };
  const list: Entry = {
    kind: 'handSales',
    id: HAND_SALES,
    rev: 1,
    madeAt: 1,
    changedAt: 1,
    sales: [listed, { ...listed, id: 's2', who: null, cents: 300 }],
  };

  it('that were left are there again, can be changed and taken out', async () => {
    let kept = list;
    const { saved } = open({
      answers: {
        entries: () => ({ entries: [kept], setAside: 0 }),
        saveEntries: ({ change }) => {
          kept = change.put?.[0] as typeof list;
          return null;
        },
        alikeSales: ['s1'],
      },
    });
    await heading('2 sales, not saved yet');
    expect(await screen.findByText(/The shop has such a sale already/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Remove: Without a client/ }));
    await heading('1 sale, not saved yet');
    await userEvent.click(screen.getByRole('button', { name: /^Change: Bob Vos/ }));
    await waitFor(() => expect(amount()).toHaveFocus());
    expect(amount()).toHaveValue('40');
    await userEvent.clear(amount());
    await userEvent.type(amount(), '41{Enter}');
    const row = (await screen.findAllByRole('listitem')).find((item) => item.textContent?.includes('Bob'));
    expect(within(row!).getByText('€41.00')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Save 1 sale' }));
    await heading('1 sale saved');
    expect(saved()[0]?.sales).toMatchObject([{ id: 's1', cents: 4_100, product: 'Rose' }]);
  });
});

describe('a client written down by hand', () => {
  beforeEach(() => {
    location.hash = '#/import/by-hand?what=client';
  });

  it('is saved without a sale, and shown', async () => {
    const { saved } = open();
    await userEvent.type(await screen.findByLabelText('Name'), 'Eva Blom');
    await userEvent.type(screen.getByLabelText(/^Phone/), '0470 9');
    await userEvent.click(screen.getByRole('button', { name: 'Save the client' }));
    await waitFor(() => expect(location.hash).toBe('#/clients/4'));
    expect(saved()).toMatchObject([
      { sales: [], clients: [{ name: 'Eva Blom', phone: '0470 9', another: false }] },
    ]);
  });

  it('who is there already is shown first', async () => {
    const { saved } = open();
    await userEvent.type(await screen.findByLabelText('Name'), 'Bob Vos');
    expect(await screen.findByText('There is one already')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open Bob Vos' })).toHaveAttribute('href', '#/clients/4');
    await userEvent.click(screen.getByRole('button', { name: 'It is another person: save' }));
    await waitFor(() => expect(saved()).toMatchObject([{ clients: [{ another: true }] }]));
  });

  it('who was forgotten is not kept again, and that is said', async () => {
    open({
      answers: {
        saveByHand: () => {
          throw new Failure('nothing-to-save');
        },
      },
    });
    await userEvent.type(await screen.findByLabelText('Name'), 'Eva Blom');
    await userEvent.click(screen.getByRole('button', { name: 'Save the client' }));
    expect(await screen.findByText(/was forgotten in this shop/)).toBeVisible();
    await userEvent.type(screen.getByLabelText('Name'), 's');
    expect(screen.queryByText(/was forgotten in this shop/)).toBeNull();
  });

  it('needs a name, and no number that somebody else has', async () => {
    const { saved } = open({
      answers: { namesakes: ({ number }) => (number === '42' ? [{ ...bob, number }] : []) },
    });
    const save = () => userEvent.click(screen.getByRole('button', { name: 'Save the client' }));
    await userEvent.type(await screen.findByLabelText('Name'), 'Guest');
    await save();
    expect(screen.getByText('Please write the name of a person or a firm.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Name'), ' Rooms');
    await userEvent.type(screen.getByLabelText(/^Number/), '42');
    await userEvent.type(screen.getByLabelText(/^E-mail/), 'nowhere');
    await save();
    expect(await screen.findByText('This number is Bob Vos’s already.')).toBeVisible();
    expect(screen.getByText('This is not an e-mail address.')).toBeVisible();
    expect(saved()).toEqual([]);
  });
});
