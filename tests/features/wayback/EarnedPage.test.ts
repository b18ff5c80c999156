import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { monthOf, parseIsoDay, type Month } from '../../../src/domain/kernel/day';
import { romi } from '../../../src/domain/loss/winBackValue';
import type { Earned, EarnedReport } from '../../../src/domain/winback/earnedReport';
import EarnedPage from '../../../src/features/wayback/earned/EarnedPage.svelte';
import { aSession, openShopLook, renderIn, someSettings } from '../../support/aSession';

vi.mock('../../../src/ui/chart/draw', () => ({ drawChart: () => () => undefined }));

/** 25 contacted, 10 back for 1,000.00 since at a margin of 45 %, for 150.00 of which 60.00 are four hours. */
const someEarned = (facts: Partial<Earned> = {}): Earned => ({
  contacted: 25,
  reached: 20,
  recovered: 10,
  firstPurchases: 30_000,
  since: 100_000,
  yearly: 240_000,
  cost: 15_000,
  minutes: 240,
  margin: 45_000,
  naturalMargin: 12_000,
  romi: romi(45_000, 12_000, 15_000),
  romiGross: romi(45_000, 0, 15_000),
  thin: false,
  ...facts,
});

const few = (key: string, facts: Partial<Earned> = {}) => ({ key, ...someEarned({ thin: true, ...facts }) });
const first = monthOf(parseIsoDay('2026-06-01'));

const aReport = (facts: Partial<EarnedReport> = {}): EarnedReport => ({
  total: someEarned(),
  by: {
    reason: [few('price'), few('', { recovered: 0, contacted: 4, since: 0, cost: 900 })],
    playbook: [few('price')],
    offer: [few('free-check', { contacted: 6, recovered: 5 }), few('')],
    channel: [few('letter', { contacted: 9, recovered: 4 })],
    employee: [few('sold:Marta')],
    month: [few(String(first))],
  },
  stages: { preparing: 2 },
  refusals: [],
  leak: [500, 300, 200, 100, 900].map((lost, k) => ({
    month: (first + k) as Month,
    lost: 100 * lost,
    back: 5_000,
    ours: 2_000,
  })),
  marginKnown: true,
  hourCostKnown: true,
  naturalKnown: true,
  ...facts,
});

function open(report: EarnedReport, currency = 'EUR') {
  const look = openShopLook({ settings: someSettings({ currency, hourCost: 1_500 }) });
  const answers = { earned: report, entries: { entries: [], setAside: 0 } };
  renderIn(aSession({ look, answers }).session, EarnedPage);
}

const card = async (name: string) =>
  within((await screen.findByRole('heading', { level: 2, name })).closest('section')!);

beforeEach(() => {
  location.hash = '#/way-back/earned';
});

