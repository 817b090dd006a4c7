/** What the monitor is told of a model and of its predictions. */
import type { Engine, HostArray } from '../../../graph/engine.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { classifierHead, headOf } from '../models/classifierHead.ts';
import { layersOf } from '../models/modelClass.ts';
import type { ModelObject } from '../models/modelObject.ts';
import type { ModelReport } from '../monitor.ts';
import { servicesKey } from '../services.ts';
import { flatten } from '../tensors/graphNode.ts';
import { leavesOf } from './arraySource.ts';
import type { DataSource } from './dataSource.ts';
import { DataLeaf, uploadable } from './dataSource.ts';
import { traceStep } from './stepTrace.ts';

export function modelReport(py: Interpreter, model: ModelObject): ModelReport {
  void py;
  return {
    name: model.name,
    span: model.madeAt,
    layers: layersOf(model).map(layer => ({
      name: layer.name,
      className: layer.cls.name,
      outputShape: layer.nodes[0]?.outputs[0]?.shape ?? layer.lastCall?.outputs[0] ?? null,
      params: layer.countParams() ?? 0,
      trainable: layer.trainable,
      span: layer.madeAt,
    })),
    params: model.countParams() ?? 0,
    head: classifierHead(model),
  };
}

/** Rows of an array. */
function firstRows(array: HostArray, count: number): HostArray {
  const size = array.shape.slice(1).reduce((product, dim) => product * dim, 1);
  return {
    data: array.data.slice(0, size * count),
    shape: [count, ...array.shape.slice(1)],
    dtype: array.dtype,
  };
}

/** Sends logits (or probabilities) of the first samples of a split, where the model is a classifier. */
export function* reportPredictions(
  py: Interpreter,
  model: ModelObject,
  engine: Engine,
  source: DataSource,
  trainedOn: boolean,
  epoch: number,
): Suspendable<void> {
  const monitor = py.state(servicesKey).current?.monitor ?? null;
  if (monitor === null || monitor.maximumPredictions === 0 || source.samples === null || source.samples === 0)
    return;
  const inputs = leavesOf({ x: source.template.x, y: null, weight: null });
  const labels = flatten([source.template.y]).filter(leaf => leaf instanceof DataLeaf);
  const count = Math.min(source.samples, monitor.maximumPredictions);
  const shapes = inputs.map(leaf => ({ shape: [count, ...leaf.shape.slice(1)], dtype: leaf.dtype }));
  const traced = traceStep(py, model, 'predict', { x: source.template.x, y: null, weight: null }, shapes, {
    classWeight: null,
  });
  if (traced.outputTensors.length !== 1) return;
  const head = headOf(traced.outputTensors[0].tensor);
  const scores = head.logits ?? head.probabilities;
  if (scores === null || scores.shape.length !== 2 || head.kind === 'other' || head.kind === 'none') return;
  const executable = engine.compile({ inputs: traced.program.inputs, outputs: [scores], updates: [] });
  try {
    const feeds = inputs.map(leaf => firstRows(uploadable(leaf.array!, leaf.dtype), count));
    const results = executable.run(feeds);
    const [values] = yield* wait(engine.readMany(results));
    engine.dispose(results);
    const [label] = labels;
    monitor.onPredictions({
      model: modelReport(py, model),
      split: trainedOn ? 'training' : 'validation',
      trainedOn,
      kind: head.logits === null ? 'probabilities' : 'logits',
      scores: values,
      inputs: feeds[0] ?? null,
      labels: label?.array ? firstRows(uploadable(label.array, label.dtype), count) : null,
      indices: Int32Array.from({ length: count }, (_, index) => index),
      total: source.samples,
      epoch,
    });
  } finally {
    executable.dispose();
  }
}
