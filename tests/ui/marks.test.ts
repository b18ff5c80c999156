import type { Chart } from 'chart.js';
import { expect, test, vi } from 'vitest';
import { marksAt, marksPlugin } from '../../src/ui/chart/marks';

const marks = [
  { index: 2, label: 'Prices up' },
  { index: 0, label: 'A new supplier, cheaper than the old one by a fifth' },
  { index: 2, label: 'New site' },
];

test('a tooltip tells the marks of its label, cut where they are long', () => {
  expect(marksAt({ marks }, 2)).toEqual(['Prices up', 'New site']);
  expect(marksAt({ marks }, 0)).toEqual(['A new supplier, cheaper than the old on\u2026']);
  expect(marksAt({ marks }, 1)).toEqual([]);
  expect(marksAt({}, 0)).toEqual([]);
});

test('every marked label gets one line over the whole height and one flag', () => {
  const pen = {
    ...{ save: vi.fn(), restore: vi.fn(), beginPath: vi.fn(), moveTo: vi.fn(), lineTo: vi.fn() },
    ...{ stroke: vi.fn(), fill: vi.fn(), setLineDash: vi.fn() },
  };
  const chart = {
    ctx: pen,
    chartArea: { top: 10, bottom: 110 },
    scales: { x: { getPixelForValue: (index: number) => 100 * index } },
  } as unknown as Chart<'bar' | 'line'>;
  const plugin = marksPlugin(marks, 'black');
  plugin.afterDatasetsDraw!(chart, {}, {}, false);
  expect(pen.stroke).toHaveBeenCalledTimes(2);
  expect(pen.fill).toHaveBeenCalledTimes(2);
  expect(pen.lineTo.mock.calls.filter(([, y]) => y === 110)).toEqual([
    [200.5, 110],
    [0.5, 110],
  ]);
  expect(pen.save).toHaveBeenCalledTimes(1);
  expect(pen.restore).toHaveBeenCalledTimes(1);
});
