import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isoDay, parseIsoDay } from '../../../../src/domain/kernel/day';
import type { Plan } from '../../../../src/domain/notebook/plan';
import { calendarFile } from '../../../../src/domain/winback/ics';
import { calendarSteps } from '../../../../src/features/wayback/week/calendarSteps';
import type { WeekStep } from '../../../../src/features/wayback/week/agenda';
import WeekPage from '../../../../src/features/wayback/week/WeekPage.svelte';
import { dismiss, toasts } from '../../../../src/ui/toasts.svelte';
import type { Input } from '../../../../src/workers/protocol';
import { aPlan, aStep } from '../../../support/aPlan';
import { aSession, openShopLook, renderIn, someSettings } from '../../../support/aSession';
import { aPlanRow } from '../../../support/planRows';

const today = parseIsoDay('2026-11-23');

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] });
  location.hash = '#/way-back/week';
});
afterEach(() => {
  vi.useRealTimers();
  for (const { id } of toasts.shown) dismiss(id);
});

const call = aStep({ id: 'call', what: 'Call and apologise', due: { kind: 'on', day: today } });
const visit = aStep({
  id: 'visit',
  what: 'Go and see them',
  channel: 'visit',
  due: { kind: 'after', days: 3 },
});
const letter = aStep({ id: 'letter', what: 'Write by hand', channel: 'letter', who: 'marta' });

/** Ann's call is due on Monday and her visit follows; Bob's letter is overdue; Cleo asked to be left alone. */
function openWeek(plans: readonly Plan[] = somePlans()) {
  const kept = new Map(plans.map((plan) => [plan.client, plan]));
  const rows = [
    aPlanRow({ nextStep: call }),
    aPlanRow({
      plan: 'plan-2',
      client: 8,
      name: 'Bob Maes',
      phone: '',
      nextStep: letter,
      state: {
        stage: 'preparing',
        next: { step: 'letter', due: parseIsoDay('2026-11-18'), overdue: 5 },
        recovery: null,
      },
    }),
    aPlanRow({ plan: 'plan-3', client: 9, name: 'Cleo Jans', phone: '', nextStep: null }),
  ];
  const made = aSession({
    look: openShopLook({
      settings: someSettings({
        closures: [{ first: parseIsoDay('2026-11-27'), last: parseIsoDay('2026-11-27') }],
      }),
    }),
    answers: {
      plans: rows.slice(0, plans.length),
      entries: ({ client }: Input<'entries'>) => ({
        entries: client === undefined ? [...kept.values()] : [kept.get(client)!],
        setAside: 0,
      }),
      employees: [{ id: 'marta', name: 'Marta', soldAs: 'Marta', leftOn: null } as never],
      saveEntries: ({ change }: Input<'saveEntries'>) => {
        for (const entry of change.put ?? []) if (entry.kind === 'plan') kept.set(entry.client, entry);
        return null;
      },
    },
  });
  renderIn(made.session, WeekPage);
  return { ...made, kept };
}

const somePlans = () => [
  aPlan({ id: 'plan-1', client: 7, startedOn: today, steps: [call, visit] }),
  aPlan({ id: 'plan-2', client: 8, startedOn: today, steps: [letter] }),
  aPlan({ id: 'plan-3', client: 9, startedOn: today, steps: [aStep({ id: 'alone' })] }),
];

const day = (name: RegExp) => screen.findByRole('region', { name });

