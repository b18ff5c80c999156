import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, isoDay } from '../../../src/domain/kernel/day';
import type { Complaint } from '../../../src/domain/notebook/complaint';
import type { Entry } from '../../../src/domain/notebook/notebook';
import ComplaintPage from '../../../src/features/complaints/ComplaintPage.svelte';
import { today } from '../../../src/reactive/today';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import type { EmployeeRow } from '../../../src/workers/reasonsJobs';
import { aClient } from '../../support/aClient';
import { aComplaint } from '../../support/aComplaint';
import { ANotebook } from '../../support/aNotebook';
import { aSession, renderIn, type Answers } from '../../support/aSession';

const anEmployee = (id: string, name: string, facts: Partial<EmployeeRow> = {}): EmployeeRow => ({
  id,
  name,
  soldAs: null,
  leftOn: null,
  clients: 0,
  atRisk: { all: 0, sleeping: 0, lost: 0 },
  followed: null,
  ...facts,
});

const open = (complaint: Complaint = aComplaint(), others: readonly Entry[] = [], answers: Answers = {}) => {
  const notebook = new ANotebook([complaint, ...others]);
  const { session } = aSession({
    answers: {
      ...notebook.answers,
      employees: [anEmployee('mia', 'Mia'), anEmployee('tom', 'Tom', { leftOn: addDays(today(), -9) })],
      client: aClient([['2026-01-05', 20]], { asOf: '2026-02-01' }),
      ...answers,
    },
  });
  renderIn(session, ComplaintPage, { params: { id: complaint.id } });
  return { notebook, kept: () => notebook.get('complaint')[0]! };
};
const form = async (name: string) => within(await screen.findByRole('form', { name }));

const closed = aComplaint({
  reason: 'bad-service',
  work: {
    found: { text: 'Old stock', doneOn: addDays(today(), -3) },
    removed: { text: 'New bouquet', doneOn: addDays(today(), -2) },
    mended: { text: 'Daily check', doneOn: addDays(today(), -1) },
  },
  day: addDays(today(), -5),
});

beforeEach(() => {
  location.hash = '#/reasons/complaints/complaint-1';
});
afterEach(() => {
  for (const { code } of troubles.present) forget(code);
});

