import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import '../../../src/features/today/WorkOfDay.svelte';
import TodayPage from '../../../src/features/today/TodayPage.svelte';
import { formatDay } from '../../../src/i18n/formats';
import { troubles, forget } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import type { FirstLook } from '../../../src/storage/firstLook';
import type { Marker } from '../../../src/storage/marker';
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
import { aLostClient } from '../../support/lostClients';
import { aWorkList } from '../../support/planRows';

const now = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  location.hash = '';
});
afterEach(() => {
  vi.useRealTimers();
  for (const { code } of troubles.present) forget(code);
});

const openToday = (look: FirstLook, answers: Answers = {}) => {
  const made = aSession({ look, answers: { imports: [], work: aWorkList(), ...answers } });
  renderIn(made.session, TodayPage);
  return made;
};

describe('the first start', () => {
  it('says what it is for, promises that nothing leaves the device, and offers three ways on', () => {
    openToday({ kind: 'empty' });
    expect(
      screen.getByRole('heading', { level: 1, name: 'See what lost clients cost you' }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Everything stays on this device/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open your sales file' })).toHaveAttribute('href', '#/import');
    expect(screen.getByRole('link', { name: 'I have a saved file' })).toHaveAttribute('href', '#/data');
  });

  it('opens the example shop with one tap and shows its loss', async () => {
    const headline = aHeadline();
    const { session, asked } = openToday(
      { kind: 'empty' },
      {
        createExample: { shopId: 'example', headline },
        shops: [aShop({ id: 'example', kind: 'example' })],
        settings: someSettings(),
        confirm: headline,
      },
    );
    await userEvent.click(screen.getByRole('button', { name: 'Look around in an example shop' }));
    await waitFor(() => expect(location.hash).toBe('#/loss'));
    expect(session.isExample).toBe(true);
    expect(asked[0]).toMatchObject({ name: 'createExample', input: { name: 'Fleur & Fern' } });
  });

  it('tells when the example could not be made, and lets it be tried again', async () => {
    openToday({ kind: 'empty' }, { createExample: () => Promise.reject(new Failure('disk-full')) });
    const button = screen.getByRole('button', { name: 'Look around in an example shop' });
    await userEvent.click(button);
    await waitFor(() => expect(troubles.present).toMatchObject([{ code: 'disk-full' }]));
    expect(button).not.toHaveAttribute('aria-busy', 'true');
    expect(location.hash).toBe('');
  });
});

describe('a shop with sales', () => {
  it('begins with the loss of the year', () => {
    openToday(openShopLook());
    expect(screen.getByRole('region', { name: 'The loss of the year' })).toHaveTextContent(
      'In the last 12 months 214 of 1,402 clients left. At their pace that is €48,200 a year',
    );
    expect(screen.getByRole('link', { name: 'See where it comes from' })).toHaveAttribute('href', '#/loss');
  });

  it('says so when the owner looks back to an earlier day', () => {
    const day = aHeadline().report.asOf;
    openToday(openShopLook({ settings: someSettings({ asOf: day }) }));
    expect(screen.getByText(`You look back to ${formatDay(day, 'long')}`)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Change it' })).toHaveAttribute('href', '#/settings');
  });

  it('names five clients to call, each with a link, and a phone where one is known', async () => {
    const top = Array.from({ length: 8 }, (_, n) =>
      aLostClient({ client: n, name: `Client ${n}`, phone: n === 0 ? '+40 (21) 555-01' : '' }),
    );
    openToday(openShopLook({ headline: aHeadline({ top }) }));
    const rows = within(await screen.findByRole('region', { name: 'Call these first' })).getAllByRole(
      'listitem',
    );
    expect(rows).toHaveLength(5);
    expect(rows[0]).toHaveTextContent(/Client 0\s*Silent for 95 days, usually every 21\s*€860\s*a year/);
    expect(within(rows[0]!).getByRole('link', { name: 'Client 0' })).toHaveAttribute('href', '#/clients/0');
    expect(screen.getAllByRole('link', { name: /^Call / })).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Call Client 0' })).toHaveAttribute('href', 'tel:+402155501');
  });

  it('does not offer again whom a plan looks after, and says so', async () => {
    const top = [1, 2, 3].map((client) => aLostClient({ client, name: `Client ${client}` }));
    openToday(openShopLook({ headline: aHeadline({ top }) }), { work: aWorkList({ taken: [1, 2] }) });
    const card = within(await screen.findByRole('region', { name: 'Call these first' }));
    expect(card.getAllByRole('listitem')).toHaveLength(1);
    expect(
      card.getByText(/2 of the dearest lost clients are left out: a plan looks after them/),
    ).toBeVisible();
    expect(card.getByRole('link', { name: 'All plans' })).toHaveAttribute('href', '#/way-back');
  });

  it('says that plans look after everybody worth a call', async () => {
    openToday(openShopLook({ headline: aHeadline({ top: [aLostClient({ client: 1 })] }) }), {
      work: aWorkList({ taken: [1] }),
    });
    expect(await screen.findByText(/^Nobody is left to call first/)).toBeInTheDocument();
  });

  it('still says whom to call and how old its data is where the work of the day cannot be told', async () => {
    const top = [aLostClient({ client: 1, name: 'Client 1' })];
    openToday(openShopLook({ headline: aHeadline({ top }) }), {
      work: () => Promise.reject(new Failure('unexpected')),
    });
    expect(await screen.findByRole('link', { name: 'Client 1' })).toBeInTheDocument();
    expect(screen.getByText('Never')).toBeInTheDocument();
  });

  it('says so when nobody is lost', async () => {
    const calm = aHeadline({}, { lost: 0, lostValue: 0 });
    const counts = { ...calm.report.counts, lost: 0, lostTwice: 0 };
    openToday(openShopLook({ headline: { ...calm, report: { ...calm.report, counts } } }));
    expect(await screen.findByText('Nobody is lost at the moment. Well done.')).toBeInTheDocument();
  });

  it('tells how old its data is and when the last import was', async () => {
    const imports = [anImport({ id: 1, at: now - 40 * DAY }), anImport({ id: 2, at: now - 3 * DAY })];
    openToday(openShopLook(), { imports });
    expect(await screen.findByText('3 days ago')).toBeInTheDocument();
    expect(screen.getByText('Up to date.')).toBeInTheDocument();
  });

  it('asks for newer sales when the data is old', async () => {
    openToday(openShopLook({ headline: aHeadline({ dataEnds: parseIsoDay('2026-09-24') }) }));
    expect(await screen.findByText('That is 60 days ago. Import newer sales.')).toBeInTheDocument();
  });

  it('warns while it was never saved to a file', async () => {
    openToday(openShopLook());
    expect(await screen.findByText('Never')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Save my data' })).toHaveAttribute('href', '#/data');
  });

  it('tells the age of the saved file', async () => {
    openToday(openShopLook({ shop: aShop({ savedAt: now - DAY, savedSales: 11_800 }) }));
    expect(await screen.findByText('Yesterday')).toBeInTheDocument();
    expect(screen.getByText('Nothing has changed since.')).toBeInTheDocument();
  });

  it('asks nobody to save an example', async () => {
    openToday(openShopLook({ shop: aShop({ kind: 'example' }) }));
    expect(await screen.findByText(/This is an example shop/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Save my data' })).toBeNull();
  });
});

describe('a shop without sales', () => {
  it('leads to the import', async () => {
    const { session } = openToday(openShopLook({ headline: null }));
    session.show(null);
    expect(await screen.findByRole('heading', { name: 'This shop has no sales yet' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Import sales' })).toHaveAttribute('href', '#/import');
  });
});

describe('data that the browser lost', () => {
  const gone: Marker = {
    shopId: 'gone',
    name: 'Corner Flowers',
    kind: 'own',
    sales: 41_207,
    imports: 2,
    at: now,
  };

  const openMissing = async (answers: Answers = {}) => {
    const made = openToday({ kind: 'empty' }, { missing: [gone], forgetMissing: null, ...answers });
    await made.session.check();
    await screen.findByRole('alert');
    return made;
  };

  it('is told first, by name and number of sales, with what to do', async () => {
    await openMissing();
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('The browser lost the data of this shop');
    expect(alert).toHaveTextContent('Corner Flowers had 41,207 sales on this device');
    expect(within(alert).getByRole('link', { name: 'Open a saved file' })).toHaveAttribute('href', '#/data');
    expect(within(alert).getByRole('link', { name: 'Import again' })).toHaveAttribute('href', '#/import');
    const start = screen.getByRole('link', { name: 'Open your sales file' });
    expect(alert.compareDocumentPosition(start)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('is forgotten only after a second, explicit word', async () => {
    const { asked } = await openMissing();
    await userEvent.click(screen.getByRole('button', { name: 'I understand' }));
    expect(asked.map(({ name }) => name)).not.toContain('forgetMissing');
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the warning' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(asked).toContainEqual({ name: 'forgetMissing', input: { shopId: 'gone' } });
  });

  it('stays told when the owner keeps the warning', async () => {
    const { asked } = await openMissing();
    await userEvent.click(screen.getByRole('button', { name: 'I understand' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Keep it' }));
    expect(screen.getByRole('alert')).toBeInTheDocument();
    expect(asked.map(({ name }) => name)).not.toContain('forgetMissing');
  });
});

describe('data that may not be touched', () => {
  it('of a newer version can still be saved to a file', async () => {
    openToday({ kind: 'newer', shops: [aShop()] });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'A newer version of Boomerang kept these data',
    );
    expect(screen.getByRole('link', { name: 'Save your data to a file' })).toHaveAttribute('href', '#/data');
    expect(screen.getByRole('button', { name: 'Load again' })).toBeInTheDocument();
  });

  it('is explained where the window keeps nothing', async () => {
    openToday({ kind: 'no-storage' });
    expect(await screen.findByRole('alert')).toHaveTextContent(/private windows/);
    expect(screen.queryByRole('button', { name: 'Look around in an example shop' })).toBeNull();
  });
});
