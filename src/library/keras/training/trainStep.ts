/** `train_step`, `test_step` and what they call, as `Model` has them: for scripts that replace some of them. */
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { method } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { callLayer } from '../layers/base/callLayer.ts';
import { addValues } from '../metrics/metricClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { flattenTensors } from '../tensors/graphNode.ts';
import type { TensorObject } from '../tensors/tensorObject.ts';
import { currentTrace } from '../trace.ts';
import { unpackBatch } from './batchSource.ts';
import {
  allMetrics,
  type CompileState,
  makeCompileState,
  orderOutputs,
  outputNames,
} from './compileState.ts';
import { optimize, updateMetrics } from './stepTrace.ts';

/** One step on `data` (`x`, `(x, y)` or `(x, y, sample_weight)`): the results of all metrics by their names. */
function runStep(py: Interpreter, model: ModelObject, data: Value, training: boolean): Value {
  const { compiled } = model;
  if (compiled === null)
    throw raise(ValueError, 'You must call `compile()` before using the model.', { code: 'not-compiled' });
  const [x, y = null, weight = null] =
    data instanceof PyTuple || data instanceof PyList ? data.items : [data];
  const prediction = callLayer(py, model, [x], null);
  if (prediction instanceof Unknown) throw new NotKnown(prediction.reason);
  const loss = py.call(
    py.getAttribute(model, 'compute_loss'),
    [],
    PyDict.fromStrings([
      ['x', x],
      ['y', y],
      ['y_pred', prediction],
      ['sample_weight', weight],
    ]),
  );
  if (loss instanceof Unknown) throw new NotKnown(loss.reason);
  const { state } = matched(py, model, compiled, y, prediction);
  const rows = flattenTensors([x])[0]?.shape[0] ?? 1;
  addValues(py, state.lossTracker, loss, rows);
  if (training) optimize(py, model, currentTrace(py), tensorOf(py, loss));
  const keywords = PyDict.fromStrings([['sample_weight', weight]]);
  return py.call(py.getAttribute(model, 'compute_metrics'), [x, y, prediction], keywords);
}

/** Labels and outputs side by side, and what `compile` made for them. */
export function matched(
  py: Interpreter,
  model: ModelObject,
  compiled: NonNullable<ModelObject['compiled']>,
  y: Value,
  prediction: Value,
): { state: CompileState; labels: TensorObject[]; outputs: TensorObject[] } {
  const outputs = flattenTensors([prediction]);
  const given = orderOutputs(y, outputNames(model)).filter(item => item !== null);
  const labels = given.map(item => wrap(py, tensorOf(py, item)));
  compiled.state ??= makeCompileState(py, model, compiled, labels, outputs);
  return { state: compiled.state, labels, outputs };
}

function results(py: Interpreter, { compiled }: ModelObject): PyDict {
  const metrics = compiled?.state ? allMetrics(compiled.state) : [];
  return PyDict.fromStrings(
    metrics.map(({ metric, logName }) => [logName, py.callMethod(metric, 'result')] as const),
  );
}

export const computeMetrics = method(
  'compute_metrics(self, x, y, y_pred, sample_weight=None)',
  ([self, , y, prediction, weight], py) => {
    const model = self as ModelObject;
    if (model.compiled !== null) {
      const { state, labels, outputs } = matched(py, model, model.compiled, y, prediction);
      const weights = labels.map(() => weight);
      updateMetrics(py, state, labels, outputs, weights);
    }
    return py.callMethod(model, 'get_metrics_result', []);
  },
);

export const getMetricsResult = method('get_metrics_result(self)', ([model], py) =>
  results(py, model as ModelObject),
);

export const trainStep = method('train_step(self, data)', ([model, data], py) =>
  runStep(py, model as ModelObject, data, true),
);

/** What `predict` gives for a batch: the model's output, without training. */
export const predictStep = method('predict_step(self, data)', ([model, data], py) =>
  py.call(model, [unpackBatch(py, data).x], PyDict.fromStrings([['training', false]])),
);

export const testStep = method('test_step(self, data)', ([model, data], py) =>
  runStep(py, model as ModelObject, data, false),
);
