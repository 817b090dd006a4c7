/** What the monitor is told of a model's predictions. */
import type { Engine, Executable, HostArray } from '../../../graph/engine.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { headOf } from '../models/classifierHead.ts';
import { modelReport } from '../models/modelLayers.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { servicesKey } from '../services.ts';
import { flatten } from '../tensors/graphNode.ts';
import { leavesOf } from './arraySource.ts';
import type { DataSource } from './dataSource.ts';
import { DataLeaf, uploadable } from './dataSource.ts';
import { hasHostPart } from './hostPart.ts';
import { hostScores, joinedRows } from './hostReports.ts';
import { traceStep } from './stepTrace.ts';

/** Rows [start, end) of an array. */
function rowsOf(array: HostArray, start: number, end: number): HostArray {
  const size = array.shape.slice(1).reduce((product, dim) => product * dim, 1);
  return {
    data: array.data.slice(size * start, size * end),
    shape: [end - start, ...array.shape.slice(1)],
    dtype: array.dtype,
  };
}

/** What to predict for a report, and how many rows at once. */
interface Split {
  readonly source: DataSource;
  readonly trainedOn: boolean;
  /** Epochs done. */
  readonly epoch: number;
  /** Milliseconds after which what is there has to do; null for no limit. */
  readonly patience: number | null;
}

/** Sends logits (or probabilities) of the first samples of a split, where the model is a classifier. */
export function* reportPredictions(
  py: Interpreter,
  model: ModelObject,
  engine: Engine,
  split: Split,
): Suspendable<void> {
  const monitor = py.state(servicesKey).current?.monitor ?? null;
  const { source } = split;
  if (monitor === null || monitor.maximumPredictions === 0 || source.samples === null || source.samples === 0)
    return;
  const inputs = leavesOf({ x: source.template.x, y: null, weight: null });
  if (hasHostPart(model, source.template)) {
    yield* reportOnHost(py, model, engine, split, Math.min(source.samples, monitor.maximumPredictions));
    return;
  }
  const labels = flatten([source.template.y]).filter(leaf => leaf instanceof DataLeaf);
  const most = Math.min(source.samples, monitor.maximumPredictions);
  // In batches as large as those of training, whose kernels are there already.
  const batch = Math.min(most, source.batchSize ?? most);
  const shapes = inputs.map(leaf => ({ shape: [batch, ...leaf.shape.slice(1)], dtype: leaf.dtype }));
  const traced = traceStep(py, model, 'predict', { x: source.template.x, y: null, weight: null }, shapes, {
    classWeight: null,
  });
  if (traced.outputTensors.length !== 1) return;
  const head = headOf(traced.outputTensors[0].tensor);
  const scores = head.logits ?? head.probabilities;
  if (scores === null || scores.shape.length !== 2 || head.kind === 'other' || head.kind === 'none') return;
  if (split.patience !== null && !(yield* wait(within(engine.finish(), split.patience)))) return;
  const arrays = inputs.map(leaf => uploadable(leaf.array!, leaf.dtype));
  const program = { inputs: traced.program.inputs, outputs: [scores], updates: [] };
  const executable = engine.compile(program);
  try {
    const feeds = arrays.map(array => rowsOf(array, 0, batch));
    const compiling = engine.rehearse([{ program, feeds, isRead: true }]);
    if (split.patience === null) yield* wait(compiling);
    else if (!(yield* wait(within(compiling, split.patience)))) return;
    const values = yield* inBatches(py, {
      engine,
      executable,
      arrays,
      batch,
      most,
      patience: split.patience,
    });
    if (values === null) return;
    const count = values.shape[0];
    const [label] = labels;
    monitor.onPredictions({
      model: modelReport(model),
      split: split.trainedOn ? 'training' : 'validation',
      trainedOn: split.trainedOn,
      kind: head.logits === null ? 'probabilities' : 'logits',
      scores: values,
      inputs: arrays[0] ? rowsOf(arrays[0], 0, count) : null,
      labels: label?.array ? rowsOf(uploadable(label.array, label.dtype), 0, count) : null,
      indices: Int32Array.from({ length: count }, (_, index) => index),
      total: source.samples,
      epoch: split.epoch,
    });
  } finally {
    executable.dispose();
  }
}

/** The same for models that take text or hash; what they were given is not shown. */
function* reportOnHost(
  py: Interpreter,
  model: ModelObject,
  engine: Engine,
  { source, trainedOn, epoch, patience }: Split,
  most: number,
): Suspendable<void> {
  const made = yield* hostScores(py, model, engine, source, { most, patience });
  const scores = made && joinedRows(made.scores, most);
  if (made === null || scores === null) return;
  const [count] = scores.shape;
  py.state(servicesKey).current?.monitor.onPredictions({
    model: modelReport(model),
    split: trainedOn ? 'training' : 'validation',
    trainedOn,
    kind: made.head.logits === null ? 'probabilities' : 'logits',
    scores,
    inputs: null,
    labels: joinedRows(made.labels, count),
    indices: Int32Array.from({ length: count }, (_, index) => index),
    total: source.samples ?? count,
    epoch,
  });
}

/** Whether a promise is kept within so many milliseconds. */
function within(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    work.then(() => resolve(true), reject).finally(() => clearTimeout(timer));
  });
}

/** The scores of the first rows: all that are wanted, or those that could be had in time; null where none could. */
function* inBatches(
  py: Interpreter,
  work: {
    readonly engine: Engine;
    readonly executable: Executable;
    readonly arrays: readonly HostArray[];
    readonly batch: number;
    readonly most: number;
    readonly patience: number | null;
  },
): Suspendable<HostArray | null> {
  const { engine, executable, arrays, batch, most, patience } = work;
  const began = py.host.monotonic();
  const parts: HostArray[] = [];
  let done = 0;
  while (done < most) {
    // The last rows fill their batch with rows that were there before.
    const start = Math.min(done, most - batch);
    const results = executable.run(arrays.map(array => rowsOf(array, start, start + batch)));
    const reading = engine.readMany(results).finally(() => engine.dispose(results));
    if (patience !== null && !(yield* wait(within(reading, patience)))) break;
    const [values] = yield* wait(reading);
    parts.push(rowsOf(values, done - start, batch));
    done = start + batch;
    if (patience !== null && py.host.monotonic() - began > patience) break;
  }
  if (parts.length === 0) return null;
  const columns = parts[0].shape[1];
  const data = new Float32Array(done * columns);
  let at = 0;
  for (const part of parts) {
    data.set(part.data as Float32Array, at);
    at += part.data.length;
  }
  return { data, shape: [done, columns], dtype: parts[0].dtype };
}
