import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import { STATUS } from '../../../src/domain/loss/status';
import type { Plan } from '../../../src/domain/notebook/plan';
import type { Recovery } from '../../../src/domain/winback/planState';
import CameBack from '../../../src/features/import/saved/CameBack.svelte';
import type { Input } from '../../../src/workers/protocol';
import type { PlanRow } from '../../../src/workers/winbackJobs';
import { aPlan } from '../../support/aPlan';
import { aSession, renderIn, type Answers } from '../../support/aSession';
import { aWorkList } from '../../support/planRows';

const returned = (facts: Partial<Recovery> = {}): Recovery => ({
  day: parseIsoDay('2026-11-18'),
  sum: 4_500,
  ours: true,
  daysSinceStep: 5,
  step: 'step-1',
  since: 4_500,
  visits: 1,
  volume: 0.4,
  yearWell: null,
  lostAgainOn: null,
  ...facts,
});

const row = (plan: string, name: string, recovery: Recovery | null): PlanRow => ({
  plan,
  client: 7,
  name,
  phone: '',
  email: '',
  status: STATUS.recovered,
  yearlyValue: 60_000,
  expectedGain: 0,
  reason: 'price',
  playbook: 'price',
  responsible: null,
  lostDate: parseIsoDay('2026-06-01'),
  startedOn: parseIsoDay('2026-11-01'),
  state: { stage: recovery ? 'aftercare' : 'contacted', next: null, recovery },
  nextStep: null,
  isLast: false,
  stepsDone: 1,
  steps: 3,
});

function open(
  back: readonly PlanRow[],
  plans: readonly PlanRow[],
  entries: readonly Plan[],
  recoveredBefore: readonly string[] = [],
) {
  const answers: Answers = {
    work: aWorkList({ back }),
    plans,
    entries: { entries, setAside: 0 },
    saveEntries: null,
  };
  const { session, asked } = aSession({ answers });
  renderIn(session, CameBack, { recoveredBefore });
  const saved = () =>
    asked.flatMap(({ name, input }) =>
      name === 'saveEntries' ? ((input as Input<'saveEntries'>).change.put ?? []) : [],
    ) as readonly Plan[];
  return { saved, asked };
}

const planOf = (id: string, greeted: string | null = null) =>
  aPlan({ id, client: 7, greeted: greeted === null ? null : parseIsoDay(greeted) });

describe('after an import', () => {
  it('names who came back, with the purchase and how long after the last step it was', async () => {
    const ann = row('p1', 'Ann', returned());
    const ben = row('p2', 'Ben', returned({ ours: false, daysSinceStep: NaN, step: null }));
    open([ann, ben], [ann, ben], [planOf('p1'), planOf('p2')]);
    const news = within(await screen.findByRole('region', { name: '2 clients came back' }));
    expect(news.getByRole('link', { name: 'Ann' })).toHaveAttribute('href', '#/way-back/plans/p1');
    const [first, second] = news.getAllByRole('listitem');
    expect(first).toHaveTextContent('bought for €45.00 on Nov 18, 2026, 5 days after your last step');
    expect(second).toHaveTextContent('bought for €45.00 on Nov 18, 2026, without a step of yours');
    expect(news.getByText(/promise less than you deliver/)).toBeVisible();
    expect(news.getByRole('link', { name: 'See what it earned' })).toHaveAttribute(
      'href',
      '#/way-back/earned',
    );
  });

  it('keeps that the owner has seen the return', async () => {
    const ann = row('p1', 'Ann', returned());
    const { saved } = open([ann], [ann], [planOf('p1')]);
    await userEvent.click(await screen.findByRole('button', { name: 'Noted' }));
    await waitFor(() =>
      expect(saved()).toMatchObject([{ id: 'p1', rev: 2, greeted: ann.state.recovery!.day }]),
    );
  });

  it('tells that a return was taken back by a refund, and keeps that it was seen', async () => {
    const gone = row('p3', 'Cleo', null);
    const { saved } = open([], [gone], [planOf('p3', '2026-10-02')]);
    const news = within(await screen.findByRole('region', { name: 'A return was taken back' }));
    expect(news.getByRole('listitem')).toHaveTextContent(
      'Cleo the purchase was refunded, so the plan goes on',
    );
    await userEvent.click(news.getByRole('button', { name: 'Noted' }));
    await waitFor(() => expect(saved()).toMatchObject([{ id: 'p3', greeted: null }]));
  });

  it('names whose return the import took back though nobody had noted it, and is done with it when noted', async () => {
    const gone = row('p3', 'Cleo', null);
    const still = row('p4', 'Dan', returned());
    const never = row('p5', 'Eve', null);
    open([], [gone, still, never], [planOf('p3'), planOf('p4', '2026-11-18'), planOf('p5')], ['p3', 'p4']);
    const news = within(await screen.findByRole('region', { name: 'A return was taken back' }));
    expect(news.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringMatching(/Cleo.*the purchase was refunded/s),
    ]);
    await userEvent.click(news.getByRole('button', { name: 'Noted' }));
    await waitFor(() => expect(screen.queryByRole('region')).not.toBeInTheDocument());
  });

  it('names five of many', async () => {
    const many = Array.from({ length: 8 }, (_, k) => row(`p${k}`, `Client ${k}`, returned()));
    open(many, many, []);
    expect(await screen.findByText('and 3 more')).toBeVisible();
    expect(screen.getAllByRole('link', { name: /^Client/ })).toHaveLength(5);
  });

  it('says nothing where nobody came back', async () => {
    const { asked } = open([], [], [planOf('p1')]);
    await waitFor(() => expect(asked.some(({ name }) => name === 'entries')).toBe(true));
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});
