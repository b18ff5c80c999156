import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import Banner from '../../src/ui/Banner.svelte';
import BigFigure from '../../src/ui/BigFigure.svelte';
import Explain from '../../src/ui/Explain.svelte';
import Money from '../../src/ui/Money.svelte';
import Page from '../../src/ui/Page.svelte';
import Progress from '../../src/ui/Progress.svelte';
import StatusBadge from '../../src/ui/StatusBadge.svelte';
import Table from '../../src/ui/Table.svelte';
import Words from '../../src/ui/Words.svelte';
import { words } from '../support/words';

test('a page has one heading that can take the focus, and names the window', () => {
  render(Page, { title: 'Loss', lead: 'What it costs' });
  expect(screen.getByRole('heading', { level: 1, name: 'Loss' })).toHaveAttribute('tabindex', '-1');
  expect(document.title).toBe('Loss · Boomerang');
});

test('how a figure is computed is built only when asked for', async () => {
  render(Explain, { of: 'yearly loss', children: words('214 x 225') });
  expect(screen.queryByText('214 x 225')).toBeNull();
  await userEvent.click(screen.getByText(/How is this computed/));
  expect(screen.getByText('214 x 225')).toBeInTheDocument();
});

test('a grave banner is read out at once, the others are not', () => {
  render(Banner, { kind: 'danger', title: 'No room left' });
  expect(screen.getByRole('alert')).toHaveTextContent('No room left');
  render(Banner, { kind: 'info', title: 'A new version is ready' });
  expect(screen.getAllByRole('alert')).toHaveLength(1);
});

test('a banner that may be dismissed tells so', async () => {
  const ondismiss = vi.fn();
  render(Banner, { title: 'Note', ondismiss });
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(ondismiss).toHaveBeenCalledTimes(1);
});

test('progress is told as a share, and left open where the end is not known', () => {
  const { rerender } = render(Progress, { label: 'Reading', share: 0.42, text: '41,207 rows' });
  expect(screen.getByRole('progressbar', { name: 'Reading' })).toHaveAttribute('value', '0.42');
  return rerender({ label: 'Reading', share: undefined }).then(() => {
    expect(screen.getByRole('progressbar')).not.toHaveAttribute('value');
  });
});

test('money is written in its currency', () => {
  render(Money, { cents: 4821733, currency: 'EUR', rounded: true });
  expect(screen.getByText('€48,200')).toBeInTheDocument();
});

test('a big figure stands under its sentence', () => {
  render(BigFigure, { label: 'At their pace that is', value: '€48,200', unit: 'a year', tone: 'loss' });
  expect(screen.getByText('€48,200')).toHaveClass('loss');
  expect(screen.getByText('a year')).toBeInTheDocument();
});

test('a status has a word beside its colour', () => {
  render(StatusBadge, { tone: 'asleep', label: 'Sleeping' });
  expect(screen.getByText('Sleeping')).toBeInTheDocument();
});

test('every cell of a table knows the title of its column, for phones', () => {
  render(Table, {
    caption: 'Clients',
    columns: [{ title: 'Name', cell: ({ name }: { name: string }) => name }],
    rows: [{ name: 'Anna' }],
  });
  expect(screen.getByRole('table', { name: 'Clients' })).toBeInTheDocument();
  expect(screen.getByRole('cell', { name: 'Anna' })).toHaveAttribute('data-title', 'Name');
});

test('strong words of a sentence are strong', () => {
  const { container } = render(Words, {
    parts: [
      { text: 'In a year ', strong: false },
      { text: '214', strong: true },
      { text: ' left.', strong: false },
    ],
  });
  expect(container.textContent).toBe('In a year 214 left.');
  expect(container.querySelector('strong')?.textContent).toBe('214');
});
