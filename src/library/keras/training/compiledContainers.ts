/**
 * `model.compiled_loss` and `model.compiled_metrics`, which training steps written for Keras 2 use. Keras 3 keeps them,
 * with a warning.
 */
import { ops } from '../../../graph/index.ts';
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, UserWarning, ValueError } from '../../../python/errors.ts';
import { BoundMethod, method, named, property, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { PyList, PyObject, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { warn } from '../../standard/warnings.ts';
import { explainCall } from '../errors/calledLabels.ts';
import { chosenLoss } from '../errors/labelUse.ts';
import { calledLabels, type LossObject, lossValue } from '../losses/lossClasses.ts';
import { addValues, meanClass } from '../metrics/metricClasses.ts';
import type { Compiled, ModelObject } from '../models/modelObject.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { metricsOf } from './compileMetrics.ts';
import { recordOutputs } from './stepLoss.ts';
import { updateMetrics } from './stepTrace.ts';
import { matched } from './trainStep.ts';

class Container extends PyObject {
  override cls: PyClass;
  readonly model: ModelObject;
  readonly compiled: Compiled;

  constructor(cls: PyClass, model: ModelObject, compiled: Compiled) {
    super();
    this.cls = cls;
    this.model = model;
    this.compiled = compiled;
  }
}

function self(value: Value): Container {
  return value as Container;
}

/** The losses of all outputs by their weights, and what regularizers add; the means that `fit` shows follow. */
function totalOf(
  py: Interpreter,
  { model, compiled }: Container,
  y: Value,
  prediction: Value,
  weight: Value,
  penalties: Value,
): Value {
  const { state, labels, outputs } = matched(py, model, compiled, y, prediction);
  recordOutputs(py, model, outputs);
  const rows = labels[0]?.shape[0] ?? 1;
  const valueOf = (loss: LossObject, index: number) => {
    const call = () => ({
      ...calledLabels(loss.settingsIfMade?.definition ?? null, labels[index], outputs[index]),
      madeAt: null,
      chosen: chosenLoss(model),
    });
    return explainCall(py, call, () => lossValue(py, loss, labels[index], outputs[index], weight));
  };
  const parts = state.losses.flatMap((loss, index) => {
    if (loss === null || labels[index] === undefined) return [];
    const value = valueOf(loss, index);
    const tracker = state.outputLosses[index];
    if (tracker) addValues(py, tracker.metric, wrap(py, value), rows);
    return [ops.mul(value, state.lossWeights[index])];
  });
  if (penalties !== null) for (const item of py.collect(penalties)) parts.push(ops.sum(tensorOf(py, item)));
  if (parts.length === 0)
    throw raise(ValueError, 'No loss to compute. Provide a `loss` argument in `compile()`.', {
      code: 'no-loss',
    });
  const total = wrap(
    py,
    parts.reduce((sum, part) => ops.add(sum, part)),
  );
  addValues(py, state.lossTracker, total, rows);
  return total;
}

const lossContainerClass: PyClass = new PyClass(
  'LossesContainer',
  [objectClass],
  [
    ...named(
      method(
        '__call__(self, y_true, y_pred, sample_weight=None, regularization_losses=None)',
        ([container, y, prediction, weight, penalties], py) =>
          totalOf(py, self(container), y, prediction, weight, penalties),
      ),
      method('reset_state(self)', ([container], py) => {
        for (const metric of lossMetrics(self(container))) py.callMethod(metric, 'reset_state');
        return null;
      }),
    ),
    property('metrics', container => new PyList(lossMetrics(self(container)))),
  ],
  { module: 'keras.src.engine.compile_utils' },
);

/** The mean of the whole loss, then those of the outputs; none before the first batch. */
function lossMetrics({ compiled: { state } }: Container): PyObject[] {
  if (state === null) return [];
  return [state.lossTracker, ...state.outputLosses.flatMap(item => (item === null ? [] : [item.metric]))];
}

function metricsIn({ compiled: { state } }: Container): PyObject[] {
  return state === null ? [] : [...state.metrics, ...state.weightedMetrics].map(({ metric }) => metric);
}

const metricContainerClass: PyClass = new PyClass(
  'MetricsContainer',
  [objectClass],
  [
    ...named(
      suspendableMethod(
        'update_state(self, y_true, y_pred, sample_weight=None)',
        function* ([container, y, prediction, weight], py) {
          const { model, compiled } = self(container);
          if (py.state(kerasVersionKey).current >= 3) {
            if (py.running) yield* warn(py, METRICS_ARE_OLD, UserWarning);
            updateListed(py, model, y, prediction, weight);
            return null;
          }
          const { state, labels, outputs } = matched(py, model, compiled, y, prediction);
          updateMetrics(
            py,
            state,
            labels,
            outputs,
            labels.map(() => weight),
          );
          return null;
        },
      ),
      method('reset_state(self)', ([container], py) => {
        for (const metric of metricsIn(self(container))) py.callMethod(metric, 'reset_state');
        return null;
      }),
    ),
    property('metrics', container => new PyList(metricsIn(self(container)))),
  ],
  { module: 'keras.src.engine.compile_utils' },
);

const METRICS_ARE_OLD =
  '`model.compiled_metrics()` is deprecated. Instead, use e.g.:\n```\nfor metric in self.metrics:\n    metric.update_state(y, y_pred)\n```\n';
const LOSS_IS_OLD =
  '`model.compiled_loss()` is deprecated. Instead, use `model.compute_loss(x, y, y_pred, sample_weight)`.';

/** Keras 3 gives labels and outputs to every metric, and to means the outputs alone: to that of the loss as well. */
function updateListed(py: Interpreter, model: ModelObject, y: Value, prediction: Value, weight: Value): void {
  const { compiled } = model;
  if (compiled !== null) matched(py, model, compiled, y, prediction);
  const weights = PyDict.fromStrings([['sample_weight', weight]]);
  for (const metric of py.collect(metricsOf(py, model))) {
    const isMean = metric instanceof PyObject && metric.cls === meanClass;
    py.call(py.getAttribute(metric, 'update_state'), isMean ? [prediction] : [y, prediction], weights);
  }
}

/** `compiled_loss` of Keras 3: its `compute_loss`, whatever is passed as penalties. */
const oldLoss = suspendableMethod(
  'compiled_loss(self, y, y_pred, sample_weight=None, regularization_losses=None)',
  function* ([model, y, prediction, weight], py) {
    if (py.running) yield* warn(py, LOSS_IS_OLD, UserWarning);
    const given = [
      ['x', null],
      ['y', y],
      ['y_pred', prediction],
      ['sample_weight', weight],
    ] as const;
    return yield* py.callAndWait(py.getAttribute(model, 'compute_loss'), [], PyDict.fromStrings([...given]));
  },
);

/** A property that scripts may give a value of their own, as they may give attributes. */
function assignable(name: string, read: (model: ModelObject, py: Interpreter) => Value): [string, Value] {
  return property(
    name,
    (value, py) => {
      const model = value as ModelObject;
      const own = model.attributes.get(name);
      return own === undefined ? read(model, py) : own;
    },
    (value, given) => {
      (value as ModelObject).attributes.set(name, given);
    },
  );
}

/** Models that are not compiled have None there before Keras 3. */
export const compiledContainers: readonly [string, Value][] = [
  assignable('compiled_loss', (model, py) => {
    if (py.state(kerasVersionKey).current >= 3) return new BoundMethod(model, oldLoss);
    return model.compiled === null ? null : new Container(lossContainerClass, model, model.compiled);
  }),
  assignable('compiled_metrics', (model, py) => {
    const { compiled } = model;
    if (compiled !== null) return new Container(metricContainerClass, model, compiled);
    if (py.state(kerasVersionKey).current < 3) return null;
    throw raise(ValueError, 'You must call `compile()` before using the model.', { code: 'not-compiled' });
  }),
];
