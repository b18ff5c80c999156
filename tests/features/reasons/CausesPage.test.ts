import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import CausesPage from '../../../src/features/reasons/CausesPage.svelte';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import type { Cause } from '../../../src/domain/notebook/cause';
import type { CauseEffect } from '../../../src/domain/reasons/reasonsReport';
import { formatDay } from '../../../src/i18n/formats';
import type { EmployeeRow } from '../../../src/workers/reasonsJobs';
import type { Input } from '../../../src/workers/protocol';
import { aReasonsReport } from '../../support/aReasonsReport';
import { aSession, renderIn, type Answers } from '../../support/aSession';
import { aWindow } from '../../support/aWindow';
import { someEntries } from '../../support/entries';

const day = parseIsoDay;
const nothing = { all: 0, sleeping: 0, lost: 0 };
const staff: readonly EmployeeRow[] = [
  { id: 'sold:Mia', name: 'Mia', soldAs: 'Mia', leftOn: null, clients: 4, atRisk: nothing, followed: null },
  {
    id: 'p2',
    name: 'Otto',
    soldAs: null,
    leftOn: day('2026-01-01'),
    clients: 0,
    atRisk: nothing,
    followed: null,
  },
];

const aCause = (facts: Partial<Cause> = {}): Cause => ({
  ...someEntries.cause,
  reason: 'rudeness',
  fix: 'Train everybody at the counter',
  lossThen: 910_000,
  due: day('2026-12-24'),
  ...facts,
});

const open = (
  causes: readonly Cause[],
  {
    hash = '#/reasons/causes',
    effects = [],
    answers = {},
  }: {
    hash?: string;
    effects?: readonly CauseEffect[];
    answers?: Answers;
  } = {},
) => {
  location.hash = hash;
  const { session, asked } = aSession({
    answers: {
      reasonsReport: aReasonsReport({ causes: effects }),
      entries: { entries: causes, setAside: 0 },
      employees: staff,
      saveEntries: null,
      ...answers,
    },
  });
  renderIn(session, CausesPage);
  return () =>
    asked
      .filter(({ name }) => name === 'saveEntries')
      .map(({ input }) => (input as Input<'saveEntries'>).change);
};

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] });
  aWindow();
});
afterEach(() => vi.useRealTimers());

const fell: CauseEffect['effect'] = {
  months: 6,
  clientsBefore: 9,
  clientsAfter: 3,
  centsBefore: 820_000,
  centsAfter: 240_000,
  knownBefore: 0.5,
  knownAfter: 0.5,
  accident: 0.073,
};

