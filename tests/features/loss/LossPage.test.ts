import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import LossPage from '../../../src/features/loss/LossPage.svelte';
import { addDays, monthOf, parseIsoDay } from '../../../src/domain/kernel/day';
import type { Headline } from '../../../src/domain/loss/headline';
import type { LossReport } from '../../../src/domain/loss/lossReport';
import { STATUS } from '../../../src/domain/loss/status';
import type { ShopSettings } from '../../../src/domain/shop/settings';
import { formatDay } from '../../../src/i18n/formats';
import type { FirstLook } from '../../../src/storage/firstLook';
import { aHeadline, aSession, openShopLook, renderIn, someSettings } from '../../support/aSession';
import { aLostClient } from '../../support/lostClients';

vi.mock('../../../src/ui/chart/draw', () => ({ drawChart: () => () => undefined }));

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const asOf = parseIsoDay('2026-11-23');

interface Given {
  headline?: Headline | null;
  settings?: Partial<ShopSettings>;
  report?: Partial<Headline['report']>;
  year?: Partial<LossReport['year']>;
}

/** The page of a shop whose kept figures were found to hold still. */
function openLoss({ headline, settings = {}, report = {}, year = {} }: Given = {}) {
  const base = aHeadline({ top: [aLostClient()] }, year);
  const shown = headline === null ? null : (headline ?? { ...base, report: { ...base.report, ...report } });
  const { session } = aSession({
    look: openShopLook({ headline: shown, settings: someSettings(settings) }),
  });
  session.show(shown);
  return renderIn(session, LossPage);
}

const lookAt = (look: FirstLook) => renderIn(aSession({ look }).session, LossPage);

const figure = (name: string) =>
  document.querySelector(`[data-figure="${name}"]`)?.textContent.replace(/\s+/g, ' ').trim();

const explain = async (of: RegExp) => {
  const summary = screen.getByText(
    (_, element) => element?.tagName === 'SUMMARY' && of.test(element.textContent),
  );
  await userEvent.click(summary);
  return summary.closest('details')!.textContent.replace(/\s+/g, ' ');
};

describe('the loss of the year', () => {
  it('comes first: one sentence and one number', () => {
    openLoss();
    const year = screen.getByRole('region', { name: 'The loss of the year' });
    expect(year).toHaveTextContent(
      'In the last 12 months 214 of 1,402 clients left. At their pace that is €48,200 a year',
    );
  });

  it('stands beside it to the cent', () => {
    openLoss({ year: { lostValue: 4_823_417 } });
    expect(figure('yearLost')).toBe('214');
    expect(figure('yearBase')).toBe('1,402');
    expect(figure('yearValue')).toBe('€48,234.17');
  });

  it('explains itself with the numbers of this shop', async () => {
    openLoss({ settings: { marginPercent: 45 } });
    const words = await explain(/The loss of the year/);
    expect(words).toContain(
      '1,100 who were not lost before + 270 who bought for the first time + 32 who came back',
    );
    expect(words).toContain('214 / 1,402 = 15.26%');
    expect(words).toContain('add up to €48,200.00');
    expect(words).toContain('about €21,690.00 of it would stay');
  });

  it('says when it is still being checked, and no more once it is confirmed', async () => {
    const { session } = aSession();
    renderIn(session, LossPage);
    expect(screen.getByText('Checking whether this still holds today')).toBeInTheDocument();
    session.show(aHeadline());
    await expect.poll(() => screen.queryByText('Checking whether this still holds today')).toBeNull();
  });
});

describe('months of rent and salaries', () => {
  it('are told where the owner entered both', () => {
    openLoss({ settings: { rentAMonth: 140_000, salaryAMonth: 260_000 } });
    expect(screen.getByText('34 months of rent')).toBeInTheDocument();
    expect(screen.getByText('19 monthly salaries')).toBeInTheDocument();
  });

  it('are told with the one that is known', () => {
    openLoss({ settings: { rentAMonth: 140_000 } });
    expect(screen.getByText('34 months of rent')).toBeInTheDocument();
    expect(screen.queryByText(/salaries/)).toBeNull();
  });

  it('lead to Settings where nothing was entered', () => {
    openLoss();
    expect(screen.getByRole('link', { name: 'Enter rent and salary' })).toHaveAttribute('href', '#/settings');
  });

  it('are left out where visits are counted instead of money', () => {
    openLoss({ settings: { currency: 'VISITS', rentAMonth: 140_000 } });
    expect(screen.queryByText(/rent/)).toBeNull();
    expect(screen.getByRole('region', { name: 'The loss of the year' })).toHaveTextContent('48,200 visits');
  });
});

