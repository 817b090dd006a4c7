/** The modules `tensorflow.*` that scripts mix with Keras. Keras itself is listed by the keras library. */
import type { DType } from '../../graph/dtypes.ts';
import { dtypes } from '../../graph/dtypes.ts';
import { ops } from '../../graph/index.ts';
import { SeedStream } from '../../graph/random.ts';
import { isStatic } from '../../graph/shapes.ts';
import { type NativeFunction, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { NotKnown, type Value } from '../../python/values.ts';
import './dataset.ts';
import { datasetClass } from '../keras/data/datasetObject.ts';
import { nextSeed, setSeed } from '../keras/naming.ts';
import { dimsOf, numberOf } from '../keras/objects/arguments.ts';
import { operations } from '../keras/ops/index.ts';
import { axesOf, define, integerOf, tensorsIn } from '../keras/ops/reading.ts';
import { assignLater } from '../keras/session.ts';
import { dtypeOf, tensorOf, wrap } from '../keras/tensors/conversion.ts';
import { shapeTuple, tensorClass } from '../keras/tensors/tensorObject.ts';
import { VariableObject } from '../keras/tensors/variableObject.ts';
import { gradientTapeClass } from './gradientTape.ts';

type Entries = readonly (readonly [string, Value])[];

function op(name: string): NativeFunction {
  const found = operations.get(name);
  if (found === undefined) throw new Error(`keras.ops has no ${name}`);
  return found;
}

function renamed(pairs: Readonly<Record<string, string>>): Entries {
  return Object.entries(pairs).map(([name, source]) => [name, op(source)] as const);
}

function reduce(name: string, compute: typeof ops.sum): NativeFunction {
  return define(`${name}(input_tensor, axis=None, keepdims=False, name=None)`, ([x, axis, keep], py) =>
    compute(tensorOf(py, x), axesOf(axis), py.truth(keep)),
  );
}

const reductions: Entries = [
  ['reduce_sum', reduce('reduce_sum', ops.sum)],
  ['reduce_mean', reduce('reduce_mean', ops.mean)],
  ['reduce_max', reduce('reduce_max', ops.max)],
  ['reduce_min', reduce('reduce_min', ops.min)],
  ['reduce_prod', reduce('reduce_prod', ops.prod)],
  ['reduce_all', reduce('reduce_all', ops.all)],
  ['reduce_any', reduce('reduce_any', ops.any)],
  ['reduce_std', reduce('reduce_std', ops.standardDeviation)],
  ['reduce_variance', reduce('reduce_variance', ops.variance)],
  ['reduce_logsumexp', reduce('reduce_logsumexp', ops.logSumExp)],
];

const elementwise = renamed({
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

const own: Entries = [
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
    ([x, depth, , , axis, dtype], py) =>
      ops.oneHot(tensorOf(py, x), integerOf(depth, 1), dtypeOf(py, dtype) ?? 'float32', integerOf(axis, -1)),
  ),
  define('argmax(input, axis=0, output_type=None, name=None)', ([x, axis], py) =>
    ops.argMax(tensorOf(py, x), integerOf(axis, 0)),
  ),
  define('argmin(input, axis=0, output_type=None, name=None)', ([x, axis], py) =>
    ops.argMin(tensorOf(py, x), integerOf(axis, 0)),
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
  define('matmul(a, b, transpose_a=False, transpose_b=False, name=None)', ([a, b, left, right], py) =>
    ops.matmul(tensorOf(py, a), tensorOf(py, b), { transposeA: py.truth(left), transposeB: py.truth(right) }),
  ),
  define('tensordot(a, b, axes, name=None)', ([a, b], py) => ops.dot(tensorOf(py, a), tensorOf(py, b))),
  define(
    'gather(params, indices, validate_indices=None, axis=0, batch_dims=0, name=None)',
    ([x, indices, , axis], py) => ops.gather(tensorOf(py, x), tensorOf(py, indices), integerOf(axis, 0)),
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
  define('where(condition, x=None, y=None, name=None)', ([condition, a, b], py) =>
    ops.select(tensorOf(py, condition), tensorOf(py, a), tensorOf(py, b)),
  ),
  define('identity(input, name=None)', ([x], py) => tensorOf(py, x)),
  define('stop_gradient(input, name=None)', ([x], py) => ops.stopGradient(tensorOf(py, x))),
].map(made => [made.name, made] as const);

const plain: Entries = [
  ['shape', native('shape(input, out_type=None, name=None)', ([x], py) => shapeTuple(tensorOf(py, x).shape))],
  ['rank', native('rank(input, name=None)', ([x], py) => tensorOf(py, x).shape.length)],
  ['size', op('size')],
  ['is_tensor', op('is_tensor')],
  ['zeros', op('zeros')],
  ['ones', op('ones')],
  ['zeros_like', op('zeros_like')],
  ['ones_like', op('ones_like')],
  ['eye', op('eye')],
  ['linspace', op('linspace')],
  ['range', op('arange')],
  ['fill', native('fill(dims, value, name=None)', ([dims, value], py) => py.call(op('full'), [dims, value]))],
  ['unstack', op('unstack')],
  ['split', op('split')],
  [
    'Variable',
    native(
      'Variable(initial_value=None, trainable=True, validate_shape=True, caching_device=None, name=None, variable_def=None, dtype=None, **kwargs)',
      ([value, trainable, , , name, , dtype], py) => {
        const tensor = tensorOf(py, value, dtypeOf(py, dtype));
        const made = new VariableObject(
          {
            name: name === null ? 'Variable' : py.str(name),
            shape: tensor.shape,
            dtype: tensor.dtype,
            trainable: py.truth(trainable),
            initial: 0,
          },
          py.span,
        );
        if (made.variable !== null) assignLater(py, made.variable, tensor);
        return made;
      },
    ),
  ],
  [
    'function',
    native(
      'function(func=None, *args, **kwargs)',
      ([callee]) => callee ?? native('decorator(func)', ([inner]) => inner),
    ),
  ],
  ['GradientTape', gradientTapeClass],
  ['Tensor', tensorClass],
  ['newaxis', null],
  ['__version__', '2.16.1'],
  ['executing_eagerly', native('executing_eagerly()', () => true)],
  ...dtypes.map(name => [name, name as DType] as const),
];

const nn = renamed({
  relu: 'relu',
  softmax: 'softmax',
  log_softmax: 'log_softmax',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  elu: 'elu',
  selu: 'selu',
  gelu: 'gelu',
  softplus: 'softplus',
  softsign: 'softsign',
  silu: 'silu',
  swish: 'silu',
  leaky_relu: 'leaky_relu',
  relu6: 'relu6',
  l2_normalize: 'l2_normalize',
});

const nnOwn: Entries = [
  define('softmax_cross_entropy_with_logits(labels, logits, axis=-1, name=None)', ([labels, logits], py) =>
    ops.softmaxCrossEntropy(tensorOf(py, logits), tensorOf(py, labels)),
  ),
  define('sparse_softmax_cross_entropy_with_logits(labels, logits, name=None)', ([labels, logits], py) =>
    ops.sparseSoftmaxCrossEntropy(tensorOf(py, logits), tensorOf(py, labels)),
  ),
  define('sigmoid_cross_entropy_with_logits(labels=None, logits=None, name=None)', ([labels, logits], py) => {
    const output = ops.toFloat(tensorOf(py, logits));
    const target = tensorOf(py, labels, output.dtype);
    return ops.add(
      ops.sub(ops.relu(output), ops.mul(output, target)),
      ops.softplus(ops.neg(ops.abs(output))),
    );
  }),
].map(made => [made.name, made] as const);

function draw(
  name: string,
  parameters: string,
  make: (shape: readonly number[], stream: SeedStream, a: number, b: number) => ReturnType<typeof ops.add>,
): NativeFunction {
  return native(
    `${name}(shape, ${parameters}, dtype=None, seed=None, name=None)`,
    ([shape, a, b, , seed], py) => {
      const dims = dimsOf(py, shape);
      if (!isStatic(dims)) throw new NotKnown('a dimension is not known');
      const stream = new SeedStream(typeof seed === 'number' ? seed : nextSeed(py));
      return wrap(py, make(dims, stream, numberOf(a) ?? 0, numberOf(b) ?? 1));
    },
  );
}

const random: Entries = [
  [
    'set_seed',
    native('set_seed(seed)', ([seed], py) => {
      setSeed(py, numberOf(seed) ?? 0);
      return null;
    }),
  ],
  [
    'normal',
    draw('normal', 'mean=0.0, stddev=1.0', (shape, stream, mean, deviation) =>
      ops.randomNormal(shape, stream, mean, deviation),
    ),
  ],
  [
    'uniform',
    draw('uniform', 'minval=0.0, maxval=1.0', (shape, stream, low, high) =>
      ops.randomUniform(shape, stream, low, high),
    ),
  ],
  [
    'truncated_normal',
    draw('truncated_normal', 'mean=0.0, stddev=1.0', (shape, stream, mean, deviation) =>
      ops.randomTruncatedNormal(shape, stream, mean, deviation),
    ),
  ],
];

const math: Entries = [
  ...elementwise,
  ...reductions,
  ...renamed({
    log: 'log',
    log1p: 'log1p',
    rsqrt: 'rsqrt',
    reciprocal: 'reciprocal',
    softplus: 'softplus',
    cumsum: 'cumsum',
    is_nan: 'isnan',
    is_inf: 'isinf',
    is_finite: 'isfinite',
    top_k: 'top_k',
    l2_normalize: 'l2_normalize',
    erf: 'erf',
    expm1: 'expm1',
    ceil: 'ceil',
    mod: 'mod',
    negative: 'negative',
  }),
  ...own.filter(([name]) => ['argmax', 'argmin'].includes(name)),
];

function module(
  name: string,
  entries: () => Iterable<readonly [string, Value]>,
  aliases: readonly string[] = [],
): LibraryModule {
  return {
    name: `tensorflow.${name}`,
    aliases: [`tensorflow.compat.v2.${name}`, ...aliases],
    entries,
    unmodelled: 'all',
  };
}

export const tensorflowModules: readonly LibraryModule[] = [
  {
    name: 'tensorflow',
    aliases: ['tensorflow.compat.v2'],
    entries: py => [...elementwise, ...reductions, ...own, ...plain, ['keras', py.importModule('keras')]],
    unmodelled: 'all',
  },
  module('nn', () => [...nn, ...nnOwn]),
  module('math', () => math),
  module('random', () => random),
  module('data', () => [
    ['Dataset', datasetClass],
    ['AUTOTUNE', -1],
  ]),
  module('linalg', () => [['matmul', own.find(([name]) => name === 'matmul')![1]]]),
];
