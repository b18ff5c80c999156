import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isoDay, parseIsoDay } from '../../../../src/domain/kernel/day';
import { entriesOf } from '../../../../src/domain/notebook/notebook';
import type { Plan } from '../../../../src/domain/notebook/plan';
import { STATUS } from '../../../../src/domain/loss/status';
import ManyPage from '../../../../src/features/wayback/many/ManyPage.svelte';
import { dismiss, toasts } from '../../../../src/ui/toasts.svelte';
import type { ClientListColumns, Input } from '../../../../src/workers/protocol';
import type { PlanFile } from '../../../../src/workers/winbackJobs';
import { aCase } from '../../../support/aCase';
import { aStep } from '../../../support/aPlan';
import { aSession, openShopLook, renderIn, type Answers } from '../../../support/aSession';
import { aPlanRow } from '../../../support/planRows';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] });
  location.hash = '#/way-back/many';
});
afterEach(() => {
  vi.useRealTimers();
  for (const { id } of toasts.shown) dismiss(id);
});

const today = parseIsoDay('2026-11-23');
const LOST = 200;
/** Dearest first; client 3 asked to be left alone, client 4 has a plan already, the last one closed down. */
const ALONE = 3;
const PLANNED = 4;
const GONE = LOST;

const named = (client: number) => ({
  client,
  name: `Client ${client}`,
  cents: 1,
  lostDate: parseIsoDay('2026-08-01'),
});

const columns = (query: string): ClientListColumns => {
  const all = Array.from({ length: LOST + 1 }, (_, n) => n).filter((n) => `Client ${n}`.includes(query));
  return {
    length: all.length,
    client: Uint32Array.from(all),
    status: Uint8Array.from(all, () => STATUS.lost),
    visits: Uint32Array.from(all, () => 9),
    yearlyValue: Float64Array.from(all, (n) => (LOST - n) * 1_000),
    silence: Int32Array.from(all, () => 120),
    interval: Float64Array.from(all, () => 21),
    lastVisit: Int32Array.from(all, () => parseIsoDay('2026-07-26')),
    names: all.map((n) => `Client ${n}`).join('\0'),
    totalValue: 0,
    totalRevenue: 0,
    countsByStatus: [],
    classes: Uint8Array.from(all, (n) => (n < 10 ? 0 : n < 60 ? 1 : 2)),
  };
};

const fileOf = (client: number): PlanFile => ({
  case: {
    ...aCase(),
    client,
    name: `Client ${client}`,
    doNotContact: client === ALONE,
    status: STATUS.lost,
  },
  card: null,
  knowledge: {
    reason: client % 2 === 0 ? 'price' : null,
    source: null,
    severity: null,
    human: false,
    competitor: '',
    wish: '',
    chance: null,
  },
  plans: [],
});

/** Somebody hurt so badly that only a visit will do. */
const dear = (file: PlanFile): PlanFile => ({ ...file, knowledge: { ...file.knowledge, severity: 5 } });

function openMany(more: Answers = {}) {
  const saved: (readonly Plan[])[] = [];
  const made = aSession({
    look: openShopLook(),
    answers: {
      clientList: ({ query }: Input<'clientList'>) => columns(query),
      plans: [aPlanRow({ client: PLANNED })],
      employees: [],
      entries: { entries: [], setAside: 0 },
      reasonClients: ({ key }: Input<'reasonClients'>) => [named(key === 'closed' ? GONE : 2)],
      planFile: ({ client }: Input<'planFile'>) => fileOf(client),
      saveEntries: ({ change }: Input<'saveEntries'>) => {
        saved.push(entriesOf(change.put ?? [], 'plan'));
        return null;
      },
      ...more,
    },
  });
  renderIn(made.session, ManyPage);
  return { ...made, saved };
}

const names = () =>
  within(screen.getByRole('list', { name: 'Lost clients without a plan' }))
    .getAllByRole('checkbox')
    .map((box) => box.closest('label')!.querySelector('.name')!.textContent);

describe('choosing many clients', () => {
  it('lists lost clients without a plan, the dearest first, and says who is not listed', async () => {
    openMany();
    await screen.findByText('Whom');
    expect(names().slice(0, 5)).toEqual(['Client 0', 'Client 1', 'Client 2', 'Client 3', 'Client 5']);
    expect(screen.getByText('1 lost client has or had a plan and is not listed.')).toBeInTheDocument();
    expect(screen.getByText('1 lost client needs nothing any more and is not listed.')).toBeInTheDocument();
  });

  it('narrows by name, by value and by reason', async () => {
    openMany();
    await userEvent.type(await screen.findByLabelText('Search by name'), '19');
    await screen.findByRole('button', { name: 'Choose all 12 shown' });
    await userEvent.clear(screen.getByLabelText('Search by name'));
    await userEvent.selectOptions(await screen.findByLabelText('Value of the client'), 'The dearest fifth');
    await screen.findByRole('button', { name: 'Choose all 40 shown' });
    await userEvent.selectOptions(screen.getByLabelText('Reason'), 'Too expensive');
    await screen.findByRole('button', { name: 'Choose the 1 shown' });
  });

  it('narrows by the class of the client', async () => {
    const { asked } = openMany();
    await userEvent.selectOptions(await screen.findByLabelText('Class by turnover'), 'B: up to 80%');
    await screen.findByRole('button', { name: 'Choose all 50 shown' });
    expect(names()[0]).toBe('Client 10');
    await userEvent.selectOptions(screen.getByLabelText('Class by turnover'), 'A: the first half');
    await screen.findByRole('button', { name: 'Choose all 9 shown' });
    await userEvent.selectOptions(screen.getByLabelText('Class by turnover'), 'Any');
    await screen.findByRole('button', { name: 'Choose all 199 shown' });
    expect(asked.find(({ name }) => name === 'clientList')?.input).toMatchObject({ withClasses: true });
  });
});

