/** What a data set is made of: the parts of a structure as arrays and tensors. */
import { PyDict } from '../../python/collections.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyFloat, PyObject, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { isTensorLike } from '../keras/tensors/conversion.ts';
import { flatten, mapDict } from '../keras/tensors/graphNode.ts';
import { NdArray, numbersOf } from '../numpy/ndarray.ts';
import { isNumpyScalar } from '../numpy/scalars.ts';

/** The parts of a structure as arrays. Lists hold rows of one array here, so only tuples and dicts are structure. */
export function components(py: Interpreter, value: Value): Value {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value instanceof PyTuple) return new PyTuple(value.items.map(item => components(py, item)));
  if (value instanceof PyDict && value.lost === null) return mapDict(value, item => components(py, item));
  if (value instanceof NdArray || isTensorLike(value)) return value;
  const numpy = py.importModule('numpy');
  if (numpy instanceof Unknown) return value;
  const array = py.call(py.getAttribute(numpy, 'asarray'), [value]);
  return array instanceof NdArray && isOfPython(value) ? inTensorflowsType(py, array) : array;
}

function isOfPython(value: Value): boolean {
  return flatten([value]).every(
    leaf => !(leaf instanceof PyObject) || (leaf instanceof PyFloat && !isNumpyScalar(leaf)),
  );
}

/** TensorFlow keeps Python's numbers in 32 bits, where they fit. */
function inTensorflowsType(py: Interpreter, array: NdArray): Value {
  if (array.dtype === 'float64') return py.callMethod(array, 'astype', ['float32']);
  if (array.dtype !== 'int64') return array;
  const numbers = array.data === null ? [] : numbersOf(array);
  const isSmall = numbers?.every(item => Number(item) >= -(2 ** 31) && Number(item) < 2 ** 31) ?? false;
  return isSmall ? py.callMethod(array, 'astype', ['int32']) : array;
}
