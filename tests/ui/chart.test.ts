import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import Chart from '../../src/ui/Chart.svelte';
import type { ChartPlan } from '../../src/ui/chart/plan';

const { drawChart, erase } = vi.hoisted(() => ({ drawChart: vi.fn(), erase: vi.fn() }));
vi.mock('../../src/ui/chart/draw', () => ({ drawChart }));

const plan: ChartPlan = {
  kind: 'bar',
  labels: ['March', 'April'],
  series: [
    { label: 'Lost', tone: 'loss', values: [100, 250] },
    { label: 'Recovered', tone: 'back', values: [40, NaN] },
  ],
  unripe: [false, true],
  format: (value) => (Number.isNaN(value) ? 'none' : `${String(value)} EUR`),
};

const facts = {
  caption: 'In April the most was lost: 250 EUR.',
  plan,
  labelTitle: 'Month',
  unripeLabel: 'not complete yet',
};

beforeEach(() => {
  erase.mockReset();
  drawChart.mockReset().mockReturnValue(erase);
});

test('is a picture named by its finding', async () => {
  render(Chart, facts);
  expect(screen.getByRole('img', { name: facts.caption })).toBeInTheDocument();
  expect(screen.getByRole('figure', { name: facts.caption })).toBeInTheDocument();
  await waitFor(() => expect(drawChart).toHaveBeenCalledTimes(1));
});

test('has a key in words, with the hatching explained where there is some', () => {
  render(Chart, facts);
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Lost',
    'Recovered',
    'not complete yet',
  ]);
});

test('has a twin in numbers, written as on the axis', async () => {
  render(Chart, facts);
  await waitFor(() => expect(drawChart).toHaveBeenCalled());
  await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
  const rows = screen
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent.trim()));
  expect(rows).toEqual([
    ['Month', 'Lost', 'Recovered'],
    ['March', '100 EUR', '40 EUR'],
    ['April (not complete yet)', '250 EUR', 'none'],
  ]);
  expect(erase).toHaveBeenCalledTimes(1);
});

test('names what its marks are, and lists them in the twin beside their label', async () => {
  const marks = [
    { index: 0, label: 'Prices up' },
    { index: 0, label: 'New supplier' },
  ];
  render(Chart, { ...facts, plan: { ...plan, marks }, marksLabel: 'Changes' });
  expect(screen.getAllByRole('listitem').at(-1)).toHaveTextContent('Changes');
  await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
  const cells = screen.getAllByRole('row').map((row) => row.lastElementChild!.textContent.trim());
  expect(cells).toEqual(['Changes', 'Prices up; New supplier', '']);
});

test('without marks there is no word of them', async () => {
  render(Chart, { ...facts, plan: { ...plan, marks: [] }, marksLabel: 'Changes' });
  expect(screen.queryByText('Changes')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }));
  expect(screen.getAllByRole('columnheader')).toHaveLength(3);
});

test('is drawn anew for another plan, and the old drawing is taken away', async () => {
  const { rerender } = render(Chart, facts);
  await waitFor(() => expect(drawChart).toHaveBeenCalledTimes(1));
  await rerender({ ...facts, plan: { ...plan, labels: ['May'] } });
  await waitFor(() => expect(drawChart).toHaveBeenCalledTimes(2));
  expect(erase).toHaveBeenCalledTimes(1);
});

test('is drawn anew when the theme changes', async () => {
  render(Chart, facts);
  await waitFor(() => expect(drawChart).toHaveBeenCalledTimes(1));
  document.documentElement.dataset.theme = 'boomerang-dark';
  await waitFor(() => expect(drawChart).toHaveBeenCalledTimes(2));
  delete document.documentElement.dataset.theme;
});

test('nothing stays behind when it leaves the page', async () => {
  const { unmount } = render(Chart, facts);
  await waitFor(() => expect(drawChart).toHaveBeenCalledTimes(1));
  unmount();
  expect(erase).toHaveBeenCalledTimes(1);
});

test('where it cannot be drawn its numbers stand in its place', async () => {
  drawChart.mockImplementation(() => {
    throw new Error('no canvas');
  });
  render(Chart, facts);
  expect(await screen.findByText(/could not be drawn/)).toBeInTheDocument();
  expect(screen.getByRole('table', { name: facts.caption })).toBeInTheDocument();
});
