import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import RadioCards from '../../src/ui/RadioCards.svelte';
import Segments from '../../src/ui/Segments.svelte';

const readings = [
  { value: 'dmy', label: '3 April', text: 'Day first' },
  { value: 'mdy', label: '4 March', text: 'Month first' },
] as const;

test('a card is one choice of a named group, with its words as description', () => {
  render(RadioCards, { legend: 'How is 03/04 meant?', choices: readings, value: undefined });
  expect(screen.getByRole('group', { name: 'How is 03/04 meant?' })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: /3 April/ })).toHaveAccessibleDescription('Day first');
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
});

test('choosing a card by pointer or keyboard tells its value', async () => {
  const onchange = vi.fn();
  render(RadioCards, { legend: 'How?', choices: readings, value: 'dmy', onchange });
  await userEvent.click(screen.getByRole('radio', { name: /4 March/ }));
  expect(onchange).toHaveBeenLastCalledWith('mdy');
  await userEvent.keyboard('{ArrowUp}');
  expect(onchange).toHaveBeenLastCalledWith('dmy');
});

test('segments are radios of a group that is only read out', async () => {
  const onchange = vi.fn();
  render(Segments, {
    label: 'Period',
    choices: [
      { value: 'year', label: '12 months' },
      { value: 'all', label: 'All' },
    ],
    value: 'year',
    onchange,
  });
  expect(screen.getByRole('group', { name: 'Period' })).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: '12 months' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: 'All' }));
  expect(onchange).toHaveBeenCalledWith('all');
});
