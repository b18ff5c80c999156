import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import Loaded from '../../src/ui/Loaded.svelte';

const children = createRawSnippet<[string]>((value) => ({ render: () => `<p>Got ${value()}</p>` }));
const none = { loading: false, value: undefined, error: undefined };

test('waits with a word that is read out', () => {
  render(Loaded, { query: { ...none, loading: true }, children });
  expect(screen.getByRole('status')).toHaveTextContent('Loading');
});

test('shows the value, and keeps it while a newer one is asked for', () => {
  render(Loaded, { query: { ...none, value: 'three', loading: true }, children });
  expect(screen.getByText('Got three')).toBeInTheDocument();
  expect(screen.queryByRole('status')).toBeNull();
});

test('an error is told and can be tried again', async () => {
  const retry = vi.fn();
  render(Loaded, {
    query: { ...none, error: new Error('x') },
    problem: 'The list could not be read',
    retry,
    children,
  });
  expect(screen.getByRole('alert')).toHaveTextContent('The list could not be read');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

test('an empty answer is an answer', () => {
  render(Loaded, { query: { ...none, value: '' }, children });
  expect(screen.getByText('Got')).toBeInTheDocument();
});