describe('the week', () => {
  it('shows each step on its day, and what hangs on it behind it', async () => {
    openWeek();
    expect(await day(/^Monday/)).toHaveTextContent(/Today.*Ann Peeters.*Call: Call and apologise/s);
    expect(await day(/^Thursday/)).toHaveTextContent(
      /Ann Peeters.*Visit: Go and see them.*Hangs on the step before/s,
    );
    expect(await day(/^Overdue/)).toHaveTextContent(/Bob Maes.*5 days late/s);
    expect(screen.queryByText('Cleo Jans')).not.toBeInTheDocument();
  });

  it('marks closures and free days', async () => {
    openWeek();
    expect(await day(/^Friday/)).toHaveTextContent('Closed');
    expect(await day(/^Sunday/)).toHaveTextContent('Free day');
    expect(await day(/^Saturday/)).not.toHaveTextContent(/Closed|Free day/);
  });

  it('shows the steps of one person alone', async () => {
    openWeek();
    await userEvent.selectOptions(await screen.findByLabelText('Whose steps'), 'Marta');
    await waitFor(() => expect(screen.queryByText('Ann Peeters')).not.toBeInTheDocument());
    expect(screen.getByText('Bob Maes')).toBeInTheDocument();
    expect(location.hash).toBe('#/way-back/week?who=marta');
  });

  it('shows the steps of the head alone: those for which nobody is named', async () => {
    openWeek();
    await userEvent.selectOptions(await screen.findByLabelText('Whose steps'), 'The head');
    await waitFor(() => expect(screen.queryByText('Bob Maes')).not.toBeInTheDocument());
    expect(screen.getAllByText('Ann Peeters')).toHaveLength(2);
    expect(location.hash).toBe('#/way-back/week?who=head');
  });

  it('leafs through the weeks', async () => {
    openWeek();
    await userEvent.click(await screen.findByRole('button', { name: 'The week after' }));
    await waitFor(() => expect(location.hash).toBe('#/way-back/week?from=2026-11-30'));
    expect(screen.queryByText('Bob Maes')).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'This week' }));
    await waitFor(() => expect(location.hash).toBe('#/way-back/week'));
  });

  it('moves a step to another day, never onto a closed one, and takes that back', async () => {
    const { kept } = openWeek();
    await userEvent.click(
      await screen.findByRole('button', { name: /^Move to another day: Ann Peeters, Call/ }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Move to another day' });
    const field = within(dialog).getByLabelText('Day');
    await userEvent.clear(field);
    await userEvent.type(field, '2026-11-27');
    expect(within(dialog).getByText(/closed or free on that day/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Move' }));
    await waitFor(() =>
      expect(kept.get(7)!.steps[0]!.due).toEqual({ kind: 'on', day: parseIsoDay('2026-11-28') }),
    );
    await waitFor(() => expect(toasts.shown).toHaveLength(1));
    toasts.shown[0]!.action!.run();
    await waitFor(() => expect(kept.get(7)!.steps[0]!.due).toEqual(call.due));
  });

  it('says that the web cannot remind, and offers a calendar with the next steps only', async () => {
    openWeek();
    expect(await screen.findByText(/cannot remind you while it is closed/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Calendar file with 2 steps' })).toBeEnabled();
  });

  it('says how to begin where there is no plan', async () => {
    openWeek([]);
    expect(await screen.findByRole('link', { name: 'Make a plan' })).toHaveAttribute('href', '#/way-back');
  });
});

describe('the calendar', () => {
  const step = (says: Partial<WeekStep>): WeekStep => ({
    plan: 'plan-1',
    client: 7,
    step: call,
    due: today,
    isNext: true,
    row: aPlanRow({ nextStep: call }),
    who: null,
    changes: 4,
    ...says,
  });

  it('puts what is overdue on today, and leaves out what hangs on other steps', () => {
    const found = calendarSteps(
      [step({ due: parseIsoDay('2026-11-18') }), step({ step: visit, isNext: false })],
      today,
    );
    expect(found.map(({ id, day: on }) => [id, isoDay(on)])).toEqual([['plan-1-call', '2026-11-23']]);
  });

  it('says what to do and how to reach the client, for another library to read', () => {
    const file = calendarFile(calendarSteps([step({})], today), 'Shop', 0, (time) => new Date(time));
    const event = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent('vevent')!;
    expect(event.getFirstPropertyValue('summary')).toBe('Call: Ann Peeters');
    expect(event.getFirstPropertyValue('description')).toBe('Call and apologise\n+32 470 12 34 56');
    expect(event.getFirstPropertyValue('sequence')).toBe(4);
  });
});
