/** `keras.backend`: the functions of Keras 1 and 2 (`K.softmax`, `K.mean`) and the settings of Keras 3. */
import { ops } from '../../../graph/index.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { type NativeFunction, native, suspendable } from '../../../python/functions.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import { NotKnown, PyFloat, Unknown, type Value } from '../../../python/values.ts';
import { imageDataFormatKey } from '../imageDataFormat.ts';
import { numbers } from '../layers/base/weightValues.ts';
import { epsilon } from '../losses/definition.ts';
import { nextUid, resetNames } from '../naming.ts';
import { numberOf } from '../objects/arguments.ts';
import { operations } from '../ops/index.ts';
import { define, integerOf, reduction, unary } from '../ops/reading.ts';
import { writeVariables } from '../session.ts';
import { tensorOf } from '../tensors/conversion.ts';
import { visibleShape } from '../tensors/tensorObject.ts';
import { VariableObject } from '../tensors/variableObject.ts';
import { currentTrace as currentTraceOf } from '../trace.ts';

/** Names that differ from those of keras.ops. */
const renamed: readonly (readonly [string, string])[] = [
  ['pow', 'power'],
  ['softmax', 'softmax'],
  ['permute_dimensions', 'transpose'],
  ['concatenate', 'concatenate'],
  ['batch_flatten', 'ravel'],
];

const own: readonly NativeFunction[] = [
  define('concatenate(tensors, axis=-1)', ([tensors, axis], py) =>
    ops.concat(
      py.collect(tensors).map(item => tensorOf(py, item)),
      integerOf(axis, -1),
    ),
  ),
  define('batch_flatten(x)', ([x], py) => {
    const tensor = tensorOf(py, x);
    return ops.reshape(tensor, [tensor.shape[0], -1]);
  }),
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
  define('switch(condition, then_expression, else_expression)', ([condition, a, b], py) =>
    ops.select(tensorOf(py, condition), tensorOf(py, a), tensorOf(py, b)),
  ),
  define('flatten(x)', ([x], py) => ops.flatten(tensorOf(py, x))),
  define('argmax(x, axis=-1)', ([x, axis], py) => ops.argMax(tensorOf(py, x), integerOf(axis, -1))),
  define('cast(x, dtype)', ([x, dtype], py) => ops.cast(tensorOf(py, x), py.str(dtype) as 'float32')),
  define('constant(value, dtype=None, shape=None, name=None)', ([value], py) => tensorOf(py, value)),
  define('l2_normalize(x, axis=None)', ([x, axis], py) => {
    const tensor = ops.toFloat(tensorOf(py, x));
    const squares = ops.sum(ops.square(tensor), axis === null ? null : [integerOf(axis, -1)], true);
    return ops.mul(tensor, ops.rsqrt(ops.maximum(squares, 1e-12)));
  }),
  unary('stop_gradient', ops.stopGradient),
  reduction('sum', ops.sum),
];

const setImageDataFormat = native('set_image_data_format(data_format)', ([format], py) => {
  if (format instanceof Unknown) throw new NotKnown(format.reason);
  if (format !== 'channels_last' && format !== 'channels_first') {
    throw raise(
      ValueError,
      `The \`data_format\` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=${py.str(format)}`,
      { blame: { kind: 'argument', name: 'data_format' } },
    );
  }
  py.state(imageDataFormatKey).current = format;
  return null;
});

const settings: readonly (readonly [string, Value])[] = [
  ['epsilon', native('epsilon()', () => new PyFloat(epsilon))],
  ['floatx', native('floatx()', () => 'float32')],
  ['backend', native('backend()', () => 'tensorflow')],
  ['image_data_format', native('image_data_format()', (_args, py) => py.state(imageDataFormatKey).current)],
  ['set_image_data_format', setImageDataFormat],
  ['set_floatx', native('set_floatx(value)', () => null)],
  ['set_epsilon', native('set_epsilon(value)', () => null)],
  ['set_learning_phase', native('set_learning_phase(value)', () => null)],
  [
    'clear_session',
    native('clear_session(free_memory=True)', (_args, py) => {
      resetNames(py);
      return null;
    }),
  ],
  ['get_uid', native('get_uid(prefix="")', ([prefix], py) => nextUid(py, py.str(prefix)))],
  ['int_shape', native('int_shape(x)', ([x], py) => visibleShape(py, tensorOf(py, x).shape))],
  ['ndim', native('ndim(x)', ([x], py) => tensorOf(py, x).shape.length)],
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
  entries: () => [
    ...operations,
    ...renamed.map(([name, source]) => [name, operations.get(source)!] as const),
    ...own.map(item => [item.name, item] as const),
    ...settings,
  ],
  unmodelled: 'all',
};