describe('too much for one day', () => {
  it('is told before anything is saved, and a lighter pace is one tap away', async () => {
    openMany({ planFile: ({ client }: Input<'planFile'>) => dear(fileOf(client)) });
    await userEvent.selectOptions(await screen.findByLabelText('Class by turnover'), 'A: the first half');
    await userEvent.click(await screen.findByRole('button', { name: 'Choose all 9 shown' }));
    await userEvent.click(screen.getByRole('button', { name: 'Prepare 9 plans' }));
    await screen.findByText(/^8 plans are ready/);
    const warning = await screen.findByRole('region', { name: 'A full day' });
    expect(warning).toHaveTextContent(
      /With this the head has 8 visits and 1 other step to do on .*: about 6 hours of work/,
    );
    await userEvent.click(within(warning).getByRole('button', { name: 'Begin 5 a day instead' }));
    expect(screen.getByLabelText('Plans begun a day')).toHaveValue(5);
    await screen.findByText(/^8 plans are ready/);
    expect(screen.queryByRole('region', { name: 'A full day' })).not.toBeInTheDocument();
  });

  it('reckons with what is planned already', async () => {
    const busy = aPlanRow({ client: PLANNED, nextStep: aStep({ channel: 'visit', minutes: 230 }) });
    const state = {
      stage: 'preparing',
      next: { step: 'step', due: today, overdue: 0 },
      recovery: null,
    } as const;
    openMany({
      plans: [{ ...busy, state }],
      planFile: ({ client }: Input<'planFile'>) => dear(fileOf(client)),
    });
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Client 1 / }));
    await userEvent.click(screen.getByRole('button', { name: 'Prepare 1 plan' }));
    const warning = await screen.findByRole('region', { name: 'A full day' });
    expect(warning).toHaveTextContent(/2 visits/);
    expect(within(warning).queryByRole('button')).not.toBeInTheDocument();
  });

  it('is not told of a light day', async () => {
    openMany();
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Client 1 / }));
    await userEvent.click(screen.getByRole('button', { name: 'Prepare 1 plan' }));
    await screen.findByText(/^1 plan is ready/);
    expect(screen.queryByRole('region', { name: 'A full day' })).not.toBeInTheDocument();
  });
});

describe('plans for 200 clients', () => {
  it('are prepared from what is known of each, staggered over weekdays, and saved in one change', async () => {
    const { saved } = openMany();
    await userEvent.click(await screen.findByRole('button', { name: 'Choose all 199 shown' }));
    const aDay = screen.getByLabelText('Plans begun a day');
    await userEvent.clear(aDay);
    await userEvent.type(aDay, '50');
    expect(screen.getByText(/199 plans begin between .*23.* and .*26/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Prepare 199 plans' }));
    expect(await screen.findByText(/^198 plans are ready/)).toBeInTheDocument();
    expect(screen.getByText('1 client is left out: they asked to be left alone.')).toBeInTheDocument();
    expect(saved).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save all 198 plans' }));
    await waitFor(() => expect(location.hash).toBe('#/way-back'));
    expect(saved).toHaveLength(1);
    const plans = saved[0]!;
    expect(plans).toHaveLength(198);
    expect(plans.map(({ client }) => client)).not.toContain(ALONE);
    expect(new Set(plans.map(({ id }) => id)).size).toBe(198);
    expect(plans.slice(0, 2).map(({ reason }) => reason)).toEqual(['price', null]);
    expect(plans[0]!.playbook).not.toBe(plans[1]!.playbook);
    const days = new Map<string, number>();
    for (const { startedOn } of plans) days.set(isoDay(startedOn), (days.get(isoDay(startedOn)) ?? 0) + 1);
    expect([...days]).toEqual([
      ['2026-11-23', 50],
      ['2026-11-24', 50],
      ['2026-11-25', 50],
      ['2026-11-26', 48],
    ]);
  });

  it('follow the one playbook that was chosen', async () => {
    const { saved } = openMany();
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Client 1 / }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Client 2 / }));
    await userEvent.selectOptions(screen.getByLabelText('Playbook'), 'Three reminders');
    await userEvent.click(screen.getByRole('button', { name: 'Prepare 2 plans' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save all 2 plans' }));
    await waitFor(() =>
      expect(saved[0]?.map(({ playbook }) => playbook)).toEqual(['reminders', 'reminders']),
    );
  });

  it('are prepared anew when somebody else is chosen', async () => {
    openMany();
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Client 1 / }));
    await userEvent.click(screen.getByRole('button', { name: 'Prepare 1 plan' }));
    await screen.findByRole('button', { name: 'Save 1 plan' });
    await userEvent.click(screen.getByRole('checkbox', { name: /^Client 2 / }));
    expect(screen.queryByRole('button', { name: /^Save/ })).not.toBeInTheDocument();
  });
});