describe('what winning back earned', () => {
  it('tells how many came back and what they bought, and how that is counted', async () => {
    open(aReport());
    const total = await card('Came back');
    expect(
      total.getByText('10 of 25 clients you contacted bought again. Since then they bought for'),
    ).toBeVisible();
    expect(total.getByText('80% of those contacted')).toBeVisible();
    await userEvent.click(total.getByText('How is this computed?', { exact: false }));
    expect(total.getByText(/10 of 25 = 40%\. A promise does not count/)).toBeVisible();
  });

  it('shows the return with and without those who would have come anyway, and the formula', async () => {
    open(aReport());
    const paid = await card('Did it pay?');
    expect(paid.getByText('120%')).toBeVisible();
    expect(paid.getByText('200%')).toBeVisible();
    expect(paid.getByText('each €1.00 spent has brought back €2.20 so far')).toBeVisible();
    await userEvent.click(paid.getByText('How is this computed?', { exact: false }));
    expect(paid.getByText('(€450.00 − €120.00 − €150.00) ÷ €150.00 = 120%.')).toBeVisible();
    expect(
      paid.getByText(/€90\.00\. 4 hours of work at €15\.00 an hour: €60\.00\. Together €150\.00/),
    ).toBeVisible();
    expect(paid.getByText('With nothing taken off: (€450.00 − €150.00) ÷ €150.00 = 200%.')).toBeVisible();
  });

  it('warns that few contacted clients may be chance', async () => {
    open(aReport({ total: someEarned({ contacted: 7, thin: true }) }));
    expect(await screen.findByText(/^Only 7 clients were contacted/)).toBeVisible();
  });

  it('says what is not known instead of inventing it', async () => {
    open(aReport({ marginKnown: false, hourCostKnown: false, naturalKnown: false }));
    const paid = await card('Did it pay?');
    expect(paid.getByText(/money is turnover here, not profit.*time counts as free/)).toBeVisible();
    expect(paid.getByText(/too small to tell how many clients return by themselves/)).toBeVisible();
    expect(
      paid.queryByText('Return without taking off those who would have come anyway'),
    ).not.toBeInTheDocument();
  });

  it('gives no return where nothing was spent', async () => {
    open(aReport({ total: someEarned({ cost: 0, romi: NaN, romiGross: NaN }) }));
    expect(await screen.findByText(/^Nothing has been spent/)).toBeVisible();
  });

  it('sets no cost against visits', async () => {
    open(aReport(), 'VISITS');
    expect(await screen.findByText(/^Your file has no amounts/)).toBeVisible();
  });

  it('tells what worked by reason, offer, employee and the rest, as bars and as a table', async () => {
    open(aReport());
    const worked = await card('What worked');
    const [price, none] = worked.getAllByRole('listitem');
    expect(price).toHaveTextContent(/Too expensive.*€1,000.*10 of 25 came back, cost €150, return 120%/);
    expect(none).toHaveTextContent(/No reason known.*€0.*0 of 4 came back, cost €9/);
    await userEvent.click(worked.getByRole('radio', { name: 'Employee' }));
    expect(worked.getByText('Marta')).toBeVisible();
    await userEvent.click(worked.getByRole('radio', { name: 'Offer' }));
    expect(worked.getByText('Without an offer')).toBeVisible();
    await userEvent.click(worked.getByRole('button', { name: 'Show as a table' }));
    expect(worked.getAllByRole('row')).toHaveLength(3);
    expect(worked.getByRole('columnheader', { name: 'Gross return' })).toBeVisible();
  });

  it('explains every line with its own figures, even one of less than nothing', async () => {
    const lost = { contacted: 4, recovered: 0, since: 0, margin: 0, cost: 10_000, naturalMargin: 2_600 };
    const line = few('price', { ...lost, romi: romi(0, 2_600, 10_000), romiGross: -1 });
    open(aReport({ by: { ...aReport().by, reason: [line] } }));
    const worked = await card('What worked');
    await userEvent.click(worked.getByText(/The return of: Too expensive/));
    expect(
      worked.getByText(/^Spent: €100\.00\. None of the 4 clients contacted has bought again/),
    ).toBeVisible();
    expect(worked.getByText(/come back by themselves.*€26\.00 here/)).toBeVisible();
    expect(worked.getByText('(€0.00 − €26.00 − €100.00) ÷ €100.00 = -126%.')).toBeVisible();
    expect(worked.getByText(/^Below −100% means: more than the €100\.00 spent is missing/)).toBeVisible();
  });

  it('takes off nothing in a line where nobody knows who returns by themselves', async () => {
    open(aReport({ naturalKnown: false, marginKnown: false }));
    const worked = await card('What worked');
    await userEvent.click(worked.getByText(/The return of: Too expensive/));
    expect(
      worked.getByText('Spent: €150.00. 10 of 25 came back and have bought for €1,000.00 since.'),
    ).toBeVisible();
    expect(worked.queryByText(/by themselves/)).not.toBeInTheDocument();
  });

  it('says why the page of the loss names another sum', async () => {
    open(aReport());
    const leak = await card('Is the leak closing?');
    expect(leak.getByText(/^Here €2,000 was lost, on the page of the loss .*still away\./)).toBeVisible();
    expect(leak.getByRole('link', { name: 'To the loss' })).toHaveAttribute('href', '#/loss');
  });

  it('says whether the leak is closing, from complete months alone', async () => {
    open(aReport());
    const leak = await card('Is the leak closing?');
    expect(
      leak.getByText(/^The leak is closing: in the last 2 complete months .* €100 a month.* €350\.$/),
    ).toBeVisible();
    expect(
      leak.getByText(/you lost €2,000 a year, won €100 back by plans, and €150 came back/),
    ).toBeVisible();
  });

  it('stands beside the figures of others', async () => {
    open(aReport());
    const beside = await card('Beside the figures of others');
    const [former, review, letters, hand] = beside.getAllByRole('listitem');
    expect(former).toHaveTextContent(/40%.*5%.*Yours: 10 of 25/);
    expect(review).toHaveTextContent(/9 of 10.*Yours: 5 of 6/);
    expect(letters).not.toHaveTextContent('Yours');
    expect(hand).toHaveTextContent(/1 of 3.*Yours: 4 of 9/);
  });

  it('says what to do first where nobody was contacted', async () => {
    open(aReport({ total: someEarned({ contacted: 0 }) }));
    expect(await screen.findByText(/There are 2 plans, but no step of them has been done/)).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'What worked' })).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Is the leak closing?' })).toBeVisible();
  });
});
