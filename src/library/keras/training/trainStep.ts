/** `train_step` and `test_step` as `Model` has them, for steps of a script that call `super()`. */
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
import { currentTrace } from '../trace.ts';
import { allMetrics, makeCompileState, orderOutputs, outputNames } from './compileState.ts';
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
  const trace = currentTrace(py);
  const outputs = flattenTensors([prediction]);
  const labels = orderOutputs(y, outputNames(model)).map(item => wrap(py, tensorOf(py, item)));
  compiled.state ??= makeCompileState(py, model, compiled, labels, outputs);
  const { state } = compiled;
  const rows = flattenTensors([x])[0]?.shape[0] ?? 1;
  addValues(py, state.lossTracker, loss, rows);
  if (training) optimize(py, model, trace, tensorOf(py, loss));
  updateMetrics(
    py,
    state,
    labels,
    outputs,
    labels.map(() => weight),
  );
  return PyDict.fromStrings(
    allMetrics(state).map(({ metric, logName }) => [logName, py.callMethod(metric, 'result')] as const),
  );
}

export const trainStep = method('train_step(self, data)', ([model, data], py) =>
  runStep(py, model as ModelObject, data, true),
);

export const testStep = method('test_step(self, data)', ([model, data], py) =>
  runStep(py, model as ModelObject, data, false),
);
