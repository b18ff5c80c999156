import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import type { BusinessEvent } from '../../../src/domain/notebook/event';
import type { NotebookChange } from '../../../src/domain/notebook/notebook';
import HistoryPage from '../../../src/features/history/HistoryPage.svelte';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import type { Input } from '../../../src/workers/protocol';
import type { EventEffect } from '../../../src/workers/reasonsJobs';
import { aSession, openShopLook, renderIn, type Answers } from '../../support/aSession';
import { someEntries } from '../../support/entries';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const anEvent = (id: string, day: string, says: Partial<BusinessEvent> = {}): BusinessEvent => ({
  ...someEntries.event,
  id,
  day: parseIsoDay(day),
  ...says,
});
const price = anEvent('price', '2026-03-02', { text: 'Prices up 8 %' });
const site = anEvent('site', '2026-09-10', { sort: 'website', text: 'New site' });
const effectOf = (event: BusinessEvent, says: Partial<EventEffect> = {}): EventEffect => ({
  event,
  before: { clients: 12, cents: 430_000 },
  after: { clients: 20, cents: 910_050 },
  whole: true,
  ...says,
});

function open(events: readonly BusinessEvent[], effects: readonly EventEffect[] = [], answers: Answers = {}) {
  const { session, asked } = aSession({
    answers: {
      entries: { entries: events, setAside: 0 },
      eventEffects: effects,
      saveEntries: null,
      ...answers,
    },
  });
  renderIn(session, HistoryPage);
  return {
    saved: (): NotebookChange[] =>
      asked
        .filter(({ name }) => name === 'saveEntries')
        .map(({ input }) => (input as Input<'saveEntries'>).change),
  };
}

const item = async (text: string) => within((await screen.findByText(text)).closest('li')!);
const fillDay = async (day: string) => {
  const field = screen.getByLabelText('On which day?');
  await userEvent.clear(field);
  await userEvent.type(field, day);
};

describe('the history of the business', () => {
  it('lists what changed, the newest first, with what was lost before and after', async () => {
    open([price, site], [effectOf(price), effectOf(site, { whole: false })]);
    const first = await item('New site');
    expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('New site');
    const second = await item('Prices up 8 %');
    expect(second.getByText('6 months before').parentElement).toHaveTextContent(
      '12 clients lost €4,300 a year',
    );
    expect(second.getByText('6 months after').parentElement).toHaveTextContent(
      '20 clients lost €9,101 a year',
    );
    expect(first.queryByText('6 months after')).not.toBeInTheDocument();
  });

  it('does not compare while the six months after are not over', async () => {
    open([site], [effectOf(site, { whole: false })]);
    const shown = await item('New site');
    expect(shown.getByText('After it, so far')).toBeVisible();
    expect(shown.getByText(/^Not to be compared yet/)).toBeVisible();
  });

  it('shows nothing before an event from before losses could be seen', async () => {
    const early = anEvent('early', '2024-02-01', { text: 'We moved' });
    open([early], [effectOf(early)]);
    const shown = await item('We moved');
    expect(shown.queryByText('6 months before')).not.toBeInTheDocument();
    expect(shown.getByText(/^Your sales begin on January 2, 2024/)).toBeVisible();
  });

  it('warns that together in time is not cause, and explains itself with this shop’s numbers', async () => {
    open([price], [effectOf(price)]);
    expect(await screen.findByText(/does not mean that one caused the other/)).toBeVisible();
    await userEvent.click(screen.getByText('the losses before and after'));
    expect(
      screen.getByText(/^“Prices up 8 %”, Mar 2, 2026: 12 clients were lost .* €4,300\.00 .* €9,100\.50/),
    ).toBeVisible();
  });

  it('asks the questions to think over before judging', async () => {
    open([price]);
    const card = within(
      (await screen.findByRole('heading', { name: 'Before you judge' })).closest('section')!,
    );
    expect(card.getAllByRole('listitem')).toHaveLength(4);
    expect(card.getByText(/no loss to fight/)).toBeVisible();
  });

  it('is there without figures for a shop without sales', async () => {
    const { session } = aSession({
      look: openShopLook({ headline: null }),
      answers: { entries: { entries: [price], setAside: 0 } },
    });
    renderIn(session, HistoryPage);
    expect(await screen.findByText('Prices up 8 %')).toBeVisible();
    expect(screen.queryByText('6 months before')).not.toBeInTheDocument();
  });

  it('leads a person without a shop to the import', () => {
    const { session } = aSession({ look: { kind: 'empty' } });
    renderIn(session, HistoryPage);
    expect(screen.getByRole('link', { name: 'Open a file with sales' })).toHaveAttribute('href', '#/import');
  });
});

