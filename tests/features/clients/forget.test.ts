import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import ClientPage from '../../../src/features/clients/ClientPage.svelte';
import { troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import { aClient, everyDays } from '../../support/aClient';
import { aHeadline, aSession, renderIn, type Answers } from '../../support/aSession';
import { aWindow } from '../../support/aWindow';

const anna = aClient(
  everyDays(21, 10, '2026-02-17').map((date) => [date, 40] as const),
  { asOf: '2026-05-23' },
);

const open = (answers: Answers = {}) => {
  const made = aSession({ answers: { client: anna, forgetClient: aHeadline(), ...answers } });
  renderIn(made.session, ClientPage, { params: { id: '7' } });
  return made;
};

beforeEach(() => {
  location.hash = '#/clients/7';
  aWindow();
});

describe('forgetting a client', () => {
  it('says first what goes, what stays, and that it is final', async () => {
    const { asked } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'What would go?' }));
    const dialog = await screen.findByRole('dialog', { name: 'Forget Anna Berg?' });
    expect(dialog).toHaveTextContent('name, phone, e-mail, number');
    expect(dialog).toHaveTextContent('10 purchases, of a client without a name');
    expect(dialog).toHaveTextContent('Files of your shop that you saved before still hold the name');
    expect(dialog).toHaveTextContent('This cannot be undone.');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(asked.map(({ name }) => name)).not.toContain('forgetClient');
  });

  it('forgets for good, and shows figures anew', async () => {
    const { asked, session } = open();
    const before = session.revision;
    await userEvent.click(await screen.findByRole('button', { name: 'What would go?' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Forget for good' }));
    await waitFor(() => expect(session.revision).toBeGreaterThan(before));
    expect(asked.find(({ name }) => name === 'forgetClient')!.input).toMatchObject({ client: 7 });
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  it('says so where it fails', async () => {
    open({ forgetClient: () => Promise.reject(new Failure('disk-full')) });
    await userEvent.click(await screen.findByRole('button', { name: 'What would go?' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Forget for good' }));
    await waitFor(() => expect(troubles.present.map(({ code }) => code)).toContain('disk-full'));
  });

  it('leaves a page of sales alone', async () => {
    open({ client: { ...anna, name: '#8', phone: '', email: '', isForgotten: true } });
    expect(await screen.findByRole('heading', { name: 'This client was forgotten' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'What would go?' })).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Under another name?' })).not.toBeInTheDocument();
  });
});

describe('the page of a client who was merged into another one', () => {
  it('leads to the one who is kept', async () => {
    open({ client: null, keptFor: { client: 9, kept: 'Ann Peeters', name: 'Peeters Ann' } });
    expect(await screen.findByText('Peeters Ann stands with Ann Peeters now')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open Ann Peeters' })).toHaveAttribute('href', '#/clients/9');
  });

  it('is none for a client nobody knows', async () => {
    open({ client: null, keptFor: null });
    expect(await screen.findByText('This client is not here')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all clients' })).toBeVisible();
  });
});
