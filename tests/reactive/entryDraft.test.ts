import { waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addIdea } from '../../src/domain/brainstorm/ideas';
import type { Brainstorm } from '../../src/domain/notebook/brainstorm';
import { EntryDraft, whenLeaving } from '../../src/reactive/entryDraft.svelte';
import { forget, troubles } from '../../src/reactive/trouble.svelte';
import { Failure } from '../../src/storage/failure';
import { aBrainstorm } from '../support/aBrainstorm';
import { ANotebook } from '../support/aNotebook';
import { aSession } from '../support/aSession';

const textsOf = ({ ideas }: Brainstorm) => ideas.map(({ text }) => text);
const said = (text: string) => (storm: Brainstorm) => addIdea(storm, text, text);

function open(stored = aBrainstorm()) {
  const notebook = new ANotebook(stored.rev > 0 ? [stored] : []);
  const { session } = aSession({ answers: notebook.answers });
  const draft = new EntryDraft(session, () => stored);
  return { notebook, draft, session, kept: () => notebook.get('brainstorm')[0] };
}

afterEach(() => {
  vi.useRealTimers();
  for (const { code } of troubles.present) forget(code);
});

describe('a draft', () => {
  it('shows a change at once and saves it', async () => {
    const { draft, kept } = open();
    draft.change(said('late'));
    expect(textsOf(draft.now)).toEqual(['late']);
    expect(await draft.save()).toBe(true);
    expect(kept()).toMatchObject({ rev: 2, ideas: [{ text: 'late' }] });
  });

  it('saves one change after the other, none lost', async () => {
    const { draft, kept } = open();
    for (const text of ['one', 'two', 'three', 'four']) draft.change(said(text));
    await draft.save();
    await draft.save();
    expect(textsOf(kept()!)).toEqual(['one', 'two', 'three', 'four']);
  });

  it('begins an entry that was never saved with its first save', async () => {
    const { draft, kept } = open(aBrainstorm({ rev: 0 }));
    expect(draft.isSaved).toBe(false);
    draft.change(said('late'));
    await draft.save();
    expect(kept()?.rev).toBe(1);
    expect(draft.isSaved).toBe(true);
  });

  it('saves nothing where nothing was changed', async () => {
    const { draft, notebook } = open();
    await draft.save();
    expect(notebook.saves).toBe(0);
  });

  it('keeps what could not be saved, says so, and saves it when tried again', async () => {
    const { draft, notebook, kept } = open();
    notebook.refuse = new Failure('disk-full');
    draft.change(said('late'));
    expect(await draft.save()).toBe(false);
    expect(textsOf(draft.now)).toEqual(['late']);
    expect(draft.failure?.code).toBe('disk-full');
    expect(troubles.present.map(({ code }) => code)).toEqual(['disk-full']);
    notebook.refuse = null;
    troubles.present[0]!.retry!();
    await waitFor(() => expect(draft.failure).toBeNull());
    expect(textsOf(kept()!)).toEqual(['late']);
  });

  it('adds its change to what another window saved in between', async () => {
    const { draft, notebook, kept } = open();
    notebook.elsewhere(said('from the other window')(aBrainstorm()));
    draft.change(said('mine'));
    expect(await draft.save()).toBe(true);
    expect(textsOf(kept()!)).toEqual(['from the other window', 'mine']);
    expect(textsOf(draft.now)).toEqual(['from the other window', 'mine']);
  });

  it('does not bring back an entry that another window took out', async () => {
    const { draft, notebook } = open();
    notebook.entries.clear();
    draft.change(said('mine'));
    expect(await draft.save()).toBe(false);
    expect(notebook.entries.size).toBe(0);
    expect(textsOf(draft.now)).toEqual(['mine']);
  });

  it('never writes into another shop', async () => {
    const { draft, notebook, session } = open();
    notebook.refuse = new Failure('disk-full');
    draft.change(said('late'));
    await draft.save();
    notebook.refuse = null;
    vi.spyOn(session, 'shop', 'get').mockReturnValue({ id: 'another', kind: 'own', name: '', createdAt: 0 });
    await draft.save();
    expect(notebook.saves).toBe(0);
  });
});

describe('while somebody types', () => {
  beforeEach(() => vi.useFakeTimers());

  it('waits for a pause, then saves once', async () => {
    const { draft, notebook } = open();
    for (const title of ['S', 'Sp', 'Spring'])
      draft.change((storm) => ({ ...storm, title }), { typing: true });
    expect(notebook.saves).toBe(0);
    await vi.advanceTimersByTimeAsync(500);
    expect(notebook.saves).toBe(1);
    expect(notebook.get('brainstorm')[0]?.title).toBe('Spring');
  });

  it('saves at once when the page is hidden, closed or left', () => {
    const act = vi.fn();
    const leave = whenLeaving(act);
    window.dispatchEvent(new Event('pagehide'));
    expect(act).toHaveBeenCalledTimes(1);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(act).toHaveBeenCalledTimes(2);
    leave();
    expect(act).toHaveBeenCalledTimes(3);
    window.dispatchEvent(new Event('pagehide'));
    expect(act).toHaveBeenCalledTimes(3);
  });
});
