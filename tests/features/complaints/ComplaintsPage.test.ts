import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/kernel/day';
import { STATUS } from '../../../src/domain/loss/status';
import type { Entry } from '../../../src/domain/notebook/notebook';
import ComplaintsPage from '../../../src/features/complaints/ComplaintsPage.svelte';
import { shownComplaints, shownOf } from '../../../src/features/complaints/shownComplaints';
import { formatDay } from '../../../src/i18n/formats';
import { today } from '../../../src/reactive/today';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import { aClientList } from '../../support/aClient';
import { aComplaint } from '../../support/aComplaint';
import { ANotebook } from '../../support/aNotebook';
import { aSession, renderIn } from '../../support/aSession';

const clients = aClientList([
  { name: 'Anna Berg', status: STATUS.regular },
  { name: 'Ben Cole', status: STATUS.lost },
]);

const open = (entries: readonly Entry[] = []) => {
  const notebook = new ANotebook(entries);
  const { session } = aSession({
    answers: {
      ...notebook.answers,
      clientList: clients,
      clientNames: new Map([
        [0, 'Anna Berg'],
        [1, 'Ben Cole'],
      ]),
      employees: [],
    },
  });
  renderIn(session, ComplaintsPage);
  return { notebook, kept: () => notebook.get('complaint') };
};
const openForm = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Register a complaint' }));
  return screen.getByRole('textbox', { name: 'What did they say?' });
};
const due = (days: number) => ({ found: { due: addDays(today(), days) } });

beforeEach(() => {
  location.hash = '#/reasons/complaints';
});
afterEach(() => {
  for (const { code } of troubles.present) forget(code);
});

describe('the complaints', () => {
  it('need a shop', () => {
    renderIn(aSession({ look: { kind: 'empty' } }).session, ComplaintsPage);
    expect(screen.getByRole('link', { name: 'Import sales' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Register a complaint' })).toBeNull();
  });

  it('warn where there never was one', async () => {
    open();
    expect(await screen.findByText('Nobody has complained yet')).toBeVisible();
    expect(screen.getByText(/about 10 % of the dissatisfied complain/)).toBeVisible();
  });

  it('warn where there has been none for 90 days', async () => {
    const day = addDays(today(), -100);
    open([aComplaint({ day })]);
    expect(await screen.findByText(`No complaint since ${formatDay(day)}`)).toBeVisible();
  });

  it('warn of low ratings that wait, and show them', async () => {
    open([
      aComplaint({ id: 'told', day: today() }),
      aComplaint({ id: 'rated', day: today(), origin: 'hidden', item: 'speed', text: '' }),
    ]);
    expect(await screen.findByText(/One low rating waits from your surveys/)).toBeVisible();
    expect(screen.queryByText('Nobody has complained yet')).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'Show it' }));
    expect(await screen.findByRole('radio', { name: 'Low ratings (1)', checked: true })).toBeVisible();
    const list = screen.getByRole('list', { name: 'Complaints' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    expect(list).toHaveTextContent('Lukewarm rating: How fast we are');
  });

  it('of one answer are told apart by what was rated and how, its words under one of them', async () => {
    const rated = { day: today(), origin: 'open', client: 1 } as const;
    open([
      aComplaint({ ...rated, id: 'a', item: 'goods', rating: 1, text: 'Fresher roses, please' }),
      aComplaint({ ...rated, id: 'b', item: 'speed', rating: 2, text: '' }),
    ]);
    const list = await screen.findByRole('list', { name: 'Complaints' });
    const [goods, speed] = within(list).getAllByRole('listitem');
    expect(goods).toHaveTextContent(/^Our goods: 1 of 5 ?Fresher roses, please/);
    expect(speed).toHaveTextContent(/^How fast we are: 2 of 5/);
    expect(within(list).getAllByText('Fresher roses, please')).toHaveLength(1);
  });

  it('stand by date, what is overdue first and marked', async () => {
    open([
      aComplaint({ id: 'soon', day: today(), text: 'Soon', work: due(3) }),
      aComplaint({ id: 'late', day: today(), text: 'Late', client: 1, work: due(-2) }),
    ]);
    const [first, second] = within(await screen.findByRole('list', { name: 'Complaints' })).getAllByRole(
      'listitem',
    );
    expect(first).toHaveTextContent(`Overdue since ${formatDay(addDays(today(), -2))}`);
    expect(second).toHaveTextContent('Find the cause');
    expect(screen.getByText('One complaint is overdue.')).toBeVisible();
    await waitFor(() => expect(first).toHaveTextContent('Ben Cole'));
  });

  it('can be narrowed to a step or to the closed ones', async () => {
    const work = { found: { doneOn: today() }, removed: { doneOn: today() }, mended: { doneOn: today() } };
    open([
      aComplaint({ id: 'a', day: today(), text: 'Still open' }),
      aComplaint({ id: 'b', day: today(), text: 'All done', work }),
    ]);
    await userEvent.click(await screen.findByRole('radio', { name: 'Closed (1)' }));
    await waitFor(() =>
      expect(screen.getByRole('list', { name: 'Complaints' })).toHaveTextContent(/^All done/),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'Process to mend (0)' }));
    expect(await screen.findByText('None of the complaints is here.')).toBeVisible();
  });

  it('are all somewhere among the open and the closed', () => {
    const some = [aComplaint({ id: 'a' }), aComplaint({ id: 'b', work: { registered: { doneOn: null } } })];
    expect(shownComplaints(some, 'open', today())).toHaveLength(2);
    expect(shownOf('nonsense')).toBe('open');
  });
});

