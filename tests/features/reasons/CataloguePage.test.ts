import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import CataloguePage from '../../../src/features/reasons/CataloguePage.svelte';
import type { Entry } from '../../../src/domain/notebook/notebook';
import type { ReasonEntry } from '../../../src/domain/notebook/reason';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import type { Input } from '../../../src/workers/protocol';
import { aReasonsReport } from '../../support/aReasonsReport';
import { aSession, renderIn, type Answers } from '../../support/aSession';
import { aWindow } from '../../support/aWindow';
import { someEntries } from '../../support/entries';

const own = someEntries.reason;
const retired: ReasonEntry = { ...own, id: 'reason-2', label: 'No parking', retired: true };

const open = (entries: readonly Entry[] = [own, someEntries.statement], answers: Answers = {}) => {
  location.hash = '#/reasons/catalogue';
  const { session, asked } = aSession({
    answers: {
      reasonsReport: aReasonsReport(),
      entries: { entries, setAside: 0 },
      saveEntries: null,
      ...answers,
    },
  });
  renderIn(session, CataloguePage);
  return () =>
    asked
      .filter(({ name }) => name === 'saveEntries')
      .map(({ input }) => (input as Input<'saveEntries'>).change.put as readonly ReasonEntry[]);
};

const change = async (label: string) => {
  await userEvent.click(await screen.findByRole('button', { name: `Change: ${label}` }));
  return within(screen.getByRole('dialog'));
};

beforeEach(() => {
  aWindow();
});

describe('the list of reasons', () => {
  it('stands in three groups, the dearest first, each with what it is, what helps and what it costs', async () => {
    open();
    const ours = within(await screen.findByRole('region', { name: 'Our own doing' }));
    await waitFor(() =>
      expect(ours.getAllByRole('heading', { level: 3 })[0]).toHaveTextContent('Somebody was rude to them'),
    );
    const rude = within(ours.getAllByRole('listitem')[0]!);
    expect(rude.getByText('People, a human mistake: hard to forgive')).toBeVisible();
    expect(rude.getByText(/What helps: The head of the shop apologises/)).toBeVisible();
    expect(rude.getByRole('link', { name: '0 answers · 8 clients, €9,100 a year' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'A competitor’s doing' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'The client’s own circumstances' })).toBeVisible();
  });

  it('counts the answers that name each reason', async () => {
    open();
    expect(await screen.findByRole('link', { name: '1 answer · 5 clients, €6,200 a year' })).toBeVisible();
  });

  it('counts the answers of a merged reason under the one it was merged into', async () => {
    open([
      { ...own, id: 'price', label: null, retired: true, mergedInto: 'cheaper-rival' },
      someEntries.statement,
    ]);
    const rival = within(
      (await screen.findByRole('heading', { name: 'Went to somebody cheaper' })).closest('li')!,
    );
    expect(rival.getByText('1 answer')).toBeVisible();
    expect(screen.getByText('Counts as “Went to somebody cheaper” (1 answer)')).toBeVisible();
  });

  it('holds the owner’s own reasons among the others', async () => {
    open();
    expect(await screen.findByRole('heading', { name: 'Nobody picked up the phone' })).toBeVisible();
  });
});

