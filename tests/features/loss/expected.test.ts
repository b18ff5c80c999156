import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import LossPage from '../../../src/features/loss/LossPage.svelte';
import type { LossReport } from '../../../src/domain/loss/lossReport';
import type { ShopChances } from '../../../src/workers/protocol';
import { aHeadline, aSession, openShopLook, renderIn } from '../../support/aSession';
import { someChances } from '../../support/someChances';

vi.mock('../../../src/ui/chart/draw', () => ({ drawChart: () => () => undefined }));

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

function openLoss(chances: ShopChances, year: Partial<LossReport['year']> = {}) {
  const headline = aHeadline({}, year);
  const made = aSession({ look: openShopLook({ headline }), answers: { chances } });
  renderIn(made.session, LossPage);
  return { ...made, confirm: () => made.session.show(headline) };
}

const figure = (name: string) => document.querySelector(`[data-figure="${name}"]`)?.textContent.trim();
const chancesAsked = (asked: ReturnType<typeof openLoss>['asked']) =>
  asked.filter(({ name }) => name === 'chances');
const answered = (asked: ReturnType<typeof openLoss>['asked']) =>
  waitFor(() => expect(chancesAsked(asked)).toHaveLength(1));

const explain = async (of: string) => {
  const summary = (await screen.findAllByText(of, { selector: '.sr-only', exact: false }))[0]!;
  await userEvent.click(summary);
  return summary.closest('details')!.textContent.replace(/\s+/g, ' ');
};

describe('the loss to expect', () => {
  it('makes a range of the loss of the year', async () => {
    const { confirm } = openLoss(someChances());
    confirm();
    await waitFor(() =>
      expect(figure('expectedYear')).toBe(
        'Some come back by themselves. What stays lost is likely between €41,000 and €48,200 a year.',
      ),
    );
  });

  it('explains both ends with the numbers of this shop', async () => {
    const { confirm } = openLoss(someChances());
    confirm();
    const words = await explain('The loss to expect');
    expect(words).toContain('€48,200.00: if none of these 214 clients comes back.');
    expect(words).toContain(
      '€41,000.00: for each of them (100 % − chance to buy within 365 days) × yearly value',
    );
    expect(words).toContain('about 14.9% of the money');
    expect(words).toContain('how the 1,402 clients of your shop came');
  });

  it('stands beside the yearly value of all lost clients, too', async () => {
    const { confirm } = openLoss(someChances());
    confirm();
    await waitFor(() => expect(figure('expectedLoss')).toBe('€79,000.00'));
    expect(figure('annualLost')).toBe('€91,200.00');
    expect(await explain('Of it, likely to stay lost')).toContain('none of these 392 clients');
  });

  it('is asked for only when the figures stand', async () => {
    const { asked, confirm } = openLoss(someChances());
    expect(chancesAsked(asked)).toEqual([]);
    confirm();
    await answered(asked);
  });

  it('is left out in a shop too small to foretell anything', async () => {
    const { asked, confirm } = openLoss(someChances({ model: null }));
    confirm();
    await answered(asked);
    expect(figure('expectedYear')).toBeUndefined();
    expect(figure('expectedLoss')).toBeUndefined();
    expect(figure('annualLost')).toBe('€91,200.00');
  });

  it('is left out of a year in which nobody was lost', async () => {
    const { asked, confirm } = openLoss(someChances(), { lost: 0, lostValue: 0, percent: 0 });
    confirm();
    await answered(asked);
    await waitFor(() => expect(figure('expectedLoss')).toBeDefined());
    expect(figure('expectedYear')).toBeUndefined();
  });
});