describe('registering a complaint', () => {
  it('takes what was said and leads to the next step', async () => {
    const { kept } = open();
    const field = await openForm();
    expect(field).toHaveFocus();
    await userEvent.type(field, 'Brown roses');
    await userEvent.click(screen.getByRole('button', { name: 'Register it' }));
    await waitFor(() => expect(location.hash).toBe(`#/reasons/complaints/${kept()[0]!.id}`));
    expect(kept()[0]).toMatchObject({
      text: 'Brown roses',
      day: today(),
      client: null,
      origin: 'told',
      work: { registered: { doneOn: today() }, found: { due: addDays(today(), 7) } },
    });
  });

  it('finds the client by a part of the name', async () => {
    const { kept } = open();
    await userEvent.type(await openForm(), 'Brown roses');
    await userEvent.type(screen.getByRole('searchbox', { name: /Who complained/ }), 'be');
    await userEvent.click(await screen.findByRole('button', { name: 'Ben Cole' }));
    expect(screen.queryByRole('searchbox')).toBeNull();
    await waitFor(() => expect(kept()[0]?.client).toBe(1));
  });

  it('asks for words before anything is registered', async () => {
    const { kept } = open();
    const field = await openForm();
    await userEvent.click(screen.getByRole('button', { name: 'Register it' }));
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(/Write down what was said/);
    expect(kept()).toEqual([]);
  });

  it('keeps what was typed without a button, as one that is not registered yet', async () => {
    const { kept } = open();
    await userEvent.type(await openForm(), 'Brown roses');
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(() => expect(kept()[0]).toMatchObject({ text: 'Brown roses' }));
    expect(kept()[0]!.work.registered.doneOn).toBeNull();
  });

  it('leaves nothing behind when it is thrown away', async () => {
    const { kept } = open();
    await userEvent.type(await openForm(), 'Brown roses');
    window.dispatchEvent(new Event('pagehide'));
    await userEvent.click(await screen.findByRole('button', { name: 'Throw away' }));
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    expect(kept()).toEqual([]);
  });

  it('stays open and says so when it cannot be saved', async () => {
    const { notebook } = open();
    notebook.refuse = new Failure('disk-full');
    await userEvent.type(await openForm(), 'Brown roses');
    await userEvent.click(screen.getByRole('button', { name: 'Register it' }));
    expect(await screen.findByText('Not saved yet. What you wrote is still here.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'What did they say?' })).toHaveValue('Brown roses');
  });
});