describe('noting a change', () => {
  it('takes an example, a day and a tap', async () => {
    const { saved } = open([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Prices went up' }));
    expect(screen.getByRole('radio', { name: 'Prices' })).toBeChecked();
    await fillDay('2026-05-04');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]!.put).toMatchObject([
      { kind: 'event', rev: 1, sort: 'price', day: parseIsoDay('2026-05-04'), text: 'Prices went up' },
    ]);
    await waitFor(() => expect(screen.queryByLabelText('On which day?')).not.toBeInTheDocument());
  });

  it('keeps own words when the sort changes, and follows the sort where there are none', async () => {
    open([price]);
    await userEvent.click(await screen.findByRole('button', { name: 'Note a change' }));
    const text = screen.getByLabelText('What happened?');
    await userEvent.click(screen.getByRole('radio', { name: 'Supplier' }));
    expect(text).toHaveValue('A new supplier');
    await userEvent.click(screen.getByRole('radio', { name: 'Staff' }));
    expect(text).toHaveValue('Somebody of the staff left');
    await userEvent.clear(text);
    await userEvent.type(text, 'Elena left');
    await userEvent.click(screen.getByRole('radio', { name: 'Something else' }));
    expect(text).toHaveValue('Elena left');
  });

  it('says what is missing, and goes there', async () => {
    const { saved } = open([price]);
    await userEvent.click(await screen.findByRole('button', { name: 'Note a change' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Pick what it was about.')).toBeVisible();
    expect(screen.getByText('Pick a day, today at the latest.')).toBeVisible();
    expect(screen.getByText('Write what happened.')).toBeVisible();
    expect(screen.getAllByRole('radio')[0]).toHaveFocus();
    expect(saved()).toEqual([]);
  });

  it('refuses a day to come', async () => {
    const { saved } = open([]);
    await userEvent.click(await screen.findByRole('button', { name: 'A new web site' }));
    await fillDay('2026-11-24');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Pick a day, today at the latest.')).toBeVisible();
    await fillDay('2026-11-23');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
  });

  it('keeps what was written where it could not be saved', async () => {
    open([], [], {
      saveEntries: () => {
        throw new Failure('disk-full');
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'A new web site' }));
    await fillDay('2026-11-20');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Not saved. What you wrote is still here.')).toBeVisible();
    expect(screen.getByLabelText('What happened?')).toHaveValue('A new web site');
    expect(troubles.present.map(({ code }) => code)).toContain('disk-full');
    forget('disk-full');
  });
});

describe('a change that was noted', () => {
  it('is edited as the same entry', async () => {
    const { saved } = open([price]);
    await userEvent.click(await screen.findByRole('button', { name: /^Edit “Prices up 8 %”/ }));
    expect(screen.getByLabelText('On which day?')).toHaveValue('2026-03-02');
    await userEvent.type(screen.getByLabelText('What happened?'), ', roses 12 %');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]!.put).toMatchObject([{ id: 'price', rev: 2, text: 'Prices up 8 %, roses 12 %' }]);
  });

  it('is deleted only after a second word', async () => {
    const { saved } = open([price]);
    await userEvent.click(await screen.findByRole('button', { name: /^Delete “Prices up 8 %”/ }));
    const dialog = within(screen.getByRole('dialog'));
    expect(saved()).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }));
    await waitFor(() =>
      expect(saved()).toMatchObject([{ remove: [{ kind: 'event', id: 'price', rev: 1 }] }]),
    );
  });
});
