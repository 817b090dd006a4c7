/** What layers add to the loss and to the metrics of a model. */
import { ops } from '../../../../graph/index.ts';
import type { PyDict } from '../../../../python/collections.ts';
import {
  AttributeError,
  NotImplementedError,
  raise,
  TypeError,
  ValueError,
} from '../../../../python/errors.ts';
import { PyFunction } from '../../../../python/evaluate/function.ts';
import { BoundMethod, method, property } from '../../../../python/functions.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import { classOf } from '../../../../python/types.ts';
import { NotKnown, Unknown, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { addMetric } from '../../metrics/layerMetrics.ts';
import { ModelObject } from '../../models/modelObject.ts';
import { addSymbolicLoss, addSymbolicMetric } from '../../models/symbolicExtras.ts';
import { floatTensorOf } from '../../tensors/conversion.ts';
import { flatten } from '../../tensors/graphNode.ts';
import { TensorObject } from '../../tensors/tensorObject.ts';
import { currentTrace } from '../../trace.ts';
import type { LayerObject } from './layerObject.ts';

/** Penalties of all trainable weights (activity losses live in the trace that made them). */
export function layerLosses(layer: LayerObject) {
  return layer.trainableWeights.flatMap(weight =>
    weight.regularizer === null || weight.variable === null
      ? []
      : [weight.regularizer.apply(weight.variable.read())],
  );
}

const OUTSIDE = 'a loss or metric made of symbolic tensors outside of a functional model';

/** The graph that a symbolic tensor is added to; a layer's own, outside of every model, is not followed. */
function modelOf(py: Interpreter, owner: Value): ModelObject {
  if (owner instanceof ModelObject && owner.graph !== null) return owner;
  if (!py.running) throw new NotKnown(`${OUTSIDE} is not modelled`);
  throw raise(NotImplementedError, `${OUTSIDE} is not supported by Kerascope yet`, { code: 'not-supported' });
}

const isSymbolic = (item: Value): item is TensorObject =>
  item instanceof TensorObject && item.history !== null;

function addLoss(py: Interpreter, owner: Value, loss: Value, isOlder: boolean): void {
  for (const item of flatten([loss])) {
    if (isOlder && item instanceof Unknown && owner instanceof ModelObject) owner.unknownLoss = item.reason;
    // Inside of a layer's call, tensors of the graph outside are not followed.
    if (isOlder && isSymbolic(item) && !(owner instanceof ModelObject))
      currentTrace(py).unknownLoss = OUTSIDE;
    if (isOlder && isSymbolic(item)) addSymbolicLoss(modelOf(py, owner), item);
    else if (isSymbolic(item)) throw notInCall(py, item);
    else currentTrace(py).losses.push(ops.sum(floatTensorOf(py, item)));
  }
}

function notInCall(py: Interpreter, loss: TensorObject) {
  return raise(
    ValueError,
    `\`add_loss()\` can only be called from inside \`build()\` or \`call()\`, on a tensor input. Received invalid value: ${py.str(loss)}`,
    {
      explanation: message(
        'Keras 3 takes no loss made of the tensors of a model: call `add_loss` in the `call` of a layer.',
      ),
    },
  );
}

const addLossMethod = method('add_loss(self, loss, **options)', ([owner, loss, options], py) => {
  const isOlder = py.state(kerasVersionKey).current !== 3;
  const unexpected = [...(options as PyDict).keys()].find(name => !(isOlder && name === 'inputs'));
  if (unexpected !== undefined) {
    const text = `Layer.add_loss() got an unexpected keyword argument '${py.str(unexpected)}'`;
    throw raise(TypeError, text, { code: 'unknown-argument' });
  }
  if (isOlder && !py.running && flatten([loss]).some(item => item instanceof PyFunction))
    throw new NotKnown('Keras 2 computes this loss when the layer is called');
  addLoss(py, owner, loss, isOlder);
  return null;
});

const addMetricMethod = method(
  'add_metric(self, value, name=None, aggregation="mean", **options)',
  ([owner, value, name], py) => {
    if (isSymbolic(value)) addSymbolicMetric(py, modelOf(py, owner), value, py.str(name));
    else addMetric(py, owner as LayerObject, value, name);
    return null;
  },
);

export const lossMethods = [addLossMethod];

/** `add_metric`, which Keras 3 has no longer. */
export const addMetricEntry: [string, Value] = property('add_metric', (layer, py) => {
  if (py.state(kerasVersionKey).current < 3) return new BoundMethod(layer, addMetricMethod);
  throw raise(AttributeError, `'${classOf(layer).name}' object has no attribute 'add_metric'`, {
    explanation: message(
      'Keras 3 has no `add_metric`: make a `keras.metrics.Mean` in `__init__` and call its `update_state` in `call`.',
    ),
  });
});
