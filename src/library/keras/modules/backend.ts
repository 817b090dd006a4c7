/** `keras.backend`: the functions of Keras 1 and 2 (`K.softmax`, `K.mean`) and the settings of Keras 3. */
import { gradients } from '../../../graph/autodiff.ts';
import { dtypes, isFloating, isInteger, promote } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { type NativeFunction, native, suspendable } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { PyFloat, PyList, type Value } from '../../../python/values.ts';
import { numbers } from '../layers/base/weightValues.ts';
import { nextUid, resetNames } from '../naming.ts';
import { dimsOf, numberOf } from '../objects/arguments.ts';
import { operations } from '../ops/index.ts';
import { define, integerOf, reduction, unary } from '../ops/reading.ts';
import { floatKey } from '../policy.ts';
import { writeVariables } from '../session.ts';
import { dtypeOf, isTensorLike, tensorOf, wrap } from '../tensors/conversion.ts';
import { flatten, mapStructure } from '../tensors/graphNode.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { isSymbolic, TensorObject, tensorClass, visibleShape } from '../tensors/tensorObject.ts';
import { VariableObject, variableClass } from '../tensors/variableObject.ts';
import { currentTrace as currentTraceOf } from '../trace.ts';
import { backendSource } from './backendSource.ts';
import { configuration, earlierConfiguration } from './configuration.ts';
import { namesOf } from './nameHistory.ts';

/** Names that differ from those of keras.ops. */
const renamed: readonly (readonly [string, string])[] = [
  ['pow', 'power'],
  ['softmax', 'softmax'],
  ['permute_dimensions', 'transpose'],
  ['concatenate', 'concatenate'],
];

/** Where a condition of fewer axes holds, one value, else the other. */
const choose = define('switch(condition, a, b)', ([condition, a, b], py) => {
  const [yes, no] = [tensorOf(py, a), tensorOf(py, b)];
  let test = tensorOf(py, condition);
  while (test.shape.length > 0 && test.shape.length < yes.shape.length) test = ops.expandDims(test, -1);
  return ops.select(test, yes, no);
});

const own: readonly NativeFunction[] = [
  define('concatenate(tensors, axis=-1)', ([tensors, axis], py) =>
    ops.concat(
      py.collect(tensors).map(item => tensorOf(py, item)),
      integerOf(axis, -1),
    ),
  ),
  define('pow(x, a)', ([x, a], py) => ops.pow(tensorOf(py, x), numberOf(a) ?? tensorOf(py, a))),
  define('permute_dimensions(x, pattern)', ([x, pattern], py) =>
    ops.transpose(
      tensorOf(py, x),
      py.collect(pattern).map(item => numberOf(item) ?? 0),
    ),
  ),
  define('reshape(x, shape)', ([x, shape], py) =>
    ops.reshape(
      tensorOf(py, x),
      py.collect(shape).map(item => numberOf(item) ?? null),
    ),
  ),
  define('clip(x, min_value, max_value)', ([x, low, high], py) =>
    ops.clip(tensorOf(py, x), numberOf(low) ?? tensorOf(py, low), numberOf(high) ?? tensorOf(py, high)),
  ),
  suspendable('switch(condition, then_expression, else_expression)', function* ([condition, a, b], py) {
    const both: Value[] = [];
    for (const branch of [a, b])
      both.push(
        isTensorLike(branch) || numberOf(branch) !== undefined ? branch : yield* py.callAndWait(branch, []),
      );
    return py.call(choose, [condition, ...both]);
  }),
  tensorFunction('gradients(loss, variables)', ([loss, variables], py) => {
    const sources = flatten([variables]);
    const read = (value: Value) =>
      value instanceof VariableObject ? value.read(currentTraceOf(py)) : tensorOf(py, value);
    const total = ops.sum(tensorOf(py, loss));
    const leaves = sources.map(read);
    // Before the batch's size is known only the shapes are.
    const found = isSymbolic(total)
      ? leaves.map(leaf => ops.abstractValue('gradients', [total, leaf], leaf.shape, leaf.dtype))
      : gradients(total, leaves);
    let index = 0;
    return mapStructure(variables instanceof PyList ? variables : new PyList(sources), () => {
      const gradient = found[index++];
      return gradient === null ? null : wrap(py, gradient);
    });
  }),
  define('flatten(x)', ([x], py) => ops.flatten(tensorOf(py, x))),
  define('constant(value, dtype=None, shape=None, name=None)', ([value, dtype, shape], py) => {
    const tensor = tensorOf(py, value, dtypeOf(py, dtype) ?? 'float32');
    return shape === null ? tensor : ops.broadcastTo(tensor, dimsOf(py, shape));
  }),
  define('l2_normalize(x, axis=None)', ([x, axis], py) => {
    const tensor = ops.toFloat(tensorOf(py, x));
    const squares = ops.sum(ops.square(tensor), axis === null ? null : [integerOf(axis, -1)], true);
    return ops.mul(tensor, ops.rsqrt(ops.maximum(squares, 1e-12)));
  }),
  unary('stop_gradient', ops.stopGradient),
  reduction('sum', ops.sum),
];

