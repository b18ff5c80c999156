import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/notebook/notebook';
import ClientPage from '../../../src/features/clients/ClientPage.svelte';
import { wishesToKeep, wishFields, wishMistakes } from '../../../src/features/clients/wishes';
import { formatDay } from '../../../src/i18n/formats';
import { today } from '../../../src/reactive/today';
import type { CardRecord } from '../../../src/storage/shopDb';
import type { Input } from '../../../src/workers/protocol';
import { decodeCard } from '../../../src/storage/decodeRecords';
import { anEmployee } from '../../support/aCase';
import { aClient, everyDays } from '../../support/aClient';
import { ANotebook } from '../../support/aNotebook';
import { aPlan, doneOn } from '../../support/aPlan';
import { aHeadline, aSession, renderIn } from '../../support/aSession';
import { anEntry } from '../../support/notebook';
import { day } from '../../support/salesLog';

const log = everyDays(21, 10, '2026-02-17').map((date) => [date, 40] as const);

const full: CardRecord = {
  client: 7,
  prefers: 'whatsapp',
  hours: 'after six',
  likes: 'sold:Mia',
  wishes: 'no lilies',
  annoys: 'waiting',
  tastes: 'peonies',
  gifts: 'chocolate',
  birthday: { month: 2, date: 29 },
  occasions: 'wedding day in June',
  debt: 12_050,
};

const open = (card?: Partial<CardRecord>, entries: readonly Entry[] = []) => {
  const notebook = new ANotebook([...entries]);
  const { session, asked } = aSession({
    answers: {
      ...notebook.answers,
      client: aClient(log, { asOf: '2026-05-23', ...(card ? { card } : {}) }),
      employees: [anEmployee('Mia'), anEmployee('Ben')],
      saveCard: aHeadline(),
    },
  });
  renderIn(session, ClientPage, { params: { id: '7' } });
  return {
    notebook,
    saved: () =>
      asked.filter(({ name }) => name === 'saveCard').map(({ input }) => (input as Input<'saveCard'>).card),
  };
};

const sheet = async (name: string) => within(await screen.findByRole('region', { name }));

beforeEach(() => {
  location.hash = '#/clients/7';
});

describe('the wishes of a client', () => {
  it('stand on the card, in words', async () => {
    open(full);
    const wishes = await sheet('What to heed');
    expect(await wishes.findByText('Mia')).toBeVisible();
    for (const text of ['WhatsApp', 'after six', 'no lilies', 'waiting', 'peonies', 'chocolate', '€120.50'])
      expect(wishes.getByText(text)).toBeVisible();
    expect(wishes.getByText(formatDay(day('2024-02-29'), 'dayMonth'))).toBeVisible();
  });

  it('are kept beside everything else on the card', async () => {
    const { saved } = open({ phone: '123', note: 'old friend' });
    const wishes = await sheet('What to heed');
    await userEvent.click(wishes.getByRole('button', { name: 'Write it down' }));
    await userEvent.type(wishes.getByLabelText('What annoys them'), ' waiting ');
    await userEvent.selectOptions(wishes.getByLabelText('Likes to be reached by'), 'Call');
    await userEvent.selectOptions(wishes.getByLabelText('Likes to deal with'), 'Ben');
    await userEvent.selectOptions(wishes.getByLabelText('Day of the birthday'), '31');
    await userEvent.click(wishes.getByRole('button', { name: 'Save' }));
    expect(wishes.getByText(/^This day does not exist/)).toBeVisible();
    expect(saved()).toEqual([]);
    await userEvent.selectOptions(wishes.getByLabelText('Month of the birthday'), 'March');
    await userEvent.click(wishes.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(saved()).toEqual([
        {
          client: 7,
          phone: '123',
          note: 'old friend',
          annoys: 'waiting',
          prefers: 'call',
          likes: 'sold:Ben',
          birthday: { month: 3, date: 31 },
        },
      ]),
    );
  });

  it('come through the form and through storage unchanged', () => {
    const fields = wishFields(full, 'EUR');
    expect({ client: 7, ...wishesToKeep(fields, 'EUR') }).toEqual(full);
    expect(decodeCard(structuredClone(full))).toEqual(full);
  });

  it('know birthdays that no year has, and sums that are none', () => {
    const fields = wishFields(null, 'EUR');
    expect(wishMistakes(fields, 'EUR')).toEqual({});
    expect(wishMistakes({ ...fields, month: '2', date: '29', debt: '1.200,50' }, 'EUR')).toEqual({});
    expect(wishMistakes({ ...fields, month: '2', date: '30' }, 'EUR')).toHaveProperty('birthday');
    expect(wishMistakes({ ...fields, month: '2' }, 'EUR')).toHaveProperty('birthday');
    expect(wishMistakes({ ...fields, debt: 'a lot' }, 'EUR')).toHaveProperty('debt');
  });
});

describe('the contacts of a client', () => {
  it('take a contact in two taps, and words after it', async () => {
    const { notebook } = open();
    const contacts = await sheet('Contacts');
    await userEvent.click(contacts.getByRole('button', { name: 'Note a contact' }));
    await userEvent.click(contacts.getByRole('button', { name: 'Visit' }));
    await waitFor(() => expect(notebook.get('contact')).toHaveLength(1));
    expect(notebook.get('contact')[0]).toMatchObject({ client: 7, channel: 'visit', day: today(), text: '' });
    await userEvent.click(await contacts.findByRole('button', { name: /^Edit the contact of/ }));
    await userEvent.type(screen.getByLabelText('What was said'), 'liked the tulips');
    await userEvent.selectOptions(screen.getByLabelText('Who of you'), 'Mia');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }));
    expect(await contacts.findByText('liked the tulips')).toBeVisible();
    expect(notebook.get('contact')[0]).toMatchObject({ rev: 2, who: 'sold:Mia', text: 'liked the tulips' });
    expect(contacts.getByText(/ · Visit · Mia$/)).toBeVisible();
  });

  it('show the steps that were done, with what came of them', async () => {
    const step = doneOn('2026-03-02', 'refused', { what: 'Call her', who: 'sold:Ben' });
    const why = { ...step, done: { ...step.done!, why: 'too dear' } };
    open(undefined, [
      aPlan({ client: 7, steps: [why] }),
      anEntry('interview', { client: 7, startedOn: day('2026-02-28'), doneOn: null }),
    ]);
    const contacts = await sheet('Contacts');
    expect(await contacts.findByRole('link', { name: 'Call her' })).toBeVisible();
    expect(contacts.getByText('Refused')).toBeVisible();
    expect(contacts.getByText('too dear')).toBeVisible();
    expect(contacts.getByRole('link', { name: 'Asked why they left, not finished' })).toBeVisible();
  });

  it('lose one that was deleted', async () => {
    const note = anEntry('contact', {
      client: 7,
      day: day('2026-03-02'),
      channel: 'call',
      text: 'wrong one',
    });
    const { notebook } = open(undefined, [note]);
    const contacts = await sheet('Contacts');
    await userEvent.click(await contacts.findByRole('button', { name: /^Edit the contact of/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(notebook.get('contact')).toEqual([]));
    await waitFor(() => expect(contacts.queryByText('wrong one')).not.toBeInTheDocument());
  });
});
