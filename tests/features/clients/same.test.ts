import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { STATUS } from '../../../src/domain/loss/status';
import SameCard from '../../../src/features/clients/same/SameCard.svelte';
import SamePage from '../../../src/features/clients/same/SamePage.svelte';
import { effectLine } from '../../../src/features/clients/same/sameLines';
import { formatMoney } from '../../../src/i18n/formats';
import { Failure } from '../../../src/storage/failure';
import { toasts } from '../../../src/ui/toasts.svelte';
import type { SameProposal, SameSide } from '../../../src/workers/sameJobs';
import { aClient, aClientList } from '../../support/aClient';
import { aHeadline, aSession, renderIn, type Answers } from '../../support/aSession';
import { aWindow } from '../../support/aWindow';

const aSide = (client: number, name: string, facts: Partial<SameSide> = {}): SameSide => ({
  client,
  name,
  number: '',
  phone: '',
  email: '',
  status: STATUS.lost,
  visits: 3,
  lastVisit: 20_000,
  yearlyValue: 48_000,
  ...facts,
});

const pair: SameProposal = {
  reason: 'order',
  kept: aSide(4, 'Ann Peeters', { visits: 9, phone: '0470 11 22 33', number: 'K-4' }),
  other: aSide(7, 'Peeters Ann'),
};
const second: SameProposal = { reason: 'phone', kept: aSide(1, 'Bob Vos'), other: aSide(2, 'Eva Vos') };

const open = (answers: Answers = {}) => {
  const made = aSession({
    answers: {
      sameProposals: { proposals: [pair, second], found: 2 },
      sameEffect: { lost: -1, loss: -48_000 },
      saveSame: { id: 'd1', headline: aHeadline() },
      undecide: aHeadline(),
      ...answers,
    },
  });
  renderIn(made.session, SamePage);
  return made;
};

const lastToast = () => toasts.shown.at(-1)!;

beforeEach(() => {
  aWindow();
});

describe('the page of clients who may be the same', () => {
  it('shows both side by side with the reason, and what merging the first pair would change', async () => {
    const { asked } = open();
    const card = await screen.findByRole('region', { name: 'Same name in another order' });
    expect(within(card).getByRole('link', { name: 'Ann Peeters' })).toHaveAttribute('href', '#/clients/4');
    expect(card).toHaveTextContent('9 visits, the last on');
    expect(card).toHaveTextContent('No. K-4');
    const money = formatMoney(48_000, 'EUR', { rounded: true });
    expect(
      await within(card).findByText(`1 lost client fewer, a loss of ${money} a year less.`),
    ).toBeVisible();
    expect(asked.filter(({ name }) => name === 'sameEffect')).toHaveLength(1);
    const other = screen.getByRole('region', { name: 'Same phone' });
    await userEvent.click(within(other).getByRole('button', { name: 'Show what changes' }));
    expect(await within(other).findByText(/1 lost client fewer/)).toBeVisible();
  });

  it('merges into the one that stays, whichever the owner wants, and can be undone', async () => {
    const { asked } = open();
    const card = await screen.findByRole('region', { name: 'Same name in another order' });
    await userEvent.click(within(card).getByRole('button', { name: 'Keep the other name' }));
    await userEvent.click(within(card).getByRole('button', { name: 'Same client' }));
    await waitFor(() => expect(asked.map(({ name }) => name)).toContain('saveSame'));
    expect(asked.find(({ name }) => name === 'saveSame')!.input).toMatchObject({
      client: 7,
      other: 4,
      verdict: 'same',
    });
    await waitFor(() => expect(lastToast().text).toBe('Ann Peeters now counts as Peeters Ann.'));
    lastToast().action!.run();
    await waitFor(() => expect(asked.at(-1)?.name).toBe('sameProposals'));
    expect(asked.find(({ name }) => name === 'undecide')!.input).toMatchObject({ id: 'd1' });
  });

  it('keeps two people apart', async () => {
    const { asked } = open();
    const card = await screen.findByRole('region', { name: 'Same phone' });
    await userEvent.click(within(card).getByRole('button', { name: 'Two people' }));
    await waitFor(() =>
      expect(asked.find(({ name }) => name === 'saveSame')?.input).toMatchObject({ verdict: 'two' }),
    );
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  it('says that nobody looks alike, and tells when the answer cannot be had', async () => {
    open({ sameProposals: { proposals: [], found: 0 } });
    expect(await screen.findByRole('heading', { name: 'No two clients look alike' })).toBeVisible();
  });

  it('leads to the import in a shop without sales', async () => {
    open({ sameProposals: () => Promise.reject(new Failure('nothing-to-save')) });
    expect(await screen.findByRole('heading', { name: 'This shop has no sales yet' })).toBeVisible();
  });
});

describe('what merging changes, in words', () => {
  it.each([
    [{ lost: -2, loss: -100 }, '2 lost clients fewer'],
    [{ lost: 1, loss: 100 }, '1 lost client more'],
    [{ lost: 0, loss: 0 }, 'As many lost clients as now, the same loss a year.'],
  ])('%o is told as "%s"', (effect, words) => {
    expect(effectLine(effect, 'EUR')).toContain(words);
  });
});

describe('the card on a client’s page', () => {
  const detail = aClient([['2026-01-05', 20]], { asOf: '2026-03-01' });
  const people = aClientList([
    { name: 'Anna Berg', status: STATUS.lost },
    { name: 'A. Berg', status: STATUS.lost },
  ]);

  const openCard = (answers: Answers = {}) => {
    const made = aSession({
      answers: {
        sameAs: [],
        clientList: people,
        sameEffect: { lost: 0, loss: 0 },
        saveSame: { id: 'd2', headline: aHeadline() },
        undecide: aHeadline(),
        ...answers,
      },
    });
    renderIn(made.session, SameCard, { detail });
    return made;
  };

  it('lists who was merged into the client, and splits them again', async () => {
    const { asked } = openCard({
      sameAs: [{ id: 'd9', client: 12, name: 'Berg Anna', decidedOn: detail.asOf }],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Split from Berg Anna' }));
    await waitFor(() =>
      expect(asked.find(({ name }) => name === 'undecide')?.input).toMatchObject({ id: 'd9' }),
    );
  });

  it('finds the other name by search, shows what changes, and merges', async () => {
    const { asked } = openCard();
    await userEvent.click(screen.getByRole('button', { name: 'Find the other name' }));
    const dialog = screen.getByRole('dialog', { name: 'Who is the same client?' });
    await userEvent.type(within(dialog).getByRole('searchbox'), 'berg');
    await userEvent.click(await within(dialog).findByRole('button', { name: 'A. Berg' }));
    expect(await within(dialog).findByText(/As many lost clients as now/)).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Same client' }));
    await waitFor(() =>
      expect(asked.find(({ name }) => name === 'saveSame')?.input).toMatchObject({ client: 7, other: 1 }),
    );
    await waitFor(() => expect(dialog).not.toHaveAttribute('open'));
  });
});
