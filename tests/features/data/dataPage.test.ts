import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import DataPage from '../../../src/features/data/DataPage.svelte';
import { formatDay } from '../../../src/i18n/formats';
import { Failure, type FailureCode } from '../../../src/storage/failure';
import type { ShopRecord } from '../../../src/storage/metaDb';
import type { Envelope } from '../../../src/storage/envelope';
import { handOver, isShared } from '../../../src/ui/handOver';
import { toasts } from '../../../src/ui/toasts.svelte';
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
import { anEntry } from '../../support/notebook';

vi.mock('../../../src/ui/handOver', () => ({ handOver: vi.fn(), isShared: vi.fn() }));

const envelope: Envelope = {
  boomerang: 1,
  app: '0.1.0',
  schema: 1,
  name: 'Corner Flowers',
  kind: 'own',
  savedAt: '2026-11-20T12:00:00.000Z',
  sales: 11_800,
  imports: 1,
  entries: 0,
  bytes: 4,
  sha256: 'a1',
};

const answers: Answers = {
  imports: [anImport()],
  shopFile: { blob: new Blob(['four']), envelope },
  fileSaved: ({ shopId }) => aShop({ id: shopId, savedAt: Date.now(), savedSales: 11_800 }),
  settings: someSettings(),
  confirm: aHeadline(),
};

beforeEach(() => {
  vi.mocked(isShared).mockReturnValue(false);
  vi.mocked(handOver).mockResolvedValue('downloaded');
});

afterEach(() => vi.mocked(handOver).mockReset());

function open({
  shop,
  others,
  with: more = {},
}: { shop?: ShopRecord; others?: ShopRecord[]; with?: Answers } = {}) {
  const look = openShopLook({ ...(shop && { shop }), ...(others && { others }) });
  const made = aSession({ look, answers: { ...answers, ...more } });
  renderIn(made.session, DataPage);
  return made;
}

type Made = ReturnType<typeof open>;
const names = ({ asked }: Made) => asked.map(({ name }) => name);
const card = (name: string) => within(screen.getByRole('region', { name }));
const aDayAgo = (days: number) => Date.now() - days * 86_400_000;
const picker = () => screen.getByLabelText('Choose a saved file', { selector: 'input' });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('saving to a file', () => {
  test('a shop that was never saved says so', async () => {
    open();
    expect(await card('Save my data').findByText('Never saved to a file')).toBeInTheDocument();
  });

  test('the age of the file and the imports since are always there', async () => {
    open({
      shop: aShop({ savedAt: aDayAgo(3) }),
      with: {
        imports: [
          anImport({ id: 3, at: aDayAgo(1) }),
          anImport({ id: 2, at: aDayAgo(2) }),
          anImport({ at: aDayAgo(9) }),
        ],
      },
    });
    expect(await screen.findByText('Last saved 3 days ago, 2 imports since')).toBeInTheDocument();
  });

  test('on a desk one press puts the file together, downloads it and remembers that', async () => {
    const made = open();
    await press('Save my data');
    expect(await screen.findByText(/was handed over/)).toBeInTheDocument();
    const [file] = vi.mocked(handOver).mock.calls[0]!;
    expect(file.name).toMatch(/^boomerang-corner-flowers-\d{4}-\d\d-\d\d\.boomerang$/);
    expect(names(made)).toContain('fileSaved');
    expect(made.session.shop?.savedSales).toBe(11_800);
    const facts = card('Save my data')
      .getAllByRole('definition')
      .map((fact) => fact.textContent);
    expect(facts).toEqual(['11,800', '1', expect.stringContaining('2026'), '4 bytes']);
  });

  test('on a phone the share sheet waits for a tap of its own, and a closed sheet does not count as saved', async () => {
    vi.mocked(isShared).mockReturnValue(true);
    vi.mocked(handOver).mockResolvedValueOnce('cancelled').mockResolvedValueOnce('shared');
    const made = open();
    await press('Save my data');
    expect(await screen.findByText(/One more tap/)).toBeInTheDocument();
    expect(handOver).not.toHaveBeenCalled();
    await press('Save or share the file');
    expect(await screen.findByText(/^Not saved/)).toBeInTheDocument();
    expect(names(made)).not.toContain('fileSaved');
    await press('Save or share the file');
    expect(await screen.findByText(/was handed over/)).toBeInTheDocument();
    expect(names(made)).toContain('fileSaved');
  });
});

