import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../../src/workers/reasonsJobs';
import LetterheadPage from '../../../../src/features/wayback/message/LetterheadPage.svelte';
import { handLines } from '../../../../src/features/wayback/message/letterPaper';
import LetterPage from '../../../../src/features/wayback/message/LetterPage.svelte';
import { ANotebook } from '../../../support/aNotebook';
import { aPlan, aStep } from '../../../support/aPlan';
import { aPlanFile } from '../../../support/aPlanFile';
import { aSession, renderIn } from '../../../support/aSession';
import { anEntry } from '../../../support/notebook';

const open = (of: Partial<CaseFile> = {}, asks = 'write') => {
  const step = aStep({ id: 'write', channel: 'letter', message: 'Dear Anna,\n\nwe are sorry.' });
  const plan = aPlan({ id: 'plan-1', client: 7, reason: 'late-delivery', steps: [step] });
  const head = anEntry('letterhead', { id: 'letterhead', signer: 'Vera', address: 'Meir 1\nAntwerp' });
  const notebook = new ANotebook([plan, head]);
  const { session } = aSession({
    answers: {
      ...notebook.answers,
      clientOfPlan: 7,
      planFile: () =>
        aPlanFile({ of, card: { client: 7, address: 'Rose Street 12' }, plans: notebook.get('plan') }),
    },
  });
  location.hash = `#/way-back/letters/plan-1?step=${asks}`;
  renderIn(session, LetterPage, { params: { id: 'plan-1' } });
};

describe('a letter', () => {
  it('stands on paper with both addresses, by hand on lines or printed', async () => {
    open();
    expect(await screen.findByText(/Anna Berg\s+Rose Street 12/)).toBeVisible();
    expect(screen.getByText(/Corner Flowers\s+Meir 1\s+Antwerp/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Print the sheet with lines' })).toBeVisible();
    expect(screen.queryByText('we are sorry.')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Printed' }));
    expect(screen.getByText('we are sorry.')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'A5' }));
    expect(screen.getByRole('button', { name: 'Print the letter' })).toBeVisible();
  });

  it('is not written to somebody who wants to be left alone, nor for a step that is gone', async () => {
    open({ doNotContact: true });
    expect(await screen.findByRole('heading', { name: 'No letter to this client' })).toBeVisible();
  });

  it('says so where its step is gone', async () => {
    open({}, 'gone');
    expect(await screen.findByRole('heading', { name: 'This letter is not here' })).toBeVisible();
  });

  it('knows how much goes on a sheet by hand', () => {
    expect(handLines('', 'a4')).toEqual({ lines: 1, fits: true });
    expect(handLines('a'.repeat(53), 'a4').lines).toBe(2);
    expect(handLines('a\n'.repeat(12), 'a5').fits).toBe(false);
  });
});

describe('the letterhead', () => {
  it('is saved as it is written, once and for all messages', async () => {
    const notebook = new ANotebook([]);
    const { session } = aSession({ answers: notebook.answers });
    renderIn(session, LetterheadPage);
    await userEvent.type(await screen.findByLabelText('Who signs'), 'Vera Peeters');
    await userEvent.selectOptions(screen.getByLabelText('Country of your clients’ numbers'), 'BE');
    await waitFor(() =>
      expect(notebook.get('letterhead')[0]).toMatchObject({
        id: 'letterhead',
        signer: 'Vera Peeters',
        country: 'BE',
      }),
    );
    expect(await screen.findByText('Saved as you write.')).toBeVisible();
  });
});
