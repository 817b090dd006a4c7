/** Functions at the top of `tensorflow` whose arguments are not those of keras.ops. */
import { dtypes, isInteger } from '../../graph/dtypes.ts';
import { ops } from '../../graph/index.ts';
import type { Axes } from '../../graph/operations/reduction.ts';
import type { Tensor } from '../../graph/tensor.ts';
import { mutedKey } from '../../python/builtins/streams.ts';
import { PyDict } from '../../python/collections.ts';
import { type NativeFunction, native, suspendable } from '../../python/functions.ts';
import { PyList, PyTuple, Unknown, type Value } from '../../python/values.ts';
import './dataset.ts';
import { dimsOf, numberOf } from '../keras/objects/arguments.ts';
import { customGradient } from '../keras/ops/control.ts';
import { operations } from '../keras/ops/index.ts';
import { tensordot } from '../keras/ops/products.ts';
import { axesOf, define, integerOf, knownIntegers, tensorsIn } from '../keras/ops/reading.ts';
import { filledWith } from '../keras/ops/shaping.ts';
import { arrayFromHost, dtypeOf, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { asElementType, elementType, elementTypeClass } from '../keras/tensors/elementType.ts';
import { tensorflowOperands } from '../keras/tensors/mixedTypes.ts';
import { tensorFunction } from '../keras/tensors/operation.ts';
import { shapeTuple, tensorClass } from '../keras/tensors/tensorObject.ts';
import { tensorflowVariableClass } from '../keras/tensors/variableConstruction.ts';
import { currentTrace } from '../keras/trace.ts';
import { gradientTapeClass } from './gradientTape.ts';
import { tensorflowFunction } from './tracedFunctions.ts';

/** What `tf.py_function` calls runs line by line, also inside of a function that is traced. */
const atOnce = suspendable('_at_once(func, args)', function* ([callee, args], py) {
  const trace = currentTrace(py);
  const outer = trace.eagerly;
  const muted = py.state(mutedKey);
  const { depth } = muted;
  trace.eagerly = true;
  muted.depth = 0;
  try {
    return yield* py.callAndWait(callee, py.collect(args));
  } finally {
    trace.eagerly = outer;
    muted.depth = depth;
  }
});

/** Has `tell` called with the values of tensors after each step of the training that is traced now; else gives False. */
const later = native('_later(tensors, tell)', ([tensors, tell], py) => {
  if (!py.running) return true;
  const trace = currentTrace(py);
  if (trace.purpose === 'session') return false;
  if (trace.purpose === 'step')
    trace.prints.push({
      tensors: py.collect(tensors).map(tensor => ops.identity(tensorOf(py, tensor))),
      tell: values => py.call(tell, [new PyList(values.map(value => arrayFromHost(value)))]),
    });
  return true;
});

export type Entries = readonly (readonly [string, Value])[];

function op(name: string): NativeFunction {
  const found = operations.get(name);
  if (found === undefined) throw new Error(`keras.ops has no ${name}`);
  return found;
}

/** Functions of keras.ops under TensorFlow's names and parameters: one or two tensors and a `name`. */
export function renamed(pairs: Readonly<Record<string, string>>, ...first: readonly string[]): Entries {
  const tensors = first.length === 0 ? ['x', 'y'] : first;
  return Object.entries(pairs).map(([name, source]) => [name, taking(name, op(source), tensors)] as const);
}

function taking(name: string, compute: NativeFunction, tensors: readonly string[]): NativeFunction {
  const required = compute.signature.parameters.filter(item => item.default === undefined);
  const names = tensors.slice(0, required.length);
  const rest = compute.signature.parameters.slice(required.length);
  // What keras.ops lets be chosen besides keeps its place in front of the name.
  const chosen = rest.map(item => `${item.name}=${item.defaultText}`);
  return native(
    `${name}(${[...names, ...chosen, 'name=None'].join(', ')})`,
    (values, py) => {
      const given = values.slice(0, -1);
      if (names.length !== 2) return py.call(compute, given);
      const [x, y] = tensorflowOperands(py, compute.signature.name, given[0], given[1]);
      return py.call(compute, [x, y, ...given.slice(2)]);
    },
    compute.documentation ?? undefined,
  );
}

function reduce(name: string, compute: typeof ops.sum): NativeFunction {
  // TensorFlow 1 called them `reduction_indices` and `keep_dims`.
  return define(
    `${name}(input_tensor, axis=None, keepdims=False, name=None, reduction_indices=None, keep_dims=False)`,
    ([x, axis, keep, , indices, kept], py) =>
      compute(tensorOf(py, x), axesOf(axis ?? indices), py.truth(keep) || py.truth(kept)),
  );
}

/** The mean; of whole numbers a whole one, cut towards zero, as TensorFlow's kernel divides. */
function meanInKind(x: ops.Operand, axes?: Axes, keepDims = false): Tensor {
  const tensor = ops.toTensor(x);
  if (!isInteger(tensor.dtype)) return ops.mean(tensor, axes, keepDims);
  return ops.cast(ops.mean(ops.cast(tensor, 'float64'), axes, keepDims), tensor.dtype);
}

export const reductions: Entries = [
  ['reduce_sum', reduce('reduce_sum', ops.sum)],
  ['reduce_mean', reduce('reduce_mean', meanInKind)],
  ['reduce_max', reduce('reduce_max', ops.max)],
  ['reduce_min', reduce('reduce_min', ops.min)],
  ['reduce_prod', reduce('reduce_prod', ops.prod)],
  ['reduce_all', reduce('reduce_all', ops.all)],
  ['reduce_any', reduce('reduce_any', ops.any)],
  ['reduce_std', reduce('reduce_std', ops.standardDeviation)],
  ['reduce_variance', reduce('reduce_variance', ops.variance)],
  ['reduce_logsumexp', reduce('reduce_logsumexp', ops.logSumExp)],
];

export const elementwise = renamed({
  abs: 'abs',
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  maximum: 'maximum',
  minimum: 'minimum',
  exp: 'exp',
  sqrt: 'sqrt',
  square: 'square',
  pow: 'power',
  sign: 'sign',
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  floor: 'floor',
  round: 'round',
  equal: 'equal',
  not_equal: 'not_equal',
  less: 'less',
  less_equal: 'less_equal',
  greater: 'greater',
  greater_equal: 'greater_equal',
  logical_and: 'logical_and',
  logical_or: 'logical_or',
  logical_not: 'logical_not',
});

/** Sizes of parts of which one may be -1: the rest. */
function filledSizes(sizes: readonly number[], whole: number | null): number[] {
  const rest = (whole ?? 0) - sizes.reduce((sum, size) => sum + Math.max(0, size), 0);
  return sizes.map(size => (size < 0 ? rest : size));
}

/** Entries of each batch element's own rows. */
function batchedGather(x: Tensor, indices: Tensor, leading: number): Tensor {
  const [batch, size] = [x.shape.slice(0, leading), x.shape[leading] ?? null];
  const inner = indices.shape.slice(leading);
  if (size === null || batch.includes(null))
    return ops.abstractValue(
      'gather',
      [x, indices],
      [...batch, ...inner, ...x.shape.slice(leading + 1)],
      x.dtype,
    );
  const count = (batch as number[]).reduce((product, dim) => product * dim, 1);
  const flat = ops.reshape(x, [count * size, ...x.shape.slice(leading + 1)]);
  const first = ops.mul(ops.range(count), size);
  const offsets = ops.reshape(first, [...batch, ...inner.map(() => 1)]);
  return ops.gather(flat, ops.add(ops.cast(indices, 'int32'), offsets), 0);
}

export const own: Entries = [
  define('constant(value, dtype=None, shape=None, name=None)', ([value, dtype, shape], py) => {
    const tensor = tensorOf(py, value, dtypeOf(py, dtype));
    return shape === null
      ? tensor
      : ops.reshape(
          tensor.shape.length === 0 ? ops.broadcastTo(tensor, dimsOf(py, shape)) : tensor,
          dimsOf(py, shape),
        );
  }),
  define('convert_to_tensor(value, dtype=None, dtype_hint=None, name=None)', ([value, dtype], py) =>
    tensorOf(py, value, dtypeOf(py, dtype)),
  ),
  define('cast(x, dtype, name=None)', ([x, dtype], py) =>
    ops.cast(tensorOf(py, x), dtypeOf(py, dtype) ?? 'float32'),
  ),
  define('reshape(tensor, shape, name=None)', ([x, shape], py) =>
    ops.reshape(tensorOf(py, x), dimsOf(py, shape)),
  ),
  define(
    'one_hot(indices, depth, on_value=None, off_value=None, axis=-1, dtype=None, name=None)',
    ([x, depth, on, off, axis, dtype], py) => {
      const type = dtypeOf(py, dtype) ?? 'float32';
      const hot = ops.oneHot(tensorOf(py, x), integerOf(depth, 1), type, integerOf(axis, -1));
      if (on === null && off === null) return hot;
      return ops.select(ops.cast(hot, 'bool'), numberOf(on) ?? 1, numberOf(off) ?? 0);
    },
  ),
  define('argmax(input, axis=0, output_type=None, name=None)', ([x, axis, type], py) =>
    ops.cast(ops.argMax(tensorOf(py, x), integerOf(axis, 0)), dtypeOf(py, type) ?? 'int64'),
  ),
  define('argmin(input, axis=0, output_type=None, name=None)', ([x, axis, type], py) =>
    ops.cast(ops.argMin(tensorOf(py, x), integerOf(axis, 0)), dtypeOf(py, type) ?? 'int64'),
  ),
  define('concat(values, axis, name="concat")', ([values, axis], py) =>
    ops.concat(tensorsIn(py, values), integerOf(axis, 0)),
  ),
  define('stack(values, axis=0, name="stack")', ([values, axis], py) =>
    ops.stack(tensorsIn(py, values), integerOf(axis, 0)),
  ),
  define('expand_dims(input, axis, name=None)', ([x, axis], py) =>
    ops.expandDims(tensorOf(py, x), integerOf(axis, 0)),
  ),
  define('squeeze(input, axis=None, name=None)', ([x, axis], py) =>
    ops.squeeze(tensorOf(py, x), axesOf(axis)),
  ),
  define('transpose(a, perm=None, conjugate=False, name="transpose")', ([x, order], py) =>
    ops.transpose(
      tensorOf(py, x),
      order === null ? null : py.collect(order).map(item => numberOf(item) ?? 0),
    ),
  ),
  define(
    'matmul(a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False, b_is_sparse=False, output_type=None, grad_a=False, grad_b=False, name=None)',
    ([first, second, left, right, adjointLeft, adjointRight], py) => {
      const [a, b] = tensorflowOperands(py, 'matmul', first, second);
      return ops.matmul(tensorOf(py, a), tensorOf(py, b), {
        transposeA: py.truth(left) || py.truth(adjointLeft),
        transposeB: py.truth(right) || py.truth(adjointRight),
      });
    },
  ),
  define('tensordot(a, b, axes, name=None)', ([a, b, axes], py) => {
    const count = numberOf(axes);
    const pair = count === undefined ? py.collect(axes).map(item => knownIntegers(py, item)) : null;
    return tensordot(tensorOf(py, a), tensorOf(py, b), count ?? [pair![0], pair![1]]);
  }),
  define(
    'gather(params, indices, validate_indices=None, axis=0, batch_dims=0, name=None)',
    ([x, indices, , axis, batch], py) => {
      const [tensor, places] = [tensorOf(py, x), tensorOf(py, indices)];
      const leading = integerOf(batch, 0);
      return leading === 0
        ? ops.gather(tensor, places, integerOf(axis, 0))
        : batchedGather(tensor, places, leading);
    },
  ),
  define('tile(input, multiples, name=None)', ([x, multiples], py) =>
    ops.tile(
      tensorOf(py, x),
      py.collect(multiples).map(item => numberOf(item) ?? 1),
    ),
  ),
  define('clip_by_value(t, clip_value_min, clip_value_max, name=None)', ([x, low, high], py) =>
    ops.clip(tensorOf(py, x), numberOf(low) ?? tensorOf(py, low), numberOf(high) ?? tensorOf(py, high)),
  ),
  define('identity(input, name=None)', ([x], py) => tensorOf(py, x)),
  define('stop_gradient(input, name=None)', ([x], py) => ops.stopGradient(tensorOf(py, x))),
].map(made => [made.name, made] as const);

/** `tf.float32` and the others, and what makes one of a name. */
export const elementTypes: Entries = [
  ...dtypes.map(name => [name, elementType(name)] as const),
  ['half', elementType('float16')],
  ['double', elementType('float64')],
  ['DType', elementTypeClass],
  ['as_dtype', native('as_dtype(type_value)', ([value], py) => asElementType(py, value))],
];

export const plain: Entries = [
  [
    'shape',
    native('shape(input, out_type=None, name=None)', ([x], py) => {
      // Sizes are tensors: one that a model does not know before it runs is a number all the same.
      const sizes = (shapeTuple(tensorOf(py, x).shape) as PyTuple).items;
      return new PyTuple(
        sizes.map(
          size => size ?? (py.running ? null : new Unknown('this size is known when it runs', 'int')),
        ),
      );
    }),
  ],
  ['rank', native('rank(input, name=None)', ([x], py) => tensorOf(py, x).shape.length)],
  ['size', op('size')],
  ['is_tensor', op('is_tensor')],
  ['zeros', op('zeros')],
  ['ones', op('ones')],
  ['zeros_like', op('zeros_like')],
  ['ones_like', op('ones_like')],
  ['eye', op('eye')],
  ['linspace', op('linspace')],
  [
    'range',
    native('range(start, limit=None, delta=1, dtype=None, name="range")', ([start, limit, step, dtype], py) =>
      py.call(op('arange'), [start, limit, step], PyDict.fromStrings([['dtype', dtype]])),
    ),
  ],
  [
    'fill',
    define('fill(dims, value, name=None)', ([dims, value], py) =>
      filledWith(py, dimsOf(py, dims), value, null),
    ),
  ],
  [
    'where',
    suspendable('where(condition, x=None, y=None, name=None)', function* ([condition, a, b], py) {
      const found = yield* py.callAndWait(op('where'), [condition, a, b]);
      if (a !== null || !(found instanceof PyList)) return found;
      return py.call(op('stack'), [found], PyDict.fromStrings([['axis', -1]]));
    }),
  ],
  ['unstack', op('unstack')],
  [
    'split',
    tensorFunction(
      'split(value, num_or_size_splits, axis=0, num=None, name="split")',
      ([x, parts, axis], py) => {
        const tensor = tensorOf(py, x);
        const along = integerOf(axis, 0);
        const count = numberOf(parts);
        const size = tensor.shape.at(along) ?? null;
        const sizes = count ?? filledSizes(knownIntegers(py, parts), size);
        return new PyList(ops.split(tensor, sizes, along).map(item => wrap(py, item)));
      },
    ),
  ],
  ['function', tensorflowFunction],
  ['_at_once', atOnce],
  ['_later', later],
  ['Variable', tensorflowVariableClass],
  ['custom_gradient', customGradient],
  ['GradientTape', gradientTapeClass],
  ['Tensor', tensorClass],
  ['newaxis', null],
  ['__version__', '2.16.1'],
  ['executing_eagerly', native('executing_eagerly()', () => true)],
  ...elementTypes,
];
