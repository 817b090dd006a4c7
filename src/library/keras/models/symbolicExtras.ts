/** Losses and metrics that Keras 1 and 2 take as tensors of a model's own graph (`model.add_loss(tensor)`). */

import { ops } from '../../../graph/index.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyList, PyTuple, touch, Unknown, type Value } from '../../../python/values.ts';
import { addedMetric } from '../metrics/layerMetrics.ts';
import { addValues, type MetricObject } from '../metrics/metricClasses.ts';
import { floatTensorOf, wrap } from '../tensors/conversion.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import { currentTrace } from '../trace.ts';
import { buildGraph, type FunctionalGraph, runGraph } from './functionalGraph.ts';
import type { ModelObject } from './modelObject.ts';

/** What a model computes besides its outputs whenever it is called. */
export interface SymbolicExtras {
  readonly losses: readonly TensorObject[];
  readonly metrics: readonly { readonly metric: MetricObject; readonly tensor: TensorObject }[];
  /** The model's graph with these tensors behind its outputs; null before the first call. */
  readonly graph: FunctionalGraph | null;
}

const none: SymbolicExtras = { losses: [], metrics: [], graph: null };

/** Adds a tensor of the model's graph to its losses. */
export function addSymbolicLoss(model: ModelObject, tensor: TensorObject): void {
  const { losses, metrics } = model.extras ?? none;
  touch(model);
  model.programs.clear();
  model.extras = { losses: [...losses, tensor], metrics, graph: null };
}

/** Adds a tensor of the model's graph to what is averaged over an epoch under this name. */
export function addSymbolicMetric(
  py: Interpreter,
  model: ModelObject,
  tensor: TensorObject,
  name: string,
): void {
  const { losses, metrics } = model.extras ?? none;
  const metric = addedMetric(py, model, name);
  touch(model);
  model.programs.clear();
  model.extras = { losses, metrics: [...metrics, { metric, tensor }], graph: null };
}

/** Runs a model's graph together with its further losses and metrics, which go to the trace. */
export function runWithExtras(
  py: Interpreter,
  model: ModelObject,
  graph: FunctionalGraph,
  extras: SymbolicExtras,
  inputs: readonly TensorObject[],
): Value {
  const tensors = [...extras.losses, ...extras.metrics.map(({ tensor }) => tensor)];
  const whole =
    extras.graph ??
    buildGraph(
      graph.inputStructure,
      new PyTuple([graph.outputStructure, new PyList(tensors)]),
      graph.entries,
    );
  model.extras = { ...extras, graph: whole };
  const result = runGraph(py, whole, inputs);
  if (result instanceof Unknown) return result;
  const [outputs, added] = (result as PyTuple).items as [Value, PyList];
  const trace = currentTrace(py);
  const { length } = extras.losses;
  for (const loss of added.items.slice(0, length)) trace.losses.push(ops.sum(floatTensorOf(py, loss)));
  extras.metrics.forEach(({ metric }, index) => {
    const value = ops.mean(floatTensorOf(py, added.items[length + index]));
    addValues(py, metric, wrap(py, value), null);
  });
  return outputs;
}
