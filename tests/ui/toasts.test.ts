import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Toasts from '../../src/ui/Toasts.svelte';
import { dismiss, notify, toasts } from '../../src/ui/toasts.svelte';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  toasts.shown.forEach(({ id }) => dismiss(id));
  vi.useRealTimers();
});

test('a notice is said in a region that is read out, and goes by itself', async () => {
  render(Toasts);
  notify('Saved');
  await tick();
  expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent('Saved');
  expect(screen.queryByRole('button')).toBeNull();
  await vi.advanceTimersByTimeAsync(4000);
  expect(screen.queryByText('Saved')).toBeNull();
});

test('one that can be acted on stays twice as long, and goes when acted on', async () => {
  const run = vi.fn();
  render(Toasts);
  notify('Taken out', { label: 'Undo', run });
  await vi.advanceTimersByTimeAsync(6000);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(run).toHaveBeenCalledTimes(1);
  expect(screen.queryByText('Taken out')).toBeNull();
});

test('at most three are on the screen, the newest last', async () => {
  render(Toasts);
  for (const text of ['one', 'two', 'three', 'four']) notify(text);
  await tick();
  expect(toasts.shown.map(({ text }) => text)).toEqual(['two', 'three', 'four']);
});