describe('a reason', () => {
  it('is added with words, group, kind and remedy', async () => {
    const saved = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Add a reason' }));
    const form = within(screen.getByRole('dialog', { name: 'Add a reason' }));
    await userEvent.type(form.getByRole('textbox', { name: 'In your words' }), 'No parking');
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Whose doing is it?' }), 'client');
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Kind of problem' }), 'delivery');
    await userEvent.type(form.getByRole('textbox', { name: /What helps against it/ }), 'Deliver');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    expect(saved()[0]).toMatchObject([
      { kind: 'reason', rev: 1, label: 'No parking', group: 'client', type: 'delivery', remedy: 'Deliver' },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is not added without words, nor twice', async () => {
    const saved = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Add a reason' }));
    const form = within(screen.getByRole('dialog'));
    const words = form.getByRole('textbox', { name: 'In your words' });
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(words).toHaveAccessibleDescription('Write a few words for it.');
    expect(words).toHaveFocus();
    await userEvent.type(words, 'too EXPENSIVE');
    expect(words).toHaveAccessibleDescription('This reason is in the list already.');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(saved()).toEqual([]);
  });

  it('with the words of another leads to that one instead', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Add a reason' }));
    const form = within(screen.getByRole('dialog'));
    await userEvent.type(form.getByRole('textbox', { name: 'In your words' }), 'too EXPENSIVE');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await userEvent.click(form.getByRole('button', { name: 'Go to “Too expensive”' }));
    const other = within(await screen.findByRole('dialog', { name: 'Change a reason' }));
    expect(other.getByRole('textbox', { name: 'In your words' })).toHaveValue('Too expensive');
  });

  it('with the words of one that was taken out is offered again instead', async () => {
    const saved = open([own, retired]);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a reason' }));
    const form = within(screen.getByRole('dialog'));
    const words = form.getByRole('textbox', { name: 'In your words' });
    await userEvent.type(words, 'no parking');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(words).toHaveAccessibleDescription(/was taken out of the list/);
    expect(saved()).toEqual([]);
    await userEvent.click(form.getByRole('button', { name: 'Offer again: No parking' }));
    await waitFor(() => expect(saved()).toMatchObject([[{ id: 'reason-2', retired: false }]]));
  });

  it('in other words is a new one, with which the answers under the old words count', async () => {
    const saved = open();
    const form = await change('Too expensive');
    const words = form.getByRole('textbox', { name: 'In your words' });
    expect(form.queryByRole('checkbox', { name: /earlier words/ })).toBeNull();
    await userEvent.clear(words);
    await userEvent.type(words, 'Roses cost too much');
    expect(words).toHaveAccessibleDescription(/Answers already given keep the old words/);
    expect(
      form.getByRole('checkbox', { name: 'Count the one answer under the earlier words with it' }),
    ).toBeChecked();
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    const [old, fresh] = saved()[0]!;
    expect(fresh).toMatchObject({ rev: 1, label: 'Roses cost too much', replaces: 'price', type: 'price' });
    expect(old).toMatchObject({ id: 'price', label: null, retired: true, mergedInto: fresh!.id });
    expect(fresh!.id).not.toBe('price');
  });

  it('in other words may be weighed apart from the old ones', async () => {
    const saved = open();
    const form = await change('Too expensive');
    const words = form.getByRole('textbox', { name: 'In your words' });
    await userEvent.type(words, ', they say');
    await userEvent.click(form.getByRole('checkbox', { name: /earlier words/ }));
    expect(words).toHaveAccessibleDescription(/a line of their own/);
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
    const [old, fresh] = saved()[0]!;
    expect(old).toMatchObject({ id: 'price', retired: true, mergedInto: null });
    expect(fresh).toMatchObject({ label: 'Too expensive, they say', replaces: 'price' });
  });

  it('in other words says how many answers it has from before', async () => {
    const dear = { ...own, id: 'dear', label: 'Roses cost too much', replaces: 'price' };
    const price = { ...own, id: 'price', label: null, retired: true, mergedInto: 'dear' };
    open([dear, price, someEntries.statement]);
    expect(await screen.findByText('Includes 1 answer under earlier words: Too expensive')).toBeVisible();
  });

  it('with another remedy stays the same one', async () => {
    const saved = open();
    const form = await change('Nobody picked up the phone');
    await userEvent.type(form.getByRole('textbox', { name: /What helps against it/ }), 'A second line');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(saved()).toMatchObject([[{ id: own.id, rev: own.rev + 1, remedy: 'A second line' }]]),
    );
  });

  it('sorted elsewhere keeps the remedy of the app, in whatever language', async () => {
    const saved = open();
    const form = await change('Too expensive');
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Whose doing is it?' }), 'competitor');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(saved()).toMatchObject([[{ id: 'price', group: 'competitor', remedy: null, label: null }]]),
    );
  });

  it('is merged into another', async () => {
    const saved = open();
    const form = await change('Nobody picked up the phone');
    const merge = form.getByRole('button', { name: 'Make one of the two' });
    expect(merge).toBeDisabled();
    await userEvent.selectOptions(
      form.getByRole('combobox', { name: 'Count it as' }),
      'Too little attention',
    );
    await userEvent.click(merge);
    await waitFor(() => expect(saved()).toMatchObject([[{ id: own.id, mergedInto: 'little-attention' }]]));
  });

  it('is taken out, and offered again', async () => {
    const saved = open([own, retired]);
    const form = await change('Nobody picked up the phone');
    await userEvent.click(form.getByRole('button', { name: 'Take it out' }));
    await waitFor(() => expect(saved()).toMatchObject([[{ id: own.id, retired: true }]]));
    await userEvent.click(screen.getByRole('button', { name: 'Offer again: No parking' }));
    await waitFor(() => expect(saved()[1]).toMatchObject([{ id: 'reason-2', retired: false }]));
  });

  it('that cannot be saved stays open as it was written', async () => {
    open([own], { saveEntries: () => Promise.reject(new Failure('disk-full')) });
    const form = await change('Nobody picked up the phone');
    await userEvent.type(form.getByRole('textbox', { name: /What helps against it/ }), 'A second line');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(troubles.present.map(({ code }) => code)).toEqual(['disk-full']));
    expect(form.getByRole('textbox', { name: /What helps against it/ })).toHaveValue('A second line');
    forget('disk-full');
  });
});
