/**
 * What one chart shows, apart from how it is drawn.
 */

export interface ChartSeries {
  /** Name in the history, such as `val_loss`; identifies the series. */
  key: string;
  label: string;
  dashed: boolean;
  /** Points only where an epoch ended, joined over the others; a value that is no number is a gap. */
  sparse: boolean;
  /** CSS variable of its own hue, where a chart compares several losses; else the chart's. */
  hue?: string;
  /** null where there is no value; NaN is one that was computed. */
  raw: (number | null)[];
  smoothed: (number | null)[];
  best: { value: number; at: number } | null;
}

export interface ChartModel {
  title: string;
  /** CSS variable of the one hue for all series. */
  hue: string;
  xLabel: string;
  x: number[];
  /** Reserved on the x axis before data comes. */
  xRange: [number, number];
  /** Fixed y range where the metric has one. */
  yRange: [number, number] | null;
  series: ChartSeries[];
  baselines: { value: number; label: string }[];
  seams: number[];
  logScale: boolean;
  smoothing: boolean;
}
