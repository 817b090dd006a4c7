/**
 * From a fit's columns to charts: one for each metric, training solid and validation dashed, with chance lines.
 */
import type { ModelReport } from '../../src/protocol.ts';
import type { Curves, FitRecord } from '../../src/run-record.ts';
import type { ChartModel, ChartSeries } from './chart-model.ts';
import { significant } from './format.ts';
import { smooth } from './smoothing.ts';
import { t } from './strings.ts';

export interface CurveOptions {
  axis: 'epoch' | 'step' | 'time';
  smoothing: number;
  logScale: boolean;
}

/** The hues of charts, in their order. */
export const HUES = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6'];

/** Metric names without `val_`, the loss first, accuracies next. */
export function metricNames(fit: FitRecord): string[] {
  const names = new Set(
    [...Object.keys(fit.epochs.columns), ...Object.keys(fit.steps.columns)].map(name =>
      name.replace(/^val_/, ''),
    ),
  );
  const rank = (name: string): number => (name === 'loss' ? 0 : isAccuracy(name) ? 1 : 2);
  return [...names].sort((first, second) => rank(first) - rank(second));
}

/** The chart of one metric. */
export function chartOf(
  fit: FitRecord,
  metric: string,
  position: number,
  model: ModelReport | null,
  options: CurveOptions,
): ChartModel {
  const { x, columns } = axisData(fit, options.axis);
  const series: ChartSeries[] = [];
  for (const [key, label, dashed] of [
    [metric, t('train'), false],
    [`val_${metric}`, t('validation'), true],
  ] as const) {
    if (dashed ? fit.fit.validation || key in columns : true) {
      const raw = columns[key] ?? x.map(() => null);
      series.push({
        key,
        label,
        dashed,
        sparse: dashed && options.axis !== 'epoch',
        raw,
        smoothed: options.smoothing > 0 ? smooth(raw, options.smoothing) : raw,
        best: best(fit.epochs, key, isAccuracy(metric)),
      });
    }
  }
  return {
    title: metric,
    hue: HUES[position % HUES.length]!,
    xLabel: axisLabel(options.axis),
    x,
    xRange: xRange(fit, options.axis, x),
    yRange: isAccuracy(metric) ? [0, 1] : null,
    series,
    baselines: baselines(metric, model),
    seams: fit.seams.map(epoch => positionOfEpoch(fit, options.axis, epoch)),
    logScale: options.logScale && !isAccuracy(metric),
    smoothing: options.smoothing > 0,
  };
}

function isAccuracy(metric: string): boolean {
  return metric === 'acc' || metric.endsWith('accuracy');
}

export function axisLabel(axis: CurveOptions['axis']): string {
  return axis === 'epoch' ? t('epoch') : axis === 'step' ? t('step') : t('time (s)');
}

/** On the epoch axis one point an epoch; on the others every step, with validation where its epoch ended. */
function axisData(
  fit: FitRecord,
  axis: CurveOptions['axis'],
): { x: number[]; columns: Record<string, (number | null)[]> } {
  if (axis === 'epoch' || fit.steps.at.length === 0) {
    const x = axis === 'time' ? fit.epochs.seconds : fit.epochs.at;
    return { x, columns: fit.epochs.columns };
  }
  const x = axis === 'step' ? fit.steps.at : fit.steps.seconds;
  const columns = { ...fit.steps.columns };
  const ends = fit.epochs.at.map(epoch => nearest(x, positionOfEpoch(fit, axis, epoch)));
  for (const [name, values] of Object.entries(fit.epochs.columns)) {
    if (!(name in columns)) {
      const spread = new Array<number | null>(x.length).fill(null);
      for (const [index, end] of ends.entries()) {
        spread[end] = values[index]!;
      }
      columns[name] = spread;
    }
  }
  return { x, columns };
}

function positionOfEpoch(fit: FitRecord, axis: CurveOptions['axis'], epoch: number): number {
  if (axis === 'epoch') {
    return epoch;
  }
  if (axis === 'step') {
    return (epoch - fit.fit.initialEpoch) * (fit.fit.stepsPerEpoch ?? 1);
  }
  return fit.epochs.seconds[fit.epochs.at.indexOf(epoch)] ?? 0;
}

/** The place of the last position that is not behind a value. */
export function nearest(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** A run of so many epochs, steps or seconds is shown whole from its start. */
const SHOWN_WHOLE = 25;

/**
 * Where the axis ends: at what is planned, unless that is so far away that the curve would be a line at the left.
 * Moves by doubling, so that a chart seldom changes its scale.
 */
function axisEnd(first: number, last: number, planned: number): number {
  let span = SHOWN_WHOLE;
  while (span < 2 * (last - first)) {
    span *= 2;
  }
  return Math.max(last, Math.min(planned, first + span));
}

function xRange(fit: FitRecord, axis: CurveOptions['axis'], x: readonly number[]): [number, number] {
  const { initialEpoch, epochs, stepsPerEpoch } = fit.fit;
  const last = x.at(-1) ?? 0;
  if (axis === 'epoch') {
    const first = initialEpoch + 1;
    return [first, Math.max(first + 1, axisEnd(first, last, epochs))];
  }
  if (axis === 'step') {
    const planned = stepsPerEpoch === null ? 0 : (epochs - initialEpoch) * stepsPerEpoch;
    const first = Math.min(1, x[0] ?? 1);
    return [first, Math.max(2, axisEnd(first, last, planned))];
  }
  const left = fit.progress?.secondsLeft ?? 0;
  return [0, Math.max(axisEnd(0, last, last + left), 0.1)];
}

/** The best value of a curve and where it stands. */
export function best(curves: Curves, key: string, highest: boolean): { value: number; at: number } | null {
  let found: { value: number; at: number } | null = null;
  for (const [index, value] of (curves.columns[key] ?? []).entries()) {
    if (
      value !== null &&
      Number.isFinite(value) &&
      (!found || (highest ? value > found.value : value < found.value))
    ) {
      found = { value, at: curves.at[index]! };
    }
  }
  return found;
}

/** What a model that has learnt nothing would reach. */
export function baselines(metric: string, model: ModelReport | null): { value: number; label: string }[] {
  if (!model) {
    return [];
  }
  const { chance, classes } = model;
  if (metric === 'loss' && chance.loss !== null) {
    const name =
      classes && Math.abs(chance.loss - Math.log(classes)) < 1e-6
        ? `ln ${classes}`
        : significant(chance.loss);
    return [{ value: chance.loss, label: t('chance, {0}', name) }];
  }
  if (isAccuracy(metric) && chance.accuracy !== null) {
    const name =
      classes && Math.abs(chance.accuracy * classes - 1) < 1e-6
        ? `1/${classes}`
        : significant(chance.accuracy);
    return [{ value: chance.accuracy, label: t('chance, {0}', name) }];
  }
  return [];
}