describe('the cause ledger', () => {
  it('says what it is for before anything stands in it', async () => {
    open([]);
    expect(await screen.findByRole('heading', { name: 'No cause is being removed yet' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add a cause' })).toBeVisible();
  });

  it('shows each cause with its loss then and now, who, until when and at what cost', async () => {
    open([aCause({ owner: 'sold:Mia', cost: 12_000 })], {
      effects: [{ cause: 'cause-1', lossNow: 640_000, effect: null }],
    });
    const line = await screen.findByRole('listitem');
    expect(within(line).getByRole('heading', { name: 'Somebody was rude to them' })).toBeVisible();
    await waitFor(() => expect(line).toHaveTextContent('A year, today €6,400'));
    expect(line).toHaveTextContent('€9,100');
    expect(line).toHaveTextContent('Who Mia');
    expect(line).toHaveTextContent('Costs €120.00');
    expect(within(line).getByText('Open')).toBeVisible();
  });

  it('puts overdue causes first, marks them, and done ones last', async () => {
    open([
      aCause({ id: 'a', doneOn: day('2026-10-01') }),
      aCause({ id: 'b' }),
      aCause({ id: 'c', due: day('2026-11-22') }),
    ]);
    await screen.findByText('Overdue');
    const lines = screen.getAllByRole('listitem');
    expect(lines.map((line) => line.querySelector('.status')?.textContent)).toEqual([
      'Overdue',
      'Open',
      'Done',
    ]);
    expect(screen.getByText(/One is overdue/)).toBeVisible();
  });

  it('adds up the open ones, a reason once however many lines are against it', async () => {
    open([aCause({ id: 'a' }), aCause({ id: 'b' }), aCause({ id: 'c', reason: 'price', lossThen: 90_000 })]);
    expect(await screen.findByText('3 causes')).toBeVisible();
    expect(document.querySelector('[data-figure="openCauses"]')).toHaveTextContent('€10,000 a year');
  });

  it('follows a reason into other words, its answers counted together', async () => {
    const dear = { ...someEntries.reason, id: 'dear', label: 'Roses cost too much', replaces: 'price' };
    const price = { ...dear, id: 'price', label: null, retired: true, mergedInto: 'dear', replaces: null };
    const cause = aCause({ reason: 'price', lossThen: 90_000 });
    const saved = open([cause], {
      effects: [{ cause: 'cause-1', lossNow: 640_000, effect: null }],
      answers: { entries: { entries: [cause, dear, price], setAside: 0 } },
    });
    expect(await screen.findByRole('heading', { name: 'Roses cost too much' })).toBeVisible();
    expect(await screen.findByRole('link', { name: '€6,400' })).toHaveAttribute(
      'href',
      '#/reasons/clients?view=best&dimension=reason&key=dear',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Change: Roses cost too much' }));
    const form = within(screen.getByRole('dialog'));
    expect(form.getByRole('combobox', { name: 'Which reason does it remove?' })).toHaveValue('dear');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toMatchObject([{ put: [{ reason: 'dear', lossThen: 90_000 }] }]));
  });

  it('marks a cause as done today with one tap', async () => {
    const saved = open([aCause()]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Done today: Somebody was rude to them' }),
    );
    await waitFor(() =>
      expect(saved()).toMatchObject([{ put: [{ id: 'cause-1', rev: 2, doneOn: day('2026-11-23') }] }]),
    );
  });
});

describe('a cause that was removed', () => {
  const doneOn = day('2026-02-20');
  const shown = async (effect: CauseEffect['effect'], done = doneOn) => {
    open([aCause({ doneOn: done })], { effects: [{ cause: 'cause-1', lossNow: 0, effect }] });
    await waitFor(() => expect(document.querySelector('[data-figure="effect"]')).not.toBeNull());
    return document.querySelector('[data-figure="effect"] p')!.textContent;
  };

  it('says whether losses fell, and how likely that is an accident', async () => {
    expect(await shown(fell)).toBe(
      'It has probably helped: 3 clients instead of 9 in as many months (6); by accident in 7 of 100 cases.',
    );
  });

  it('is sure only where an accident is rare', async () => {
    expect(await shown({ ...fell, clientsAfter: 0, accident: 0.002 })).toBe(
      'It seems to have helped: no client instead of 9 in as many months (6); by accident in fewer than 1 of 100 cases.',
    );
  });

  it('says so where a fall may well be an accident', async () => {
    expect(await shown({ ...fell, clientsBefore: 4, accident: 0.5 })).toMatch(
      /^Fewer, but this may well be an accident: 3 clients instead of 4/,
    );
  });

  it('claims nothing where losses did not fall', async () => {
    expect(await shown({ ...fell, clientsAfter: 12, accident: 0.8 })).toBe(
      'Losses for this reason have risen: 12 clients since, 9 in as many months before (6).',
    );
  });

  it('says from when something can be told', async () => {
    const first = formatDay(day('2027-02-24'), 'long');
    expect(await shown(null, day('2026-11-01'))).toContain(`can be judged from about ${first}.`);
  });

  it('says that the sales begin too late to compare', async () => {
    expect(await shown(null, day('2026-01-01'))).toBe('Your sales begin too shortly before it to compare.');
  });

  it('says why no more months are compared', async () => {
    await shown(fell);
    expect(
      screen.getByText(
        `No more than 6 months can be compared so far: only losses up to ${formatDay(day('2026-08-31'), 'long')} are complete.`,
      ),
    ).toBeVisible();
  });

  it('says that the sales begin too late for more months', async () => {
    await shown({ ...fell, months: 2 });
    expect(screen.getByText(/No more than 2 months can be compared: your sales begin/)).toBeVisible();
  });

  it('says nothing of it where a whole year is compared', async () => {
    await shown({ ...fell, months: 12 });
    expect(screen.queryByText(/No more than/)).toBeNull();
  });

  it('warns where fewer were asked since, and shows its numbers', async () => {
    await shown({ ...fell, knownAfter: 0.1 });
    expect(
      screen.getByText(/Fewer of those who left since were asked \(10%, against 50% before\)/),
    ).toBeVisible();
    await userEvent.click(screen.getByText('whether it helped', { selector: '.sr-only' }));
    expect(screen.getByText(/9 clients, €8,200.00 a year; and in as many/)).toBeVisible();
    expect(screen.getByText(/in 7.3% of cases/)).toBeVisible();
  });
});

describe('the form of a cause', () => {
  it('opens with the reason that the link brought, and forgets it when it is closed', async () => {
    open([], { hash: '#/reasons/causes?reason=price' });
    const form = within(await screen.findByRole('dialog', { name: 'Add a cause' }));
    const reason = form.getByRole('combobox', { name: 'Which reason does it remove?' });
    expect(reason).toHaveValue('price');
    await waitFor(() => expect(reason).toHaveAccessibleDescription('It costs €6,200 a year.'));
    expect(form.getByRole('textbox', { name: 'What will be done?' })).toHaveAccessibleDescription(
      /What helps as a rule: Do not argue about it/,
    );
    await userEvent.click(form.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(location.hash).toBe('#/reasons/causes'));
  });

  it('saves a new cause with today’s loss', async () => {
    const saved = open([], { hash: '#/reasons/causes?reason=price' });
    const form = within(await screen.findByRole('dialog'));
    await userEvent.type(form.getByRole('textbox', { name: 'What will be done?' }), 'Smaller bunches');
    await userEvent.selectOptions(await form.findByRole('combobox', { name: /Who does it/ }), 'Mia');
    await userEvent.type(form.getByRole('textbox', { name: /What does it cost/ }), '1.250');
    await waitFor(() =>
      expect(form.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-busy', 'false'),
    );
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]!.put).toMatchObject([
      {
        kind: 'cause',
        reason: 'price',
        fix: 'Smaller bunches',
        owner: 'sold:Mia',
        due: null,
        cost: 125_000,
        doneOn: null,
        lossThen: 620_000,
        openedOn: day('2026-11-23'),
      },
    ]);
  });

  it('offers nobody who has left', async () => {
    open([], { hash: '#/reasons/causes?reason=price' });
    const owner = await screen.findByRole<HTMLSelectElement>('combobox', { name: /Who does it/ });
    await waitFor(() => expect([...owner.options].map(({ text }) => text)).toEqual(['Nobody yet', 'Mia']));
  });

  it('says which field cannot be kept, and goes there', async () => {
    const saved = open([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a cause' }));
    const form = within(screen.getByRole('dialog'));
    const reason = form.getByRole('combobox', { name: 'Which reason does it remove?' });
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(reason).toHaveFocus();
    expect(reason).toHaveAccessibleDescription('Choose the reason.');
    await userEvent.selectOptions(reason, 'price');
    await userEvent.type(form.getByRole('textbox', { name: 'What will be done?' }), 'Smaller bunches');
    const cost = form.getByRole('textbox', { name: /What does it cost/ });
    await userEvent.type(cost, 'much');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(cost).toHaveFocus();
    expect(cost).toHaveAccessibleDescription('This cannot be read as a sum of money.');
    expect(saved()).toEqual([]);
  });

  it('keeps the loss of the first day when a cause is changed, and takes it anew for another reason', async () => {
    const saved = open([aCause({ lossThen: 500 })]);
    const change = async (to?: string) => {
      await userEvent.click(await screen.findByRole('button', { name: /^Change: / }));
      const form = within(screen.getByRole('dialog', { name: 'Change a cause' }));
      if (to) await userEvent.selectOptions(form.getByRole('combobox', { name: /Which reason/ }), to);
      await userEvent.click(form.getByRole('button', { name: 'Save' }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    };
    await change();
    await change('price');
    expect(saved().map(({ put }) => (put?.[0] as Cause).lossThen)).toEqual([500, 620_000]);
  });

  it('deletes only when asked twice', async () => {
    const saved = open([aCause()]);
    await userEvent.click(await screen.findByRole('button', { name: /^Change: / }));
    const form = within(screen.getByRole('dialog'));
    await userEvent.click(form.getByRole('button', { name: 'Delete this cause' }));
    await userEvent.click(form.getByRole('button', { name: 'Keep it' }));
    expect(saved()).toEqual([]);
    await userEvent.click(form.getByRole('button', { name: 'Delete this cause' }));
    await userEvent.click(form.getByRole('button', { name: 'Delete' }));
    await waitFor(() =>
      expect(saved()).toMatchObject([{ remove: [{ kind: 'cause', id: 'cause-1', rev: 1 }] }]),
    );
  });
});