describe('opening a saved file', () => {
  const pick = () => userEvent.upload(picker(), new File(['four'], 'kept.boomerang'));

  test('shows what is in it first, then brings it back as a shop of its own', async () => {
    const copy = aShop({ id: 'copy', name: 'Garden Flowers' });
    const made = open({ with: { peekFile: envelope, restore: copy, shops: [aShop(), copy] } });
    await pick();
    expect(await card('Open a saved file').findByText('11,800')).toBeInTheDocument();
    expect(names(made)).not.toContain('restore');
    await press('Open as a copy');
    await waitFor(() => expect(made.session.shop?.id).toBe('copy'));
    expect(toasts.shown.at(-1)?.text).toBe('Garden Flowers is open now.');
    expect(names(made)).not.toContain('saveSettings');
  });

  test('a copy of a shop that is here gets a name of its own', async () => {
    const copy = aShop({ id: 'copy' });
    const made = open({
      with: { peekFile: envelope, restore: copy, shops: [aShop(), copy], saveSettings: aHeadline() },
    });
    await pick();
    await press('Open as a copy');
    const name = `Corner Flowers, saved ${formatDay(parseIsoDay('2026-11-20'))}`;
    await waitFor(() => expect(made.session.shop?.name).toBe(name));
    expect(made.session.shops.map(({ id, name }) => [id, name])).toEqual([
      ['shop-1', 'Corner Flowers'],
      ['copy', name],
    ]);
  });

  test.each<[FailureCode, string]>([
    ['file-damaged', 'The file is damaged'],
    ['file-foreign', 'This is not a file saved by Boomerang'],
    ['file-newer', 'The file was saved by a newer version of the app'],
  ])('a file refused with %s is told about, and nothing is changed', async (code, words) => {
    const made = open({ with: { peekFile: () => Promise.reject(new Failure(code)) } });
    await pick();
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.queryByRole('button', { name: 'Open as a copy' })).toBeNull();
    expect(names(made)).not.toContain('restore');
    expect(made.session.shop?.id).toBe('shop-1');
  });
});

describe('imports', () => {
  test('are listed with what they brought', async () => {
    open();
    expect(await screen.findByRole('heading', { name: 'sales-2026.csv' })).toBeInTheDocument();
    const facts = card('Imports of this shop');
    for (const value of ['11,800', '150', '50', '1,402', '€987,654.00'])
      expect(facts.getByText(value)).toBeInTheDocument();
  });

  test('undoing one shows the effect first and can be thought better of', async () => {
    const made = open({ with: { undoEffect: aHeadline({}, { lost: 90, base: 700, lostValue: 1_900_000 }) } });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo this import: sales-2026.csv' }));
    const question = screen.getByRole('region', { name: 'Undo this import?' });
    expect(question).toHaveFocus();
    expect(
      await within(question).findByText('Now: 214 of 1,402 clients left, €48,200 a year.'),
    ).toBeInTheDocument();
    expect(
      within(question).getByText('Without it: 90 of 700 clients left, €19,000 a year.'),
    ).toBeInTheDocument();
    await press('Leave it as it is');
    expect(screen.queryByRole('region', { name: 'Undo this import?' })).toBeNull();
    expect(names(made)).not.toContain('undo');
  });

  test('undoing the last one says that no sales are left, and does it', async () => {
    const made = open({ with: { undoEffect: null, undo: null } });
    await userEvent.click(await screen.findByRole('button', { name: /^Undo this import/ }));
    expect(await screen.findByText('Without it no sales are left in this shop.')).toBeInTheDocument();
    await press('Undo the import');
    await waitFor(() => expect(made.session.headline).toBeNull());
    expect(toasts.shown.at(-1)?.text).toBe('The import of sales-2026.csv was undone.');
  });

  test('a long history shows its beginning first', async () => {
    open({
      with: { imports: Array.from({ length: 30 }, (_, k) => anImport({ id: 30 - k, fileName: `${k}.csv` })) },
    });
    expect(await screen.findAllByRole('heading', { name: /\.csv$/ })).toHaveLength(8);
    await press('Show all 30');
    expect(screen.getAllByRole('heading', { name: /\.csv$/ })).toHaveLength(30);
  });
});

