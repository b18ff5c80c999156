import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/domain/notebook/interview';
import type { Entry } from '../../../src/domain/notebook/notebook';
import QuickReasonPage from '../../../src/features/ask/QuickReasonPage.svelte';
import { formatDay } from '../../../src/i18n/formats';
import { today } from '../../../src/reactive/today';
import { forget } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import { dismiss, toasts } from '../../../src/ui/toasts.svelte';
import { aCase } from '../../support/aCase';
import { ANotebook } from '../../support/aNotebook';
import { aSession, renderIn } from '../../support/aSession';
import { day } from '../../support/salesLog';

const aStatement = (facts: Partial<Statement> = {}): Statement => ({
  kind: 'statement',
  id: 'statement-1',
  rev: 1,
  madeAt: 1,
  changedAt: 1,
  client: 7,
  role: 'stated',
  source: 'staff',
  author: null,
  reasons: [{ reason: 'moved', weight: 1 }],
  sure: 'likely',
  severity: 2,
  human: null,
  competitor: '',
  words: 'To the coast.',
  day: day('2024-03-01'),
  from: null,
  ...facts,
});

const open = (written: readonly Entry[] = []) => {
  const notebook = new ANotebook(written);
  const { session } = aSession({ answers: { ...notebook.answers, caseFile: aCase() } });
  renderIn(session, QuickReasonPage, { params: { id: '7' } });
  return notebook;
};

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  location.hash = '#/clients/7/reason';
  toasts.shown.forEach(({ id }) => dismiss(id));
});

describe('the quick note', () => {
  it('is reason, severity, note and whose word it is, and nothing more', async () => {
    const notebook = open();
    await press('Moved away');
    await press('4 A catastrophe');
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), ' To the coast ');
    await userEvent.click(screen.getByRole('radio', { name: 'The client' }));
    await press('Save');
    await waitFor(() => expect(notebook.get('statement')).toHaveLength(1));
    expect(notebook.get('statement')[0]).toMatchObject({
      client: 7,
      role: 'stated',
      source: 'client',
      reasons: [{ reason: 'moved', weight: 1 }],
      sure: 'sure',
      severity: 4,
      words: 'To the coast',
      day: today(),
      from: null,
    });
    expect(toasts.shown.at(-1)?.text).toBe('Noted.');
    await waitFor(() => expect(location.hash).toBe('#/clients/7'));
  });

  it('leads back to the list it was opened from', async () => {
    location.hash = '#/clients/7/reason?from=list';
    const notebook = open();
    await press('Nobody knows');
    await userEvent.click(screen.getByRole('radio', { name: 'My staff' }));
    await press('Save');
    await waitFor(() => expect(notebook.saves).toBe(1));
    await waitFor(() => expect(location.hash).toBe('#/reasons/ask'));
  });

  it('asks first whose word it is', async () => {
    open();
    const who = await screen.findByRole('radio', { name: 'The client' });
    const reasons = screen.getByRole('group', { name: 'Reason' });
    expect(who.compareDocumentPosition(reasons)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('begins with the five reasons named most in the shop, never with the price, and has the others behind a button', async () => {
    open([
      aStatement({ client: 1, reasons: [{ reason: 'price', weight: 1 }] }),
      aStatement({ id: '2', client: 2, reasons: [{ reason: 'price', weight: 1 }] }),
      aStatement({ id: '3', client: 3 }),
    ]);
    const group = within(await screen.findByRole('group', { name: 'Reason' }));
    const shown = group.getAllByRole('button').map((button) => button.textContent.trim());
    expect(shown).toHaveLength(6);
    expect(shown.slice(0, 2)).toEqual(['Moved away', 'Too expensive']);
    await press('More reasons');
    expect(await screen.findByRole('button', { name: 'A reason of our own' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Short of money' })).toBeVisible();
  });

  it('takes the owner’s own view for what it really was', async () => {
    const notebook = open();
    await press('Moved away');
    await userEvent.click(screen.getByRole('radio', { name: 'My own view' }));
    await press('Save');
    await waitFor(() => expect(notebook.get('statement')[0]).toMatchObject({ role: 'real', sure: 'likely' }));
  });

  it('asks for what is missing and saves nothing', async () => {
    const notebook = open();
    await press('Save');
    expect(screen.getByRole('radio', { name: 'The client' })).toHaveFocus();
    expect(screen.getByText('Choose a reason, or “nobody knows”.')).toBeVisible();
    expect(screen.getByText('Choose who says so.')).toBeVisible();
    expect(notebook.saves).toBe(0);
  });

  it('may say that nobody knows', async () => {
    const notebook = open();
    await press('Nobody knows');
    await userEvent.click(screen.getByRole('radio', { name: 'My staff' }));
    await press('Save');
    await waitFor(() => expect(notebook.get('statement')[0]).toMatchObject({ reasons: [], source: 'staff' }));
  });

  it('keeps what was written when it cannot be saved', async () => {
    const notebook = open();
    notebook.refuse = new Failure('disk-full');
    await press('Moved away');
    await userEvent.click(screen.getByRole('radio', { name: 'My staff' }));
    await press('Save');
    expect(await screen.findByText('Not saved. What you wrote is still here.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Moved away' })).toHaveAttribute('aria-pressed', 'true');
    forget('disk-full');
  });

  it('never shows the price first', async () => {
    open();
    const group = await screen.findByRole('group', { name: 'Reason' });
    expect(within(group).getAllByRole('button')[0]).not.toHaveTextContent(/expensive|cheaper/);
  });
});

describe('notes made before', () => {
  const when = formatDay(day('2024-03-01'), 'long');

  it('stand below with day and source, old ones marked, as text', async () => {
    open([aStatement({ words: '<b onclick="x">To the coast</b>' })]);
    expect(await screen.findByText('<b onclick="x">To the coast</b>')).toBeVisible();
    expect(screen.getByText(`${when} · The staff say so`)).toBeVisible();
    expect(screen.getByText('Older than a year')).toBeVisible();
  });

  it('can be changed', async () => {
    const notebook = open([aStatement()]);
    await press(`Change the note of ${when}`);
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('To the coast.');
    await press('More reasons');
    await press('Short of money');
    await press('Save the change');
    await waitFor(() =>
      expect(notebook.get('statement')[0]).toMatchObject({
        id: 'statement-1',
        rev: 2,
        reasons: [
          { reason: 'moved', weight: 1 },
          { reason: 'money-trouble', weight: 1 },
        ],
        day: today(),
      }),
    );
  });

  it('can be removed, and had back', async () => {
    const notebook = open([aStatement()]);
    await press(`Remove the note of ${when}`);
    await waitFor(() => expect(notebook.get('statement')).toEqual([]));
    toasts.shown.at(-1)!.action!.run();
    await waitFor(() => expect(notebook.get('statement')).toHaveLength(1));
    expect(notebook.get('statement')[0]).toMatchObject({ words: 'To the coast.', rev: 1, madeAt: 1 });
  });
});
