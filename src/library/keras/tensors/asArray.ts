/** `tensor.numpy()`, and what `numpy.asarray` makes of a tensor. */
import type { Tensor } from '../../../graph/tensor.ts';
import { suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown, PyTuple, type Value } from '../../../python/values.ts';
import { abstractArray, type NdArray } from '../../numpy/ndarray.ts';
import { unknownScalar } from '../../numpy/scalars.ts';
import { valueSoon } from '../session.ts';
import { currentTrace } from '../trace.ts';
import { arrayFromHost, unknownArray, wrap } from './conversion.ts';
import { demandValue } from './symbolicValue.ts';
import { factsOfTensor } from './tensorFacts.ts';
import { TensorObject } from './tensorObject.ts';
import { bytesArray, textOf } from './text.ts';
import { tensorflowVariableClass } from './variableConstruction.ts';
import { VariableObject } from './variableObject.ts';

/** TensorFlow gives a number for a tensor without axes, Keras's own variables an array. */
function givesScalars(py: Interpreter, self: Value): boolean {
  if (py.modules.get('tensorflow') === undefined) return false;
  return self instanceof TensorObject || (self as VariableObject).cls === tensorflowVariableClass;
}

/** An array of the shape of a tensor, with what is known of its numbers. */
export function arrayWithFacts(tensor: Tensor): NdArray {
  const { shape, dtype } = tensor;
  if (dtype === 'string' || dtype === 'bfloat16') return unknownArray(shape, dtype);
  const { facts, madeAt } = factsOfTensor(tensor);
  const array = abstractArray(shape, dtype, facts);
  array.madeAt = madeAt;
  return array;
}

function unknownNumber({ tensor }: TensorObject): Value {
  if (tensor.dtype === 'string') throw new NotKnown('the text of a tensor is known when it runs');
  return unknownScalar(tensor.dtype === 'bfloat16' ? 'float32' : tensor.dtype);
}

export const numpyMethod = suspendableMethod('numpy(self)', function* ([self], py) {
  const object =
    self instanceof VariableObject ? wrap(py, self.read(currentTrace(py))) : (self as TensorObject);
  if (self === object) demandValue(py, object, 'numpy');
  const text = textOf(object.tensor);
  if (text !== undefined) return bytesArray(text, object.shape as number[]);
  const isScalar = object.shape.length === 0 && givesScalars(py, self);
  if (!py.running) return isScalar ? unknownNumber(object) : arrayWithFacts(object.tensor);
  // At once where that can be: `__repr__` of a class of the script's cannot wait.
  const value = yield* valueSoon(py, object);
  const array = arrayFromHost(value);
  return isScalar ? py.getItem(array, new PyTuple([])) : array;
});

/** The same for NumPy, which cannot wait where it does not have to. */
export const arrayMethod = suspendableMethod(
  '__array__(self, dtype=None, copy=None)',
  function* ([self, dtype], py) {
    const object =
      self instanceof VariableObject ? wrap(py, self.read(currentTrace(py))) : (self as TensorObject);
    if (self === object) demandValue(py, object, 'array');
    const text = textOf(object.tensor);
    if (text !== undefined && object.shape.length > 0) return bytesArray(text, object.shape as number[]);
    if (!py.running) return arrayWithFacts(object.tensor);
    const value = yield* valueSoon(py, object);
    const array = arrayFromHost(value);
    return dtype === null ? array : py.callMethod(array, 'astype', [dtype]);
  },
);
