/**
 * From the columns of a script's own training to charts: its losses together, so that the networks of a GAN can be
 * compared, and one chart for each metric.
 */
import type { ModelReport } from '../../src/protocol.ts';
import type { LoopRecord } from '../../src/run-record.ts';
import type { ChartModel, ChartSeries } from './chart-model.ts';
import { smooth } from './smoothing.ts';
import { t } from './strings.ts';
import { axisLabel, baselines, best, type CurveOptions, HUES, nearest } from './training-curves.ts';

/** One column: `critic.loss` is the loss of the model `critic`, `train_acc` a metric of the script. */
interface Column {
  readonly key: string;
  readonly model: string | null;
  readonly name: string;
}

/** One chart's columns, with their names in its legend. */
interface Group {
  readonly title: string;
  readonly columns: readonly (Column & { readonly label: string; readonly dashed: boolean })[];
}

/** Points are joined over the steps that have none: the networks of a GAN take turns, metrics are read once an epoch. */
const SPARSE = true;

/** The charts of a script's own training, losses first. A chart over epochs is one over steps: it has no epochs. */
export function chartsOfLoop(
  loop: LoopRecord,
  models: readonly ModelReport[],
  options: CurveOptions,
): ChartModel[] {
  const { at, seconds, columns } = loop.curves;
  const isTime = options.axis === 'time';
  const x = isTime ? seconds : at;
  const first = isTime ? 0 : Math.min(1, x[0] ?? 1);
  const last = Math.max(x.at(-1) ?? 0, first + (isTime ? 0.1 : 1));
  let hues = 0;
  return groupsOf(Object.keys(columns)).map(({ title, columns: shown }): ChartModel => {
    const isShare = isAccuracyName(title) && shown.every(({ key }) => columns[key]!.every(isShareOrGap));
    const hue = nextHue(hues++);
    const series = shown.map(({ key, label, dashed }, index): ChartSeries => {
      const raw = columns[key]!;
      return {
        key,
        label,
        dashed,
        sparse: SPARSE,
        hue: dashed || index === 0 ? hue : nextHue(hues++),
        raw,
        smoothed: options.smoothing > 0 ? smooth(raw, options.smoothing) : raw,
        best: best(loop.curves, key, isAccuracyName(title)),
      };
    });
    const of = shown[0]?.model ?? null;
    const model = models.find(({ name }) => name === of) ?? (models.length === 1 ? models[0]! : null);
    const alone = shown.every(column => column.model === of);
    return {
      title,
      hue,
      xLabel: axisLabel(isTime ? 'time' : 'step'),
      x,
      xRange: [first, last],
      yRange: isShare ? [0, 1] : null,
      series,
      baselines: !alone ? [] : baselines(isShare ? 'accuracy' : isLossName(title) ? 'loss' : title, model),
      seams: loop.seams.map(step => (isTime ? (seconds[nearest(at, step)] ?? 0) : step)),
      logScale: options.logScale && !isShare,
      smoothing: options.smoothing > 0,
    };
  });
}

function nextHue(index: number): string {
  return HUES[index % HUES.length]!;
}

function isShareOrGap(value: number | null): boolean {
  return value === null || !Number.isFinite(value) || (value >= 0 && value <= 1);
}

function isAccuracyName(name: string): boolean {
  return /(^|[_ ])acc(uracy)?([_ ]|$)/.test(name) || name.endsWith('accuracy');
}

function isLossName(name: string): boolean {
  return /(^|_)loss(_|$)/.test(name);
}

const VALIDATION = /^(val|valid|validation|test)_/;

function groupsOf(keys: readonly string[]): Group[] {
  const columns = keys.map((key): Column => {
    const dot = key.indexOf('.');
    return dot < 0
      ? { key, model: null, name: key }
      : { key, model: key.slice(0, dot), name: key.slice(dot + 1) };
  });
  const losses = columns.filter(({ model, name }) => model !== null && isLossName(name));
  const names = new Set(losses.map(({ name }) => name));
  const owners = new Set(losses.map(({ model }) => model));
  const groups: Group[] = [];
  if (losses.length > 0) {
    // Models are named where the losses have the same name, as those of `train_on_batch` have.
    const label = ({ model, name }: Column): string => {
      if (names.size === losses.length) {
        return name;
      }
      return owners.size === losses.length ? model! : `${model}: ${name}`;
    };
    const named = losses.map(column => ({
      ...column,
      label: label(column),
      dashed: VALIDATION.test(column.name),
    }));
    const pair = losses.length === 2 ? pairOf(losses[0]!, losses) : null;
    if (pair !== null) {
      groups.push(groupOfPair(pair, ''));
    } else {
      groups.push(
        named.length === 1
          ? { title: named[0]!.name, columns: [{ ...named[0]!, label: t('train') }] }
          : { title: t('loss'), columns: named },
      );
    }
  }
  const rest = columns.filter(column => !losses.includes(column));
  const models = new Set(columns.map(({ model }) => model));
  models.delete(null);
  const taken = new Set<Column>();
  for (const column of rest) {
    if (taken.has(column)) {
      continue;
    }
    const pair = pairOf(column, rest);
    const owner = column.model !== null && models.size > 1 ? `${column.model}: ` : '';
    if (pair === null) {
      const dashed = VALIDATION.test(column.name);
      const label = dashed ? t('validation') : t('train');
      groups.push({ title: owner + column.name, columns: [{ ...column, label, dashed }] });
      taken.add(column);
      continue;
    }
    taken.add(pair.train).add(pair.validation);
    groups.push(groupOfPair(pair, owner));
  }
  return groups;
}

interface Pair {
  readonly stem: string;
  readonly train: Column;
  readonly validation: Column;
}

function groupOfPair({ stem, train, validation }: Pair, owner: string): Group {
  return {
    title: owner + stem,
    columns: [
      { ...train, label: t('train'), dashed: false },
      { ...validation, label: t('validation'), dashed: true },
    ],
  };
}

/** `train_acc` and `val_acc` are one metric on two splits. */
function pairOf(column: Column, all: readonly Column[]): Pair | null {
  const stem = column.name.replace(/^(train|training|val|valid|validation|test)_/, '');
  const find = (...prefixes: string[]): Column | undefined =>
    all.find(({ name, model }) => model === column.model && prefixes.some(prefix => name === prefix + stem));
  const train = find('train_', 'training_', '');
  const validation = find('val_', 'valid_', 'validation_', 'test_');
  return train === undefined || validation === undefined ? null : { stem, train, validation };
}
