/** Turns what a model says about a split into the panel's report: scores, class labels, inputs small enough to show. */
import type { HostArray } from '../../src/graph/engine.ts';
import type { PredictionReport } from '../../src/library/keras/monitor.ts';
import type { PredictionsReport, SampleInputs, TemperatureInCode } from '../../src/protocol.ts';
import type { Span } from '../../src/python/syntax.ts';
import { headShape, type ModelInScript } from './model-report.ts';

/** Numbers of inputs that one report carries at most, over all samples: 4 MB. */
const INPUT_LIMIT = 1 << 20;

/** A sample larger than this is not shown. */
const SAMPLE_LIMIT = 1 << 16;

const MOST_CHANNELS = 4;

/** An array of rows without channels counts as images from this height and width on. */
const SMALLEST_IMAGE = 8;

/** @param source the script's text, to find the number of a temperature */
export function predictionsReport(
  runId: string,
  fit: number | null,
  report: PredictionReport,
  model: ModelInScript,
  source: string,
): PredictionsReport {
  const { head } = headShape(report.model.head, model.loss);
  const samples = report.scores.shape[0] ?? 0;
  const columns = samples === 0 ? 0 : report.scores.data.length / samples;
  return {
    type: 'predictions',
    runId,
    fit,
    model: model.name,
    split: report.split,
    trainedOn: report.trainedOn,
    head,
    kind: report.kind,
    classNames: [],
    samples,
    columns,
    // Copies, since what is posted is handed over.
    scores: Float32Array.from(report.scores.data),
    labels: classLabels(report.labels, samples),
    indices: report.indices.slice(),
    total: report.total,
    inputs: report.inputs && sampleInputs(report.inputs),
    temperature: temperatureInCode(report, source),
    epoch: report.epoch,
  };
}

/** Class indices of integer, one-hot or yes-no labels; -1 where a row has no single class. */
export function classLabels(labels: HostArray | null, samples: number): Int32Array {
  const classes = new Int32Array(samples).fill(-1);
  if (labels === null || labels.data.length % Math.max(1, samples) !== 0 || labels.shape[0] !== samples) {
    return classes;
  }
  const width = labels.data.length / samples;
  for (let row = 0; row < samples; row++) {
    const values = labels.data.subarray(row * width, (row + 1) * width);
    classes[row] = width === 1 ? Math.round(Number(values[0])) : largestIndex(values);
  }
  return classes;
}

/** Index of the one largest value; -1 when two share it, as in rows with several labels or none. */
function largestIndex(values: ArrayLike<number>): number {
  let best = 0;
  let shared = false;
  for (let index = 1; index < values.length; index++) {
    if (values[index]! > values[best]!) {
      best = index;
      shared = false;
    } else if (values[index] === values[best]) {
      shared = true;
    }
  }
  return shared ? -1 : best;
}

/** The first samples as numbers to draw; null where a sample is too large or of a rank that nothing draws. */
export function sampleInputs(inputs: HostArray): SampleInputs | null {
  const [samples = 0, ...shape] = inputs.shape;
  const size = shape.reduce((product, length) => product * length, 1);
  const kind = inputKind(shape);
  if (kind === null || samples === 0 || size === 0 || size > SAMPLE_LIMIT) {
    return null;
  }
  const count = Math.min(samples, Math.floor(INPUT_LIMIT / size));
  const isPlainImage = kind === 'image' && shape.length === 2;
  return {
    kind,
    shape: isPlainImage ? [...shape, 1] : shape,
    count,
    values: Float32Array.from(inputs.data.subarray(0, count * size)),
    names: [],
  };
}

function inputKind(shape: readonly number[]): SampleInputs['kind'] | null {
  switch (shape.length) {
    case 1:
      return 'features';
    case 2:
      return shape[0] === shape[1] && shape[0]! >= SMALLEST_IMAGE ? 'image' : 'sequence';
    case 3:
      return shape[2]! <= MOST_CHANNELS ? 'image' : null;
    default:
      return null;
  }
}

/** Decimal digits that a float32 keeps: 0.6 comes back as 0.6 and not as 0.6000000238418579. */
const FLOAT32_DIGITS = 7;

const NUMBER = /^[+-]?(\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function temperatureInCode({ model }: PredictionReport, source: string): TemperatureInCode | null {
  const { temperature } = model.head;
  if (temperature === null) {
    return null;
  }
  const { span, value } = temperature;
  const line = span?.start.line ?? model.span?.start.line ?? 1;
  return { value: Number(value.toPrecision(FLOAT32_DIGITS)), range: span && numberRange(span, source), line };
}

/** The range of a span that holds one number and nothing else. */
function numberRange(span: Span, source: string): TemperatureInCode['range'] {
  if (!NUMBER.test(source.slice(span.start.offset, span.end.offset))) {
    return null;
  }
  return {
    line: span.start.line,
    column: span.start.column,
    endLine: span.end.line,
    endColumn: span.end.column,
  };
}
