/**
 * Checks of what a run has to tell.
 */
import { figureParts } from './figure-checks.ts';
import type { Check, Shape } from './message-checks.ts';
import {
  bytes,
  count,
  custom,
  dictionary,
  floats,
  integers,
  list,
  maybe,
  number,
  object,
  oneOf,
  optional,
  text,
  truth,
} from './message-checks.ts';
import type * as protocol from './protocol.ts';
import type { RunReport } from './protocol.ts';

export type Untyped<Message> = Omit<Message, 'type'>;

/** A check for every message of a union. */
export type Catalogue<Union extends { type: string }> = {
  [Type in Union['type']]: Check<Untyped<Extract<Union, { type: Type }>>>;
};

export const backend = oneOf('webgpu', 'webgl', 'wasm', 'cpu');
export const line = maybe(count);
export const runId = text;
export const range = object<protocol.SourceRange>({
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
});
export const checkpointShape: Shape<Untyped<protocol.CheckpointReport>> = {
  runId,
  fit: maybe(count),
  epoch: count,
  step: count,
  bytes,
};
const head = oneOf('softmax', 'binary', 'multilabel', 'none');
const histogram = object<protocol.Histogram>({ from: number, to: number, counts: list(number) });

const predictions = custom<Untyped<protocol.PredictionsReport>>((value, path) => {
  const wrong = predictionShape(value, path);
  if (wrong !== null) {
    return wrong;
  }
  const report = value as protocol.PredictionsReport;
  if (report.scores.length !== report.samples * report.columns) {
    return `${path}.scores should hold samples x columns values`;
  }
  return report.labels.length === report.samples && report.indices.length === report.samples
    ? null
    : `${path}.labels and .indices should hold one value a sample`;
});
const predictionShape = object<Untyped<protocol.PredictionsReport>>({
  runId,
  fit: maybe(count),
  model: text,
  split: text,
  trainedOn: truth,
  head,
  kind: oneOf('logits', 'probabilities'),
  classNames: list(text),
  samples: count,
  columns: count,
  scores: floats,
  labels: integers,
  indices: integers,
  total: count,
  inputs: maybe(
    object<protocol.SampleInputs>({
      kind: oneOf('features', 'image', 'sequence'),
      shape: list(count),
      count,
      values: floats,
      names: list(text),
    }),
  ),
  temperature: maybe(object<protocol.TemperatureInCode>({ value: number, range: maybe(range), line: count })),
  epoch: maybe(count),
});

type Curves = Pick<protocol.MetricsReport, 'at' | 'seconds' | 'columns'>;
const curvesShape: Shape<Curves> = {
  at: list(number),
  seconds: list(number),
  columns: dictionary(list(maybe(number))),
};

/** Curves of such a shape, in columns of one length. */
function inColumns<T extends Curves>(shape: Check<T>): Check<T> {
  return custom<T>((value, path) => {
    const wrong = shape(value, path);
    if (wrong !== null) {
      return wrong;
    }
    const { at, seconds, columns } = value as Curves;
    return [seconds, ...Object.values(columns)].every(column => column.length === at.length)
      ? null
      : `${path}.columns should all be as long as .at`;
  });
}

const metrics = inColumns(
  object<Untyped<protocol.MetricsReport>>({
    runId,
    fit: count,
    scope: oneOf('step', 'epoch'),
    ...curvesShape,
  }),
);

export const reports: Catalogue<RunReport> = {
  started: object({ runId, time: number }),
  backend: object({
    runId,
    name: backend,
    reason: text,
    rejected: list(object({ name: backend, reason: text })),
  }),
  preparing: object({
    runId,
    stage: oneOf(
      'interpreter',
      'imports',
      'data',
      'download',
      'model',
      'backend',
      'probing',
      'shaders',
      'checkpoint',
    ),
    detail: text,
    share: optional(number),
  }),
  output: object({ runId, stream: oneOf('stdout', 'stderr'), text }),
  model: object({
    runId,
    name: text,
    line,
    layers: list(
      object<protocol.LayerDescription>({
        name: text,
        class: text,
        outputShape: maybe(list(maybe(count))),
        params: count,
        trainable: truth,
        line,
      }),
    ),
    params: count,
    head,
    classes: maybe(count),
    chance: object({ loss: maybe(number), accuracy: maybe(number), majority: maybe(number) }),
  }),
  fit: object({
    runId,
    fit: count,
    model: text,
    line,
    initialEpoch: count,
    epochs: count,
    stepsPerEpoch: maybe(count),
    samples: maybe(count),
    batchSize: maybe(count),
    validation: truth,
    learningRate: optional(maybe(number)),
    keepsBest: optional(truth),
  }),
  progress: object({
    runId,
    fit: count,
    epoch: count,
    epochs: count,
    step: count,
    steps: maybe(count),
    secondsLeft: maybe(number),
  }),
  metrics,
  predictions,
  figure: object({ runId, ...figureParts }),
  layerStatistics: object({
    runId,
    fit: count,
    model: text,
    epoch: count,
    layers: list(
      object<protocol.LayerStatistics>({
        layer: text,
        weights: maybe(histogram),
        gradients: maybe(histogram),
        activations: maybe(histogram),
        deadShare: maybe(number),
        gradientNorm: maybe(number),
      }),
    ),
  }),
  notice: object({ runId, severity: oneOf('warning', 'information'), code: text, message: text, line }),
  paused: object({ runId }),
  resumed: object({ runId, fromCheckpoint: truth, fit: maybe(count), epoch: maybe(count) }),
  caughtUp: object({ runId, again: truth }),
  loop: object({
    runId,
    steps: count,
    seam: truth,
    optimizers: list(object<protocol.LoopOptimizer>({ name: text, learningRate: maybe(number) })),
    curves: inColumns(object(curvesShape)),
  }),
  checkpoint: object(checkpointShape),
  deviceLost: object({ runId, backend, fallback: maybe(backend) }),
  traceback: object({
    runId,
    text,
    exception: text,
    message: text,
    frames: list(object({ path: text, line: count, function: text })),
    suggestions: list(text),
  }),
  finished: object({
    runId,
    status: oneOf('finished', 'stopped', 'failed', 'lost'),
    reason: text,
    seconds: number,
  }),
};