describe('shops on this device', () => {
  const second = aShop({ id: 'shop-2', name: 'Second Shop' });
  const example = aShop({ id: 'example', kind: 'example', name: 'Example' });

  test('another one is opened', async () => {
    const made = open({ others: [second], with: { switchShop: null, shops: [aShop(), second] } });
    await press('Open Second Shop');
    await waitFor(() => expect(made.session.shop?.id).toBe('shop-2'));
  });

  test('one’s own is deleted only after its name was typed, with saving offered first', async () => {
    const made = open({ with: { deleteShop: [], shops: [] } });
    await press('Delete Corner Flowers');
    const dialog = within(screen.getByRole('dialog', { name: 'Delete Corner Flowers?' }));
    expect(dialog.getByText(/All its 11,800 sales/)).toBeInTheDocument();
    expect(dialog.getByText('Never saved to a file')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Save it to a file first' })).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox'), 'corner flowers ');
    await userEvent.click(dialog.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(made.session.shop).toBeNull());
    expect(screen.getByText('There is no shop on this device yet.')).toBeInTheDocument();
  });

  test('the example goes with one tap and can be added again', async () => {
    let here = [aShop(), example];
    const made = open({
      others: [example],
      with: {
        deleteShop: () => (here = [aShop()]),
        createExample: () => {
          here = [aShop(), example];
          return { shopId: 'example', headline: aHeadline() };
        },
        shops: () => here,
      },
    });
    await press('Remove the example');
    await userEvent.click(await screen.findByRole('button', { name: 'Add the example shop' }));
    await waitFor(() => expect(made.session.isExample).toBe(true));
  });

  test('a new one starts with an import', () => {
    open();
    expect(screen.getByRole('link', { name: 'New shop' })).toHaveAttribute('href', '#/import?new=1');
  });
});

describe('where the data is', () => {
  const browserSays = (storage: Partial<StorageManager>) =>
    vi.stubGlobal('navigator', Object.create(navigator, { storage: { value: storage } }));

  test('a browser that agreed to keep it is believed', async () => {
    browserSays({
      persisted: () => Promise.resolve(true),
      estimate: () => Promise.resolve({ usage: 1_740_000 }),
    });
    open();
    expect(await screen.findByText(/has agreed to keep your data/)).toBeInTheDocument();
    expect(screen.getByText('It takes 1.7 MB on this device.')).toBeInTheDocument();
    vi.unstubAllGlobals();
  });

  test('one that did not can be asked', async () => {
    let kept = false;
    const persist = vi.fn(() => Promise.resolve((kept = true)));
    browserSays({ persisted: () => Promise.resolve(kept), persist });
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Ask the browser to keep it' }));
    expect(await screen.findByText(/has agreed to keep your data/)).toBeInTheDocument();
    expect(persist).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  test('one that cannot tell is not held against it', async () => {
    browserSays({});
    open();
    expect(await screen.findByText(/does not say whether it keeps/)).toBeInTheDocument();
    vi.unstubAllGlobals();
  });
});

describe('without a usable shop', () => {
  test('before the first import a saved file can be opened', () => {
    renderIn(aSession({ look: { kind: 'empty' } }).session, DataPage);
    expect(picker()).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Imports of this shop' })).toBeNull();
  });

  test('data of a newer version can be saved to files, shop by shop, and nothing else', () => {
    const look = { kind: 'newer', shops: [aShop(), aShop({ id: 'shop-2', name: 'Second Shop' })] } as const;
    renderIn(aSession({ look }).session, DataPage);
    expect(screen.getAllByRole('button', { name: 'Save my data' })).toHaveLength(2);
    expect(screen.queryByLabelText('Choose a saved file')).toBeNull();
  });

  test('a browser that keeps nothing is told about', () => {
    renderIn(aSession({ look: { kind: 'no-storage' } }).session, DataPage);
    expect(screen.getByRole('alert')).toHaveTextContent('does not let the app keep anything');
  });
});

describe('corrected sales', () => {
  test('are linked where there are any', async () => {
    open({ with: { entries: { entries: [anEntry('correction')], setAside: 0 } } });
    expect(await screen.findByRole('link', { name: 'Single sales that you corrected' })).toBeVisible();
  });

  test('are not spoken of where there are none', async () => {
    open({ with: { entries: { entries: [], setAside: 0 } } });
    await screen.findByText('Imports of this shop');
    expect(screen.queryByRole('link', { name: 'Single sales that you corrected' })).toBeNull();
  });
});
