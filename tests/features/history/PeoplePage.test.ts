import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import type { Entry, NotebookChange } from '../../../src/domain/notebook/notebook';
import { soldAsId, type Person } from '../../../src/domain/notebook/person';
import PeoplePage from '../../../src/features/history/PeoplePage.svelte';
import type { Input } from '../../../src/workers/protocol';
import type { EmployeeRow } from '../../../src/workers/reasonsJobs';
import { aSession, openShopLook, renderIn } from '../../support/aSession';
import { someEntries } from '../../support/entries';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const left = parseIsoDay('2026-03-25');
const aRow = (name: string, says: Partial<EmployeeRow> = {}): EmployeeRow => ({
  id: soldAsId(name),
  name,
  soldAs: name,
  leftOn: null,
  clients: 10,
  atRisk: { all: 1_000_000, sleeping: 100_000, lost: 200_000 },
  followed: null,
  ...says,
});
const marta = aRow('Marta');
const jonas = aRow('Jonas', { atRisk: { all: 20_500_000, sleeping: 1_000_000, lost: 4_000_000 } });
const elena = aRow('Elena', { leftOn: left, followed: { clients: 12, cents: 430_000 } });
const nadia: Person = { ...someEntries.person, id: 'nadia', name: 'Nadia', soldAs: null, leftOn: null };
const rowOf = ({ id, name, soldAs, leftOn }: Person) =>
  aRow(name, { id, soldAs, leftOn, clients: 0, atRisk: { all: 0, sleeping: 0, lost: 0 } });

function open(rows: readonly EmployeeRow[], entries: readonly Entry[] = []) {
  const { session, asked } = aSession({
    answers: { employees: rows, entries: { entries, setAside: 0 }, saveEntries: null },
  });
  renderIn(session, PeoplePage);
  return {
    saved: (): NotebookChange[] =>
      asked
        .filter(({ name }) => name === 'saveEntries')
        .map(({ input }) => (input as Input<'saveEntries'>).change),
  };
}

const person = async (name: string) =>
  within((await screen.findByRole('heading', { name, level: 3 })).closest('li')!);

describe('the people of a shop', () => {
  it('stand with what depends on them, the most first, apart from those who left', async () => {
    open([marta, jonas, elena]);
    await person('Marta');
    const names = screen.getAllByRole('heading', { level: 3 }).map((title) => title.textContent);
    expect(names).toEqual(['Jonas', 'Marta', 'Elena']);
    const shown = await person('Jonas');
    expect(shown.getByText('Depends on them, in all').parentElement).toHaveTextContent('€205,000 a year');
    expect(shown.getByText('Of it sleeping').parentElement).toHaveTextContent('€10,000 a year');
    expect(shown.getByText('Of it already lost').parentElement).toHaveTextContent('€40,000 a year');
    expect(shown.getByText(/50% of what all your clients bring in/)).toBeVisible();
  });

  it('tells who may have followed somebody who left', async () => {
    open([marta, elena]);
    const shown = await person('Elena');
    expect(shown.getByText('Left on March 25, 2026')).toBeVisible();
    expect(
      shown.getByText(
        '12 clients whom Elena mostly served stopped coming in the 6 months after: €4,300 a year together.',
      ),
    ).toBeVisible();
  });

  it('explains what depends on somebody with this shop’s numbers', async () => {
    open([marta, jonas]);
    await person('Jonas');
    await userEvent.click(screen.getByText('what depends on each person'));
    expect(screen.getByText(/^Jonas: €205,000\.00 a year, of which €10,000\.00/)).toBeVisible();
  });

  it('are added by hand where the sales name nobody', async () => {
    const { saved } = open([]);
    expect(await screen.findByText('Your sales name nobody')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Add somebody' }));
    await userEvent.type(screen.getByLabelText('Name'), ' Nora ');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]!.put).toMatchObject([
      { kind: 'person', rev: 1, name: 'Nora', soldAs: null, leftOn: null },
    ]);
  });

  it('are there without figures for a shop without sales', async () => {
    const { session } = aSession({
      look: openShopLook({ headline: null }),
      answers: { entries: { entries: [nadia], setAside: 0 } },
    });
    renderIn(session, PeoplePage);
    expect((await person('Nadia')).getByText('Works here')).toBeVisible();
    expect(screen.queryByText('Depends on them, in all')).not.toBeInTheDocument();
  });
});

describe('somebody of the staff', () => {
  it('leaves on a day, and the history of the business notes it', async () => {
    const { saved } = open([marta, jonas]);
    await userEvent.click(await screen.findByRole('button', { name: 'Jonas has left the shop' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Pick a day, today at the latest.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Last day in the shop'), '2026-10-31');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    const day = parseIsoDay('2026-10-31');
    expect(saved()[0]!.put).toMatchObject([
      { kind: 'person', id: 'sold:Jonas', rev: 1, name: 'Jonas', soldAs: 'Jonas', leftOn: day },
      { kind: 'event', sort: 'staff', day, text: 'Jonas left the shop' },
    ]);
  });

  it('leaves without a note where none is wanted', async () => {
    const { saved } = open([jonas]);
    await userEvent.click(await screen.findByRole('button', { name: 'Jonas has left the shop' }));
    await userEvent.type(screen.getByLabelText('Last day in the shop'), '2026-10-31');
    await userEvent.click(screen.getByRole('checkbox', { name: /Note it in the history/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]!.put).toHaveLength(1);
  });

  it('comes back with one tap, as the same entry', async () => {
    const entry: Person = {
      ...someEntries.person,
      id: elena.id,
      name: 'Elena',
      soldAs: 'Elena',
      leftOn: left,
    };
    const { saved } = open([marta, elena], [entry]);
    await userEvent.click(await screen.findByRole('button', { name: 'Elena works here again' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]!.put).toMatchObject([{ id: 'sold:Elena', rev: 2, leftOn: null }]);
  });

  it('is renamed, but not after somebody else', async () => {
    const { saved } = open([marta, jonas]);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Jonas' }));
    const name = screen.getByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'MARTA');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Somebody of this name is already here.')).toBeVisible();
    await userEvent.clear(name);
    await userEvent.type(name, 'Jonas Weber');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]!.put).toMatchObject([{ id: 'sold:Jonas', name: 'Jonas Weber', soldAs: 'Jonas' }]);
  });

  it('shows the name of the sales beside a new one', async () => {
    open([aRow('Jonas', { name: 'Jonas Weber' })]);
    expect((await person('Jonas Weber')).getByText('In the sales: Jonas')).toBeVisible();
  });

  it('whom nobody speaks of is deleted, if added by hand', async () => {
    const { saved } = open([marta, rowOf(nadia)], [nadia]);
    expect((await person('Marta')).queryByRole('button', { name: /^Delete/ })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Delete Nadia' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(await dialog.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(saved()).toMatchObject([{ remove: [{ kind: 'person', id: 'nadia' }] }]));
  });

  it('whom an answer names cannot be deleted', async () => {
    open([rowOf(nadia)], [nadia, { ...someEntries.statement, author: 'nadia' }]);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete Nadia' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(await dialog.findByText(/nobody who is named in them can be deleted/)).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  });
});
