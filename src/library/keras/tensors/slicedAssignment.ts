/** `variable[key].assign(value)`: TensorFlow gives what was cut out of a variable a way to write there. */
import { ops } from '../../../graph/index.ts';
import { constant } from '../../../graph/tensor.ts';
import { AttributeError, raise } from '../../../python/errors.ts';
import { native, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { NotKnown, PyTuple, type Value } from '../../../python/values.ts';
import type { NdArray } from '../../numpy/ndarray.ts';
import { currentTrace } from '../trace.ts';
import { hostArrayOf, tensorOf } from './conversion.ts';
import { circumstanceOf, withPythonErrors } from './operation.ts';
import { TensorObject } from './tensorObject.ts';
import type { VariableObject } from './variableObject.ts';

interface Slice {
  readonly variable: VariableObject;
  readonly key: Value;
}

const slices = new WeakMap<TensorObject, Slice>();

/** Keeps where in a variable a tensor comes from. */
export function rememberSlice(tensor: Value, variable: VariableObject, key: Value): void {
  if (tensor instanceof TensorObject) slices.set(tensor, { variable, key });
}

/** The places among a variable's values, row by row, that a key names, and their shape. */
function placesOf(py: Interpreter, shape: readonly number[], size: number, key: Value) {
  const numpy = py.importModule('numpy');
  const all = py.call(py.getAttribute(numpy, 'arange'), [size]);
  const found = py.getItem(py.callMethod(all, 'reshape', [new PyTuple([...shape])]), key);
  const { data, shape: named } = hostArrayOf(py.call(py.getAttribute(numpy, 'asarray'), [found]) as NdArray);
  return { numbers: data, shape: named };
}

/** Writes a value where the key says and gives the variable. */
function assignTo(py: Interpreter, { variable, key }: Slice, value: Value): VariableObject {
  const { shape, size } = variable;
  if (size === null) throw new NotKnown('the size of the variable is not known');
  const places = placesOf(py, shape as number[], size, key);
  const isWritten = new Float32Array(size);
  const sources = new Int32Array(size);
  places.numbers.forEach((place, source) => {
    isWritten[place] = 1;
    sources[place] = source;
  });
  if (places.numbers.length === 0) return variable;
  const trace = currentTrace(py);
  const next = withPythonErrors(py, circumstanceOf(py), () => {
    const given = ops.broadcastTo(tensorOf(py, value, variable.dtype), places.shape);
    const spread = ops.gather(ops.reshape(given, [-1]), constant(sources, [size], 'int32'), 0);
    const mask = ops.cast(constant(isWritten, [size], 'float32'), 'bool');
    return ops.reshape(ops.select(mask, spread, ops.reshape(variable.read(trace), [size])), shape);
  });
  variable.assign(trace, next);
  variable.hostValue = null;
  return variable;
}

/** `assign` of tensors that were cut out of a variable; the other ways to write stay the variable's own. */
export const sliceAssignment = [
  property('assign', self => {
    const slice = slices.get(self as TensorObject);
    if (slice === undefined) throw missing('assign', self as TensorObject);
    return native('assign(value, name=None)', ([value], py) => assignTo(py, slice, value));
  }),
  ...['assign_add', 'assign_sub'].map(name =>
    property(name, self => {
      throw missing(name, self as TensorObject);
    }),
  ),
];

function missing(name: string, self: TensorObject) {
  const explanation = slices.has(self)
    ? message('What is cut out of a variable has `assign` alone: `v[0].assign(v[0] + 1)`.')
    : message('A tensor is never changed; a `tf.Variable` is.');
  return raise(AttributeError, `'${self.cls.errorName}' object has no attribute '${name}'`, { explanation });
}
