import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
  type ChartDataset,
} from 'chart.js';
import { hatch } from './hatch';
import { marksAt, marksPlugin } from './marks';
import type { ChartPlan, ChartSeries } from './plan';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

const MOST_LABELS = 8;

function configuration(
  canvas: HTMLCanvasElement,
  plan: ChartPlan,
  still: boolean,
): ChartConfiguration<'bar' | 'line'> {
  const styles = getComputedStyle(canvas);
  const colour = (name: string) => styles.getPropertyValue(name).trim();
  const muted = colour('--muted');
  const font = { family: styles.fontFamily, size: 13 };

  const dataset = (series: ChartSeries): ChartDataset<'bar' | 'line', number[]> => {
    const ink = colour(series.tone === 'plain' ? '--muted' : `--${series.tone}`);
    const hatched = hatch(canvas, ink, colour('--color-base-100'));
    const fills = plan.labels.map((_, index) => (plan.unripe?.[index] ? hatched : ink));
    return {
      type: plan.kind,
      label: series.label,
      data: [...series.values],
      backgroundColor: plan.kind === 'bar' ? fills : ink,
      borderColor: ink,
      borderWidth: plan.kind === 'bar' ? 1 : 2,
      ...(plan.kind === 'bar' ? { borderRadius: 2, maxBarThickness: 36 } : { pointRadius: 2, tension: 0.2 }),
    };
  };

  return {
    type: plan.kind,
    plugins: [marksPlugin(plan.marks ?? [], colour('--color-base-content'))],
    data: { labels: [...plan.labels], datasets: plan.series.map(dataset) },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: still ? false : { duration: 250 },
      interaction: { mode: 'index', intersect: false },
      events: ['mousemove', 'mouseout', 'click', 'touchstart'],
      scales: {
        x: {
          stacked: plan.stacked ?? false,
          grid: { display: false },
          border: { color: colour('--rule') },
          ticks: { color: muted, font, autoSkip: true, maxTicksLimit: MOST_LABELS, maxRotation: 0 },
        },
        y: {
          stacked: plan.stacked ?? false,
          beginAtZero: true,
          grid: { color: colour('--rule') },
          border: { display: false },
          ticks: { color: muted, font, maxTicksLimit: 5, callback: (value) => plan.format(Number(value)) },
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: colour('--color-neutral'),
          titleColor: colour('--color-neutral-content'),
          bodyColor: colour('--color-neutral-content'),
          titleFont: font,
          bodyFont: font,
          padding: 10,
          callbacks: {
            label: ({ dataset: { label }, parsed }) => `${label ?? ''}: ${plan.format(parsed.y ?? 0)}`,
            afterBody: ([item]) => marksAt(plan, item?.dataIndex ?? -1),
          },
        },
      },
    },
  };
}

/** Draws the plan in the colours the canvas inherits; the answer takes the drawing away again. */
export function drawChart(canvas: HTMLCanvasElement, plan: ChartPlan, still: boolean): () => void {
  const chart = new Chart(canvas, configuration(canvas, plan, still));
  return () => chart.destroy();
}