describe('the band', () => {
  it.each([
    [7, 'Normal'],
    [15, 'Look into it'],
    [24, 'Act now'],
  ])('of %s %% lost is "%s"', (percent, verdict) => {
    openLoss({ year: { percent } });
    expect(screen.getByText(verdict)).toBeInTheDocument();
  });

  it('is withheld where the file covers less than a year', () => {
    openLoss({ year: { from: addDays(asOf, -99), percent: 40 } });
    expect(screen.getByText(/Your file covers 100 days/)).toBeInTheDocument();
    expect(screen.queryByText('Act now')).toBeNull();
  });
});

describe('warnings above the figures', () => {
  it('asks whether the date of the device is right where it stands before the last sale', async () => {
    vi.setSystemTime(Date.UTC(2020, 1, 1, 12));
    openLoss({ headline: aHeadline() });
    expect(await screen.findByText('Is the date of this device right?')).toBeInTheDocument();
  });

  it('tell where the data ended when that is more than a week ago', () => {
    const end = parseIsoDay('2026-09-30');
    openLoss({ headline: aHeadline({ dataEnds: end, report: { ...aHeadline().report, asOf: end } }) });
    expect(screen.getByText(`Your data ends on ${formatDay(end, 'long')}`)).toBeInTheDocument();
  });

  it('are silent while the data is fresh', () => {
    openLoss();
    expect(screen.queryByText(/Your data ends/)).toBeNull();
    expect(screen.queryByText('Too little to judge by')).toBeNull();
  });

  it('tell that the owner looks back', () => {
    const day = parseIsoDay('2026-06-30');
    openLoss({ settings: { asOf: day }, report: { asOf: day } });
    expect(screen.getByText(`You look back to ${formatDay(day, 'long')}`)).toBeInTheDocument();
  });

  it('tell what is missing in a thin file', () => {
    openLoss({ report: { clientsWithPurchase: 3, logStart: addDays(asOf, -29) } });
    expect(screen.getByText(/holds 3 clients with a purchase and covers 30 days/)).toBeInTheDocument();
  });
});

describe('the clients to win back first', () => {
  it('are ten at most, each with silence, rhythm, value and a link', () => {
    const top = Array.from({ length: 12 }, (_, n) => aLostClient({ client: n, name: `Client ${n}` }));
    openLoss({ headline: aHeadline({ top }) });
    const rows = within(screen.getByRole('region', { name: 'Clients to win back first' })).getAllByRole(
      'listitem',
    );
    expect(rows).toHaveLength(10);
    expect(rows[0]).toHaveTextContent('Client 0 €860 a year Silent for 95 days, usually every 21');
    expect(within(rows[3]!).getByRole('link')).toHaveAttribute('href', '#/clients/3');
  });

  it('never get a rhythm from a single visit', () => {
    openLoss({ headline: aHeadline({ top: [aLostClient({ visits: 1 })] }) });
    expect(screen.getByText('Came once, 95 days ago')).toBeInTheDocument();
  });

  it('are marked when they were lost before', () => {
    openLoss({ headline: aHeadline({ top: [aLostClient({ status: STATUS.lostTwice })] }) });
    const list = screen.getByRole('region', { name: 'Clients to win back first' });
    expect(within(list).getByText('Lost again')).toBeInTheDocument();
  });

  it('lead to the list of everybody who is lost', () => {
    openLoss();
    expect(screen.getByRole('link', { name: 'Show all 392 lost clients' })).toHaveAttribute(
      'href',
      '#/clients?status=lost%2ClostTwice&sort=value',
    );
  });
});

