/** What NumPy's arrays have and tensors do not: TensorFlow answers with an AttributeError. */
import { AttributeError, NotImplementedError, raise } from '../../../python/errors.ts';
import { property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { StateKey } from '../../../python/state.ts';
import { NotKnown, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { currentTrace } from '../trace.ts';
import type { TensorObject } from './tensorObject.ts';

/** `tf.experimental.numpy.experimental_enable_numpy_behavior`: tensors take NumPy's methods and types from there on. */
export const numpyBehaviorKey = new StateKey<{ current: boolean }>('tensorflow.numpyBehavior', () => ({
  current: false,
}));

/** What a script writes in their place; null where only NumPy has it. */
const counterparts: Readonly<Record<string, string | null>> = {
  T: 'tf.transpose(x)',
  all: 'tf.reduce_all(x)',
  any: 'tf.reduce_any(x)',
  argmax: 'tf.argmax(x)',
  argmin: 'tf.argmin(x)',
  argsort: 'tf.argsort(x)',
  astype: 'tf.cast(x, dtype)',
  clip: 'tf.clip_by_value(x, low, high)',
  copy: 'tf.identity(x)',
  cumsum: 'tf.cumsum(x)',
  dot: 'tf.tensordot(x, y, 1)',
  fill: null,
  flatten: 'tf.reshape(x, [-1])',
  itemsize: null,
  max: 'tf.reduce_max(x)',
  mean: 'tf.reduce_mean(x)',
  min: 'tf.reduce_min(x)',
  nbytes: null,
  nonzero: 'tf.where(x)',
  prod: 'tf.reduce_prod(x)',
  ravel: 'tf.reshape(x, [-1])',
  repeat: 'tf.repeat(x, count)',
  reshape: 'tf.reshape(x, shape)',
  round: 'tf.round(x)',
  size: 'tf.size(x)',
  sort: 'tf.sort(x)',
  squeeze: 'tf.squeeze(x)',
  std: 'tf.math.reduce_std(x)',
  sum: 'tf.reduce_sum(x)',
  swapaxes: 'tf.transpose(x, axes)',
  take: 'tf.gather(x, indices)',
  tolist: 'x.numpy().tolist()',
  transpose: 'tf.transpose(x, axes)',
  var: 'tf.math.reduce_variance(x)',
};

/** Names for which TensorFlow adds where NumPy's behaviour can be turned on. */
const hinted = new Set(['T', 'astype', 'ravel', 'transpose', 'reshape', 'clip', 'size', 'tolist']);

/** What tensors of functional models have of these. */
const ofKerasTensors = new Set(['reshape', 'squeeze']);

function read(py: Interpreter, tensor: TensorObject, name: string): Value {
  const version = py.state(kerasVersionKey).current;
  const isFunctional = tensor.history !== null;
  const isTensorflow = py.modules.get('tensorflow') !== undefined;
  // Tensors of other backends have most of these.
  const isNumpy = py.state(numpyBehaviorKey).current;
  if (
    isNumpy ||
    version === 1 ||
    (!isFunctional && !isTensorflow) ||
    (isFunctional && ofKerasTensors.has(name))
  ) {
    if (!py.running) throw new NotKnown(`tensors of some backends have ${name}`);
    throw raise(NotImplementedError, `KerasTensor.${name} is not supported by Kerascope yet`);
  }
  const counterpart = counterparts[name];
  const explanation =
    counterpart === null
      ? message('A tensor has no `{0}` as NumPy’s arrays have.', name)
      : message('A tensor has no `{0}` as NumPy’s arrays have: `{1}` does it.', name, counterpart);
  throw raise(AttributeError, wordsFor(py, isFunctional, name), { explanation });
}

function wordsFor(py: Interpreter, isFunctional: boolean, name: string): string {
  if (isFunctional) return `'KerasTensor' object has no attribute '${name}'`;
  const isEager = currentTrace(py).purpose === 'session';
  const type = isEager ? 'EagerTensor' : 'SymbolicTensor';
  if (!hinted.has(name)) {
    const full = isEager ? 'tensorflow.python.framework.ops.EagerTensor' : type;
    return `'${full}' object has no attribute '${name}'`;
  }
  return `${type} object has no attribute '${name}'. \n        If you are looking for numpy-related methods, please run the following:\n        tf.experimental.numpy.experimental_enable_numpy_behavior()\n      `;
}

export const arrayNames = Object.keys(counterparts).map(name =>
  property(name, (tensor, py) => read(py, tensor as TensorObject, name)),
);
