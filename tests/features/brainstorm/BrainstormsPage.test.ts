import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachedClaim } from '../../../src/domain/brainstorm/attach';
import { parseIsoDay } from '../../../src/domain/kernel/day';
import type { Entry } from '../../../src/domain/notebook/notebook';
import BrainstormsPage from '../../../src/features/brainstorm/BrainstormsPage.svelte';
import { forget, troubles } from '../../../src/reactive/trouble.svelte';
import { Failure } from '../../../src/storage/failure';
import { aBrainstorm, anIdea } from '../../support/aBrainstorm';
import { ANotebook } from '../../support/aNotebook';
import { aSession, renderIn } from '../../support/aSession';

const open = (entries: readonly Entry[] = []) => {
  const notebook = new ANotebook(entries);
  renderIn(aSession({ answers: notebook.answers }).session, BrainstormsPage);
  return notebook;
};

beforeEach(() => {
  location.hash = '#/reasons/brainstorms';
});
afterEach(() => {
  for (const { code } of troubles.present) forget(code);
});

describe('the brainstorms', () => {
  it('need a shop', () => {
    renderIn(aSession({ look: { kind: 'empty' } }).session, BrainstormsPage);
    expect(screen.getByRole('link', { name: 'Import sales' })).toHaveAttribute('href', '#/import');
  });

  it('begin with one that may have no name, and lead to it', async () => {
    const notebook = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Begin' }));
    await waitFor(() => expect(notebook.get('brainstorm')).toHaveLength(1));
    const [storm] = notebook.get('brainstorm');
    expect(storm).toMatchObject({ title: '', stage: 'collect', dots: 3, voters: 0 });
    expect(location.hash).toBe(`#/reasons/brainstorms/${storm!.id}`);
  });

  it('keep the name that was typed when it cannot be saved', async () => {
    const notebook = open();
    notebook.refuse = new Failure('disk-full');
    await userEvent.type(await screen.findByRole('textbox', { name: /What is it called/ }), 'Spring');
    await userEvent.click(screen.getByRole('button', { name: 'Begin' }));
    await waitFor(() => expect(troubles.present.map(({ code }) => code)).toEqual(['disk-full']));
    expect(screen.getByRole('textbox', { name: /What is it called/ })).toHaveValue('Spring');
  });

  it('are listed, the newest first, with what was collected', async () => {
    open([
      aBrainstorm({ id: 'old', day: parseIsoDay('2026-01-10'), title: '', stage: 'done' }),
      aBrainstorm({ id: 'new', title: 'Autumn', ideas: [anIdea('a', 'late'), anIdea('b', 'dear')] }),
    ]);
    const rows = within(
      (await screen.findByRole('heading', { name: 'Brainstorms so far' })).closest('section')!,
    ).getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent(/Autumn.*2 ideas.*Collect/);
    expect(rows[1]).toHaveTextContent(/Brainstorm of .*2026.*no ideas yet.*Compare/);
    expect(within(rows[1]!).getByRole('link', { name: /Look at/ })).toHaveAttribute(
      'href',
      '#/reasons/brainstorms/old',
    );
  });

  it('are deleted after a question, with what they attached to clients', async () => {
    const storm = aBrainstorm();
    const statement = {
      ...attachedClaim(storm, 7, ['price'], storm.day),
      kind: 'statement' as const,
      id: 's',
      rev: 1,
      madeAt: 0,
      changedAt: 0,
    };
    const notebook = open([storm, statement, { ...statement, id: 'other', from: null }]);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete “Autumn evening”' }));
    expect(screen.getByRole('dialog')).toHaveTextContent('The reason it gave one client goes, too.');
    expect(notebook.entries.size).toBe(3);
    await userEvent.click(screen.getByRole('button', { name: 'Delete it' }));
    await waitFor(() => expect([...notebook.entries.keys()]).toEqual(['other']));
  });
});