describe('all clients this file knows', () => {
  it('are counted by status, each count a link to its clients', () => {
    openLoss();
    expect(figure('count-lost')).toBe('380');
    expect(figure('count-potential')).toBe('3');
    expect(screen.getByRole('link', { name: /Sleeping\s+150/ })).toHaveAttribute(
      'href',
      '#/clients?status=sleeping',
    );
  });

  it('have their money to the cent', () => {
    openLoss({ report: { annualLost: 13_562_047, lostSoFar: 6_103_858, annualAll: 23_200_894 } });
    expect(figure('annualLost')).toBe('€135,620.47');
    expect(figure('lossSoFar')).toBe('€61,038.58');
    expect(figure('annualAll')).toBe('€232,008.94');
  });

  it('have their share and gap exactly', () => {
    openLoss({ report: { lostStockPercent: 82.247, typicalGap: 27.5, clientsWithPurchase: 2_349 } });
    expect(figure('lostStockPct')).toBe('82.25%');
    expect(figure('typicalGap')).toBe('27.5 days');
    expect(figure('clientsWithPurchase')).toBe('2,349');
  });

  it('say that the gap was assumed where the file is too short to show one', () => {
    openLoss({ report: { typicalGap: 45, typicalGapFound: false } });
    expect(screen.getByText(/Assumed: there are too few repeat visits/)).toBeInTheDocument();
  });

  it.each([
    ['rhythm', 'sleeping from 38 days of silence on, lost from 56 days on'],
    ['classic', 'sleeping from 68 days on, lost from 90 on'],
    ['fixed', 'Sleeping: silent for 68 days. Lost: silent for 90 days'],
  ] as const)('explain who counts as lost under "%s"', async (preset, rule) => {
    openLoss({ settings: { preset } });
    expect(await explain(/Who counts as what/)).toContain(rule);
  });

  it('show how the loss so far of the first client is computed', async () => {
    openLoss();
    expect(await explain(/Lost so far/)).toContain('€860.00 × (95 − 21) / 365 = €174.36');
  });
});

describe('the months', () => {
  it('are told in one sentence, with a table of lost, won back and net', async () => {
    openLoss();
    expect(screen.getAllByText(/In this month clients worth €2,400 a year were lost/)[0]).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
    const row = screen.getAllByRole('row')[1]!;
    expect(row).toHaveTextContent(/Nov 26 \(not all known yet\)\s*-€2,400\s*€600\s*-€1,800/);
  });

  it('say so where nobody was lost and nobody came back', () => {
    const { months } = aHeadline().report;
    const none = { lostClients: Uint32Array.of(0), lostValue: Float64Array.of(0) };
    const noneBack = { recoveredClients: Uint32Array.of(0), recoveredValue: Float64Array.of(0) };
    openLoss({ report: { months: { ...months, ...none, ...noneBack } } });
    expect(
      screen.getAllByText('In this month nobody was lost, and nobody came back.')[0],
    ).toBeInTheDocument();
  });

  it('can be narrowed to a year', async () => {
    const length = 30;
    const months = {
      first: monthOf(addDays(asOf, -900)),
      length,
      lostClients: new Uint32Array(length).fill(1),
      lostValue: new Float64Array(length).fill(1_000),
      recoveredClients: new Uint32Array(length),
      recoveredValue: new Float64Array(length),
      ripeUntil: asOf,
    };
    openLoss({ report: { months } });
    expect(screen.getAllByText(/In these 24 months clients worth €240/)[0]).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: '1 year' }));
    expect(screen.getAllByText(/In these 12 months clients worth €120/)[0]).toBeInTheDocument();
  });
});

describe('where there is nothing to show', () => {
  it('no shop leads to the import', () => {
    lookAt({ kind: 'empty' });
    expect(screen.getByRole('link', { name: 'Import sales' })).toHaveAttribute('href', '#/import');
  });

  it('a shop without sales says so', () => {
    openLoss({ headline: null });
    expect(screen.getByRole('heading', { name: 'This shop has no sales yet' })).toBeInTheDocument();
  });

  it('a shop whose figures are still computed says that', () => {
    lookAt(openShopLook({ headline: null }));
    expect(screen.getByRole('status')).toHaveTextContent('Reading your sales');
  });

  it('sales without a client are told as such, not as a loss of nothing', () => {
    openLoss({ report: { clientsWithPurchase: 0 } });
    expect(screen.getByRole('heading', { name: 'No sale names a client who bought' })).toBeInTheDocument();
    expect(figure('yearValue')).toBeUndefined();
  });

  it('data of a newer version leads to the page that explains it', () => {
    lookAt({ kind: 'newer', shops: [] });
    expect(screen.getByRole('link', { name: 'Go to the start' })).toHaveAttribute('href', '#/');
  });
});
