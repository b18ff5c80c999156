import type { Tone } from '../tone';

export interface ChartSeries {
  readonly label: string;
  readonly tone: Tone;
  readonly values: readonly number[];
}

/** Something that happened at a label, apart from the values. */
export interface ChartMark {
  /** Place of the label in `labels`. */
  readonly index: number;
  readonly label: string;
}

/** What to draw: one entry of every series per label. */
export interface ChartPlan {
  readonly kind: 'bar' | 'line';
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Columns of the table twin that are not drawn, such as a difference. */
  readonly tableOnly?: readonly ChartSeries[];
  /** Labels whose values are not complete yet; their bars are hatched. */
  readonly unripe?: readonly boolean[];
  /** Drawn as thin lines with a flag, over the bars. */
  readonly marks?: readonly ChartMark[];
  readonly stacked?: boolean;
  /** Writes a value for people, on the axis and in tooltips. */
  readonly format: (value: number) => string;
}
