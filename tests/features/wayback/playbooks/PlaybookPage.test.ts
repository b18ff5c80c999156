import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/domain/notebook/notebook';
import { BUILT_IN_PLAYBOOKS } from '../../../../src/domain/winback/playbooksBuiltIn';
import PlaybookPage from '../../../../src/features/wayback/playbooks/PlaybookPage.svelte';
import PlaybooksPage from '../../../../src/features/wayback/playbooks/PlaybooksPage.svelte';
import { ANotebook } from '../../../support/aNotebook';
import { aSession, renderIn } from '../../../support/aSession';
import { anEntry } from '../../../support/notebook';

const open = (id: string | null, entries: readonly Entry[] = []) => {
  const notebook = new ANotebook(entries);
  const { session } = aSession({ answers: notebook.answers });
  location.hash = id === null ? '#/way-back/playbooks' : `#/way-back/playbooks/${id}`;
  if (id === null) renderIn(session, PlaybooksPage);
  else renderIn(session, PlaybookPage, { params: { id } });
  return notebook;
};

describe('the chains of steps', () => {
  it('are all there, the owner’s own first, with when to use them and what to expect', async () => {
    const own = anEntry('playbook', { name: 'For weddings', when: 'In May', expect: 'One in three' });
    open(null, [own]);
    expect(await screen.findByRole('heading', { name: 'Your own' })).toBeVisible();
    expect(screen.getByRole('link', { name: /For weddings In May One in three/ })).toHaveAttribute(
      'href',
      `#/way-back/playbooks/${own.id}`,
    );
    const builtIn = within(screen.getByRole('region', { name: 'From the method' }));
    expect(builtIn.getAllByRole('link')).toHaveLength(BUILT_IN_PLAYBOOKS.length);
    await userEvent.type(screen.getByRole('searchbox'), 'wedd');
    expect(screen.getAllByRole('link', { name: /steps?/ })).toHaveLength(1);
  });

  it('grow by a new one', async () => {
    const notebook = open(null);
    await userEvent.click(await screen.findByRole('button', { name: 'A new chain' }));
    await waitFor(() => expect(notebook.get('playbook')).toHaveLength(1));
    expect(location.hash).toBe(`#/way-back/playbooks/${notebook.get('playbook')[0]!.id}`);
  });
});

describe('a built-in chain', () => {
  it('becomes a copy under its own id when it is changed, and keeps following the language where nothing was written', async () => {
    const notebook = open('rudeness');
    await userEvent.click(
      await screen.findByRole('button', { name: /^Drop: The head of the shop apologises/ }),
    );
    await waitFor(() => expect(notebook.get('playbook')).toHaveLength(1));
    const [kept] = notebook.get('playbook');
    expect(kept).toMatchObject({ id: 'rudeness', rev: 1, name: '', when: '', reasons: ['rudeness'] });
    expect(kept!.steps.map(({ template }) => template)).not.toContain('head-apology');
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), ' at once');
    await waitFor(() => expect(notebook.get('playbook')[0]!.name).toBe('The head apologises at once'));
  });

  it('has a message into which what differs from client to client is put', async () => {
    const notebook = open('rudeness');
    await userEvent.click(
      await screen.findByRole('button', { name: /^Change: The head of the shop apologises/ }),
    );
    await userEvent.type(screen.getByLabelText(/^Message or script/), 'You like ');
    await userEvent.selectOptions(
      screen.getByLabelText('Put in what differs from client to client'),
      'What they like',
    );
    expect(screen.getByLabelText(/^Message or script/)).toHaveValue('You like {taste}');
    await waitFor(() => expect(notebook.get('playbook')[0]?.steps[0]?.message).toBe('You like {taste}'));
  });

  it('goes back to the original', async () => {
    const changed = anEntry('playbook', { name: 'Mine', reasons: ['rudeness'] });
    const notebook = open('rudeness', [{ ...changed, id: 'rudeness' }]);
    await userEvent.click(await screen.findByRole('button', { name: 'Go back to the original' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Go back to the original' }));
    await waitFor(() => expect(notebook.get('playbook')).toEqual([]));
    expect(location.hash).toBe('#/way-back/playbooks');
  });
});

describe('a chain', () => {
  it('is no longer used, and used again', async () => {
    const own = anEntry('playbook', { name: 'Mine' });
    const notebook = open(own.id, [own]);
    await userEvent.click(await screen.findByRole('button', { name: 'No longer use it' }));
    await waitFor(() => expect(notebook.get('playbook')[0]!.retired).toBe(true));
    await userEvent.click(screen.getByRole('button', { name: 'Use it again' }));
    await waitFor(() => expect(notebook.get('playbook')[0]!.retired).toBe(false));
    expect(screen.queryByRole('button', { name: 'Go back to the original' })).toBeNull();
  });

  it('is meant for further reasons', async () => {
    const own = anEntry('playbook', { name: 'Mine', reasons: ['price'] });
    const notebook = open(own.id, [own]);
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Add a reason' }), 'moved');
    await waitFor(() => expect(notebook.get('playbook')[0]!.reasons).toEqual(['price', 'moved']));
    await userEvent.click(screen.getByRole('button', { name: 'Take out: Too expensive' }));
    await waitFor(() => expect(notebook.get('playbook')[0]!.reasons).toEqual(['moved']));
  });

  it('says so where it is not here', async () => {
    open('gone');
    expect(await screen.findByRole('heading', { name: 'This chain is not here' })).toBeVisible();
  });
});