/** The dtype's name, for a name, a NumPy type or None (the default float). */
export const standardizeDtype = native('standardize_dtype(dtype)', ([dtype], py) => {
  if (dtype === null) return py.state(floatKey).current;
  const name = dtypeOf(py, dtype);
  if (name !== null && dtypes.includes(name)) return name;
  throw raise(ValueError, `Invalid dtype: ${py.str(dtype)}`);
});

const settings: readonly (readonly [string, Value])[] = [
  ...configuration,
  ['set_learning_phase', native('set_learning_phase(value)', () => null)],
  [
    'clear_session',
    native('clear_session(free_memory=True)', (_args, py) => {
      resetNames(py);
      return null;
    }),
  ],
  ['get_uid', native('get_uid(prefix="")', ([prefix], py) => nextUid(py, py.str(prefix)))],
  ['int_shape', native('int_shape(x)', ([x], py) => visibleShape(py, tensorOf(py, x).shape, x))],
  ['ndim', native('ndim(x)', ([x], py) => tensorOf(py, x).shape.length)],
  ['is_keras_tensor', native('is_keras_tensor(x)', ([x]) => x instanceof TensorObject && x.history !== null)],
  [
    'is_float_dtype',
    native('is_float_dtype(dtype)', ([dtype], py) => {
      const name = dtypeOf(py, dtype);
      return name !== null && isFloating(name);
    }),
  ],
  [
    'is_int_dtype',
    native('is_int_dtype(dtype)', ([dtype], py) => {
      const name = dtypeOf(py, dtype);
      return name !== null && isInteger(name);
    }),
  ],
  ['standardize_dtype', standardizeDtype],
  [
    'result_type',
    native('result_type(*dtypes)', ([given], py) => {
      const names = py.collect(given).map(item => dtypeOf(py, item) ?? 'float32');
      return names.length === 0 ? 'float32' : names.reduce((a, b) => promote(a, b));
    }),
  ],
  [
    'get_value',
    suspendable('get_value(x)', function* ([x], py) {
      if (x instanceof VariableObject && x.hostValue !== null) return new PyFloat(x.hostValue);
      return yield* py.callAndWait(py.getAttribute(x, 'numpy'), []);
    }),
  ],
  [
    'set_value',
    suspendable('set_value(x, value)', function* ([x, value], py) {
      const variable = x as VariableObject;
      const number = numberOf(value);
      if (variable.hostValue !== null && number !== undefined) variable.hostValue = number;
      if (py.running && variable.variable !== null)
        yield* writeVariables(py, [
          { variable: variable.variable, value: number === undefined ? numbers(py, value) : [number] },
        ]);
      return null;
    }),
  ],
  [
    'variable',
    native('variable(value, dtype=None, name=None, constraint=None)', ([value, , name], py) => {
      const tensor = tensorOf(py, value, 'float32');
      const made = new VariableObject(
        { name: name === null ? 'variable' : py.str(name), shape: tensor.shape, initial: 0 },
        py.span,
      );
      made.assign(currentTraceOf(py), tensor);
      return made;
    }),
  ],
];

export const backend: LibraryModule = {
  name: 'keras.backend',
  aliases: [
    'tensorflow.keras.backend',
    'keras.api.backend',
    'keras.src.backend',
    'tensorflow.python.keras.backend',
  ],
  source: backendSource,
  entries: () => [
    ...operations,
    ...renamed.map(([name, source]) => [name, operations.get(source)!] as const),
    ...own.map(item => [item.name, item] as const),
    ...settings,
    ...earlierConfiguration,
    ['Variable', variableClass],
    ['KerasTensor', tensorClass],
  ],
  unmodelled: namesOf('keras.backend'),
  openClasses: true,
};
