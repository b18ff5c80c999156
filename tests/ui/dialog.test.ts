import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Dialog from '../../src/ui/Dialog.svelte';
import { words } from '../support/words';

const piece = (facts: { open: boolean; onclose?: () => void }) =>
  render(Dialog, { title: 'Undo this import?', children: words('5,210 sales'), ...facts });

test('a closed dialog builds nothing inside', () => {
  piece({ open: false });
  expect(screen.queryByText('5,210 sales')).toBeNull();
});

test('an open dialog is named by its title', () => {
  piece({ open: true });
  expect(screen.getByRole('dialog', { name: 'Undo this import?' })).toHaveAttribute('open');
});

test('closing tells and takes the contents away', async () => {
  const onclose = vi.fn();
  piece({ open: true, onclose });
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onclose).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('5,210 sales')).toBeNull();
});
