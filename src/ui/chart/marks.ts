import type { Plugin } from 'chart.js';
import type { ChartMark, ChartPlan } from './plan';

const FLAG = 9;

/** The marks of one label in words, short enough for a tooltip. */
export const marksAt = (plan: Pick<ChartPlan, 'marks'>, index: number): string[] =>
  (plan.marks ?? []).filter((mark) => mark.index === index).map(({ label }) => shortened(label));

const LONGEST = 40;

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}\u2026` : text;

/** Draws a thin dashed line with a small flag at every label that has marks, however many it has. */
export function marksPlugin(marks: readonly ChartMark[], ink: string): Plugin<'bar' | 'line'> {
  const places = [...new Set(marks.map(({ index }) => index))];
  return {
    id: 'marks',
    afterDatasetsDraw: ({ ctx: pen, chartArea: { top, bottom }, scales }) => {
      pen.save();
      pen.strokeStyle = pen.fillStyle = ink;
      for (const index of places) {
        const x = Math.round(scales.x!.getPixelForValue(index)) + 0.5;
        pen.setLineDash([3, 3]);
        pen.beginPath();
        pen.moveTo(x, top);
        pen.lineTo(x, bottom);
        pen.stroke();
        pen.setLineDash([]);
        pen.beginPath();
        pen.moveTo(x, top);
        pen.lineTo(x + FLAG, top + FLAG / 2);
        pen.lineTo(x, top + FLAG);
        pen.fill();
      }
      pen.restore();
    },
  };
}
