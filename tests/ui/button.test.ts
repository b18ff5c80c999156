import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Button from '../../src/ui/Button.svelte';
import { words } from '../support/words';

test('a press is told once', async () => {
  const onclick = vi.fn();
  render(Button, { onclick, children: words('Save') });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onclick).toHaveBeenCalledTimes(1);
});

test('a busy button says so and does nothing', async () => {
  const onclick = vi.fn();
  render(Button, { onclick, busy: true, children: words('Save') });
  const button = screen.getByRole('button', { name: 'Save' });
  await userEvent.click(button);
  expect(button).toHaveAttribute('aria-busy', 'true');
  expect(onclick).not.toHaveBeenCalled();
});

test('with an address it is a link', () => {
  render(Button, { href: '#/loss', children: words('Loss') });
  expect(screen.getByRole('link', { name: 'Loss' })).toHaveAttribute('href', '#/loss');
});

test('without words it takes its name from the label', () => {
  render(Button, { label: 'Close' });
  expect(screen.getByRole('button', { name: 'Close' })).toBeInTheDocument();
});

test('never submits a form unless told to', () => {
  render(Button, { children: words('Plain') });
  expect(screen.getByRole('button')).toHaveAttribute('type', 'button');
});