describe('a complaint', () => {
  it('says so where it is not here', async () => {
    const { session } = aSession({ answers: new ANotebook().answers });
    renderIn(session, ComplaintPage, { params: { id: 'gone' } });
    expect(await screen.findByRole('heading', { name: 'This complaint is not here' })).toBeVisible();
  });

  it('shows what was said as the text it is, and leads to the client', async () => {
    open(aComplaint({ text: '<script>alert(1)</script>', client: 7 }));
    expect(await screen.findByText('<script>alert(1)</script>')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'From Anna Berg' })).toHaveAttribute(
      'href',
      '#/clients/7',
    );
  });

  it('from a survey is called by its rating, with what was said in the same answer', async () => {
    const rated = { origin: 'hidden', client: 7 } as const;
    open(aComplaint({ ...rated, item: 'speed', rating: 3, text: '' }), [
      aComplaint({ ...rated, id: 'other', item: 'goods', rating: 2, text: 'Fresher roses' }),
      aComplaint({ ...rated, id: 'stranger', client: 8, item: 'goods', rating: 1, text: 'Too dear' }),
    ]);
    expect(await screen.findByRole('heading', { level: 1, name: 'How fast we are: 3 of 5' })).toBeVisible();
    expect(screen.getByText('In the same answer:')).toBeVisible();
    expect(screen.getByText('Fresher roses')).toBeVisible();
  });

  it('offers only the step whose turn it is, and lets later ones be planned', async () => {
    open();
    expect(await screen.findByRole('button', { name: 'The cause is found' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'The cause is removed' })).toBeNull();
    expect(screen.getByText(/Comes after the cause is found/)).toBeVisible();
    expect(screen.getAllByLabelText('By when?')).toHaveLength(3);
  });

  it('asks for words and for the reason before the cause counts as found', async () => {
    const { kept } = open();
    const found = await form('Cause found');
    const done = found.getByRole('button', { name: 'The cause is found' });
    await userEvent.click(done);
    const words = found.getByRole('textbox', { name: 'Why did it happen?' });
    expect(words).toHaveFocus();
    expect(words).toHaveAccessibleDescription(/Write a few words first/);
    await userEvent.type(words, 'Old stock');
    await userEvent.click(done);
    const reason = found.getByRole('combobox', { name: 'Reason in the catalogue' });
    expect(reason).toHaveFocus();
    expect(kept().work.found.doneOn).toBeNull();
    await userEvent.selectOptions(reason, 'bad-service');
    await userEvent.click(done);
    await waitFor(() =>
      expect(kept()).toMatchObject({
        reason: 'bad-service',
        work: { found: { text: 'Old stock', doneOn: today() }, removed: { due: addDays(today(), 7) } },
      }),
    );
    expect(await screen.findByRole('button', { name: 'The cause is removed' })).toBeVisible();
  });

  it('gives a step an owner and a date; whoever left is not offered', async () => {
    const { kept } = open();
    const found = await form('Cause found');
    const owner = await found.findByRole('combobox', { name: 'Who does it?' });
    expect(within(owner).queryByRole('option', { name: /Tom/ })).toBeNull();
    await userEvent.selectOptions(owner, 'mia');
    const date = addDays(today(), 3);
    await fireEvent.change(found.getByLabelText('By when?'), { target: { value: isoDay(date) } });
    await waitFor(() => expect(kept().work.found).toMatchObject({ owner: 'mia', due: date }));
  });

  it('still names an owner who has left', async () => {
    open(aComplaint({ work: { found: { owner: 'tom' } } }));
    const owner = await (await form('Cause found')).findByRole('combobox', { name: 'Who does it?' });
    expect(within(owner).getByRole('option', { name: 'Tom (left)', selected: true })).toBeInTheDocument();
  });

  it('can be the head’s own work, also where nobody is employed', async () => {
    const { kept } = open(aComplaint(), [], { employees: [] });
    const found = await form('Cause found');
    await userEvent.selectOptions(
      found.getByRole('combobox', { name: 'Who does it?' }),
      'I myself, the head',
    );
    await waitFor(() => expect(kept().work.found.owner).toBe('head'));
    expect(screen.queryByRole('option', { name: /\(left\)/ })).toBeNull();
  });

  it('can be given to anybody by name, who is then one of the people; nobody is added twice', async () => {
    const { notebook, kept } = open();
    const found = await form('Cause found');
    const owner = await found.findByRole('combobox', { name: 'Who does it?' });
    await userEvent.selectOptions(owner, 'Somebody else…');
    await userEvent.type(found.getByRole('textbox', { name: 'Their name' }), 'Ida{Enter}');
    await waitFor(() => expect(notebook.get('person')).toMatchObject([{ name: 'Ida', soldAs: null }]));
    await waitFor(() => expect(kept().work.found.owner).toBe(notebook.get('person')[0]!.id));
    await within(owner).findByRole('option', { name: 'Mia' });
    await userEvent.selectOptions(owner, 'Somebody else…');
    await userEvent.type(found.getByRole('textbox', { name: 'Their name' }), ' mia{Enter}');
    await waitFor(() => expect(kept().work.found.owner).toBe('mia'));
    expect(notebook.get('person')).toHaveLength(1);
  });

  it('does without sales: those the owner wrote down are offered', async () => {
    const person = {
      kind: 'person' as const,
      id: 'ida',
      rev: 1,
      madeAt: 0,
      changedAt: 0,
      name: 'Ida',
      soldAs: null,
      leftOn: null,
    };
    open(aComplaint(), [person], { employees: () => Promise.reject(new Failure('nothing-to-save')) });
    expect((await screen.findAllByRole('option', { name: 'Ida' })).length).toBeGreaterThan(0);
  });

  it('saves words while they are typed', async () => {
    const { kept } = open();
    const found = await form('Cause found');
    await userEvent.type(found.getByRole('textbox'), 'Old stock');
    await waitFor(() => expect(kept().work.found.text).toBe('Old stock'));
    expect(kept().work.found.doneOn).toBeNull();
  });

  it('keeps on the screen what could not be saved', async () => {
    const { notebook, kept } = open();
    notebook.refuse = new Failure('disk-full');
    const found = await form('Cause found');
    await userEvent.type(found.getByRole('textbox'), 'Old stock');
    expect(await screen.findByText('Not saved yet. What you wrote is still here.')).toBeVisible();
    expect(found.getByRole('textbox')).toHaveValue('Old stock');
    notebook.refuse = null;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(kept().work.found.text).toBe('Old stock'));
  });

  it('shows what was learned once it is closed, and can be opened again', async () => {
    const { kept } = open(closed);
    const learned = (await screen.findByRole('heading', { name: 'What was learned' })).closest('section')!;
    expect(learned).toHaveTextContent('All four steps within 4 days.');
    expect(learned).toHaveTextContent('Bad goods or service, several times');
    expect(learned).toHaveTextContent('Daily check');
    await userEvent.click(screen.getByRole('button', { name: 'Open again: Process mended' }));
    await waitFor(() => expect(kept().work.mended.doneOn).toBeNull());
    expect(screen.queryByRole('heading', { name: 'What was learned' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Open again: Cause found' })).toBeNull();
  });

  it('that was only half written down goes on where it was left', async () => {
    const { kept } = open(aComplaint({ text: 'Brown', work: { registered: { doneOn: null } } }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'What did they say?' }), ' roses');
    await userEvent.click(screen.getByRole('button', { name: 'Register it' }));
    await waitFor(() => expect(kept()).toMatchObject({ text: 'Brown roses' }));
    expect(await screen.findByRole('button', { name: 'The cause is found' })).toBeVisible();
  });

  it('is deleted only after a question', async () => {
    const { notebook } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Delete this complaint' }));
    expect(notebook.entries.size).toBe(1);
    await userEvent.click(screen.getByRole('button', { name: 'Delete it' }));
    await waitFor(() => expect(notebook.entries.size).toBe(0));
    await waitFor(() => expect(location.hash).toBe('#/reasons/complaints'));
  });
});
