// Sample applications of every operation, shared by the tests of shapes, gradients and backends.
import { type DType, ops, type Tensor } from '../../src/graph/index.ts';
import { loopCases } from './loop-cases.ts';

export interface OperationCase {
  readonly name: string;
  readonly inputs: readonly { shape: readonly number[]; low?: number; high?: number; dtype?: DType }[];
  readonly build: (...inputs: Tensor[]) => Tensor;
  /** Whether its gradient can be compared with finite differences. */
  readonly differentiable: boolean;
}

const one = (
  name: string,
  build: (x: Tensor) => Tensor,
  low = -2,
  high = 2,
  differentiable = true,
): OperationCase => ({
  name,
  inputs: [{ shape: [3, 5], low, high }],
  build,
  differentiable,
});

const unary: OperationCase[] = [
  one('neg', ops.neg),
  one('exp', ops.exp),
  one('log', ops.log, 0.3, 3),
  one('log1p', ops.log1p, -0.5, 3),
  one('expm1', ops.expm1),
  one('sqrt', ops.sqrt, 0.3, 4),
  one('rsqrt', ops.rsqrt, 0.3, 4),
  one('abs', ops.abs, 0.2, 2),
  one('sign', ops.sign, -2, 2, false),
  one('sin', ops.sin),
  one('cos', ops.cos),
  one('tan', ops.tan, -1, 1),
  one('asin', ops.asin, -0.8, 0.8),
  one('acos', ops.acos, -0.8, 0.8),
  one('atan', ops.atan),
  one('sinh', ops.sinh),
  one('cosh', ops.cosh),
  one('tanh', ops.tanh),
  one('asinh', ops.asinh),
  one('acosh', ops.acosh, 1.5, 3),
  one('atanh', ops.atanh, -0.8, 0.8),
  one('erf', ops.erf),
  one('sigmoid', ops.sigmoid),
  one('relu', ops.relu, 0.1, 2),
  one('relu negative', ops.relu, -2, -0.1),
  one('relu6', ops.relu6, 5, 5.9),
  one('elu', x => ops.elu(x, 0.7), -2, -0.1),
  one('selu', ops.selu, -2, -0.1),
  one('leakyRelu', x => ops.leakyRelu(x, 0.3), -2, -0.1),
  one('gelu', x => ops.gelu(x)),
  one('gelu approximate', x => ops.gelu(x, true)),
  one('silu', ops.silu),
  one('softplus', ops.softplus),
  one('logSigmoid', ops.logSigmoid),
  one('floor', ops.floor, -3, 3, false),
  one('ceil', ops.ceil, -3, 3, false),
  one('round', ops.round, -3, 3, false),
  one('reciprocal', ops.reciprocal, 0.5, 2),
  one('square', ops.square),
  one('isNaN', x => ops.isNan(ops.log(x)), -2, 2, false),
  one('isFinite', x => ops.isFiniteNumber(ops.log(x)), -2, 2, false),
  one('isInf', x => ops.isInf(ops.div(1, ops.relu(x))), -2, 2, false),
  one('flush', x => ops.flush(x)),
  one('toHalf', x => ops.toHalf(x), -3, 3, false),
  one('toHalf small', x => ops.toHalf(ops.mul(x, 1e-5)), -3, 3, false),
  one('toHalf large', x => ops.toHalf(ops.exp(x)), 8, 12, false),
  one('toBfloat16', x => ops.toBfloat16(x), -3, 3, false),
  one('toBfloat16 large', x => ops.toBfloat16(ops.mul(ops.exp(x), 1e30)), 8, 20, false),
  one('logicalNot', x => ops.logicalNot(ops.greater(x, 0)), -2, 2, false),
  one('cast', x => ops.cast(x, 'int32'), -5, 5, false),
  one('clip', x => ops.clip(x, -5, 5)),
];

const two = (
  name: string,
  build: (a: Tensor, b: Tensor) => Tensor,
  range: [number, number] = [0.5, 2],
  differentiable = true,
): OperationCase[] =>
  [
    [
      [3, 5],
      [3, 5],
    ],
    [[3, 5], [5]],
    [
      [2, 1, 4],
      [3, 1],
    ],
    [[4], []],
    [
      [1, 3],
      [2, 3],
    ],
    [
      [6, 1],
      [6, 7],
    ],
    [
      [2, 3, 8],
      [2, 1, 8],
    ],
  ].map(([a, b]) => ({
    name: `${name} ${JSON.stringify(a)} ${JSON.stringify(b)}`,
    inputs: [
      { shape: a, low: range[0], high: range[1] },
      { shape: b, low: range[0] + 0.05, high: range[1] },
    ],
    build,
    differentiable,
  }));

const binary: OperationCase[] = [
  ...two('add', ops.add, [-2, 2]),
  ...two('sub', ops.sub, [-2, 2]),
  ...two('mul', ops.mul, [-2, 2]),
  ...two('div', ops.div),
  ...two('pow', ops.pow),
  ...two('maximum', (a, b) => ops.maximum(a, ops.sub(b, 2))),
  ...two('minimum', (a, b) => ops.minimum(a, ops.sub(b, 2))),
  ...two('floorDivide', (a, b) => ops.floorDivide(a, ops.add(b, 0.0137)), [-4, 4], false),
  ...two('mod', (a, b) => ops.mod(a, ops.add(b, 3))),
  ...two('atan2', ops.atan2),
  ...two('squaredDifference', ops.squaredDifference),
  ...two('equal', (a, b) => ops.equal(ops.floor(a), ops.floor(b)), [0, 3], false),
  ...two('notEqual', (a, b) => ops.notEqual(ops.floor(a), ops.floor(b)), [0, 3], false),
  ...two('less', ops.less, [0, 3], false),
  ...two('lessEqual', ops.lessEqual, [0, 3], false),
  ...two('greater', ops.greater, [0, 3], false),
  ...two('greaterEqual', ops.greaterEqual, [0, 3], false),
  ...two('logicalAnd', (a, b) => ops.logicalAnd(ops.less(a, 1), ops.less(b, 1)), [0, 2], false),
  ...two('logicalOr', (a, b) => ops.logicalOr(ops.less(a, 1), ops.less(b, 1)), [0, 2], false),
  ...two('logicalXor', (a, b) => ops.logicalXor(ops.less(a, 1), ops.less(b, 1)), [0, 2], false),
  ...two('integer mul', (a, b) => ops.mul(ops.cast(a, 'int32'), ops.cast(b, 'int32')), [-9, 9], false),
  ...two('select', (a, b) => ops.select(ops.greater(ops.stopGradient(a), 1), ops.mul(a, b), ops.sub(b, a))),
];

const shaped = (
  name: string,
  shapes: readonly (readonly number[])[],
  build: (...inputs: Tensor[]) => Tensor,
  differentiable = true,
): OperationCase => ({ name, inputs: shapes.map(shape => ({ shape })), build, differentiable });

const reductions: OperationCase[] = [
  ...[null, [0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2]].flatMap(axes =>
    (['sum', 'mean', 'max', 'min', 'logSumExp', 'variance'] as const).map(name =>
      shaped(`${name} ${JSON.stringify(axes)}`, [[3, 4, 5]], x => ops[name](x, axes, axes?.length === 1)),
    ),
  ),
  ...[null, [0], [1], [-1]].map(axes => ({
    name: `prod ${JSON.stringify(axes)}`,
    inputs: [{ shape: [2, 3, 2], low: 0.5, high: 1.5 }],
    build: (x: Tensor) => ops.prod(x, axes),
    differentiable: true,
  })),
  shaped('any', [[3, 4]], x => ops.any(ops.greater(x, 0.9), [1]), false),
  shaped('all', [[3, 4]], x => ops.all(ops.greater(x, -0.9), [1]), false),
  shaped('integer sum', [[3, 4]], x => ops.sum(ops.cast(ops.mul(x, 9), 'int32'), [0]), false),
  shaped('integer max', [[3, 4]], x => ops.max(ops.cast(ops.mul(x, 9), 'int32'), [1]), false),
  shaped('sum of many', [[70, 33]], x => ops.sum(x, [0])),
  shaped('sum of rows', [[5, 67]], x => ops.sum(x, [1])),
  shaped('max of rows', [[5, 67]], x => ops.max(x, [1])),
  ...[0, 1, 2].flatMap(axis => [
    shaped(`argMax ${axis}`, [[3, 4, 5]], x => ops.argMax(x, axis), false),
    shaped(`argMin ${axis}`, [[3, 4, 5]], x => ops.argMin(x, axis, true), false),
    shaped(`cumsum ${axis}`, [[3, 4, 5]], x => ops.cumsum(x, axis)),
    shaped(`cumsum reverse ${axis}`, [[3, 4, 5]], x =>
      ops.cumsum(x, axis, { reverse: true, exclusive: true }),
    ),
    shaped(`softmax ${axis}`, [[3, 4, 5]], x => ops.softmax(x, axis)),
    shaped(`logSoftmax ${axis}`, [[3, 4, 5]], x => ops.logSoftmax(x, axis)),
    shaped(`sort ${axis}`, [[3, 4, 5]], x => ops.sort(x, axis)),
    shaped(`argSort ${axis}`, [[3, 4, 5]], x => ops.argSort(x, axis, true), false),
    shaped(`reverse ${axis}`, [[3, 4, 5]], x => ops.reverse(x, axis)),
    shaped(`roll ${axis}`, [[3, 4, 5]], x => ops.roll(x, 2, axis)),
    shaped(`repeat ${axis}`, [[3, 4, 5]], x => ops.repeat(x, 2, axis)),
    shaped(
      `concat ${axis}`,
      [
        [3, 4, 5],
        [3, 4, 5],
      ],
      (a, b) => ops.concat([a, b, a], axis),
    ),
    shaped(
      `stack ${axis}`,
      [
        [3, 4, 5],
        [3, 4, 5],
      ],
      (a, b) => ops.stack([a, b], axis),
    ),
    shaped(`gather ${axis}`, [[3, 4, 5]], x => ops.gather(x, indices([2, 0, 1, 1], [2, 2]), axis)),
  ]),
  { ...one('cumprod', x => ops.cumprod(x, 1), 0.5, 1.5) },
  shaped('topK', [[3, 6]], x => ops.topK(x, 2).values),
  shaped(
    'softmaxCrossEntropy',
    [
      [4, 3],
      [4, 3],
    ],
    (a, b) => ops.softmaxCrossEntropy(ops.mul(a, 3), ops.softmax(b)),
  ),
  shaped('sparseSoftmaxCrossEntropy', [[4, 3]], x =>
    ops.sparseSoftmaxCrossEntropy(x, indices([0, 2, 1, 1], [4])),
  ),
];

function indices(values: number[], shape: number[]): Tensor {
  return ops.cast(
    ops.reshape(ops.add(ops.gather(ops.range(100), ops.range(values.length)), constantList(values)), shape),
    'int32',
  );
}

function constantList(values: number[]): Tensor {
  const offsets = values.map((value, index) => value - index);
  return ops.concat(
    offsets.map(offset => ops.reshape(ops.toTensor(offset, 'int32'), [1])),
    0,
  );
}

const products: OperationCase[] = [
  shaped(
    'matmul',
    [
      [3, 4],
      [4, 5],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped(
    'matmul transposeA',
    [
      [4, 3],
      [4, 5],
    ],
    (a, b) => ops.matmul(a, b, { transposeA: true }),
  ),
  shaped(
    'matmul transposeB',
    [
      [3, 4],
      [5, 4],
    ],
    (a, b) => ops.matmul(a, b, { transposeB: true }),
  ),
  shaped(
    'matmul both',
    [
      [4, 3],
      [5, 4],
    ],
    (a, b) => ops.matmul(a, b, { transposeA: true, transposeB: true }),
  ),
  shaped(
    'matmul batch',
    [
      [2, 3, 4],
      [2, 4, 5],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped(
    'matmul batch transposeA',
    [
      [2, 4, 3],
      [2, 4, 9],
    ],
    (a, b) => ops.matmul(a, b, { transposeA: true }),
  ),
  shaped(
    'matmul batch transposeB',
    [
      [2, 3, 4],
      [2, 9, 4],
    ],
    (a, b) => ops.matmul(a, b, { transposeB: true }),
  ),
  shaped(
    'matmul broadcast',
    [
      [2, 1, 3, 4],
      [3, 4, 2],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped(
    'matmul rows',
    [
      [2, 3, 4],
      [4, 2],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped('matmul vector', [[3, 4], [4]], (a, b) => ops.matmul(a, b)),
  shaped('vector matmul', [[4], [4, 3]], (a, b) => ops.matmul(a, b)),
  shaped(
    'matmul larger',
    [
      [13, 21],
      [21, 19],
    ],
    (a, b) => ops.matmul(a, b),
  ),
  shaped(
    'matmul transposeA larger',
    [
      [21, 13],
      [21, 19],
    ],
    (a, b) => ops.matmul(a, b, { transposeA: true }),
  ),
  shaped(
    'matmul transposeB larger',
    [
      [13, 21],
      [19, 21],
    ],
    (a, b) => ops.matmul(a, b, { transposeB: true }),
  ),
  shaped(
    'dot',
    [
      [2, 3],
      [2, 3, 2],
    ],
    (a, b) => ops.dot(a, b),
  ),
  shaped(
    'einsum attention',
    [
      [2, 3, 2, 4],
      [2, 5, 2, 4],
    ],
    (a, b) => ops.einsum('bqhd,bkhd->bhqk', a, b),
  ),
  shaped(
    'einsum dense',
    [
      [2, 3, 4],
      [4, 2, 3],
    ],
    (a, b) => ops.einsum('abc,cde->abde', a, b),
  ),
  shaped(
    'einsum outer',
    [
      [2, 3],
      [2, 4],
    ],
    (a, b) => ops.einsum('...i,...j->...ij', a, b),
  ),
  shaped('einsum reduce', [[2, 3, 4]], a => ops.einsum('abc->ca', a)),
];

const windows: OperationCase[] = [
  shaped(
    'conv1D',
    [
      [2, 7, 3],
      [3, 3, 4],
    ],
    (x, k) => ops.convolution(x, k, { padding: 'causal', dilation: 2 }),
  ),
  shaped(
    'conv2D valid',
    [
      [2, 5, 6, 3],
      [3, 2, 3, 4],
    ],
    (x, k) => ops.convolution(x, k),
  ),
  shaped(
    'conv2D same strides',
    [
      [2, 5, 6, 2],
      [3, 3, 2, 9],
    ],
    (x, k) => ops.convolution(x, k, { padding: 'same', strides: 2 }),
  ),
  shaped(
    'conv2D dilation',
    [
      [1, 6, 6, 2],
      [2, 2, 2, 3],
    ],
    (x, k) => ops.convolution(x, k, { dilation: 2, padding: 'same' }),
  ),
  shaped(
    'conv2D groups',
    [
      [2, 4, 4, 4],
      [3, 3, 2, 6],
    ],
    (x, k) => ops.convolution(x, k, { groups: 2, padding: 'same' }),
  ),
  shaped(
    'conv2D 1x1',
    [
      [2, 4, 4, 5],
      [1, 1, 5, 6],
    ],
    (x, k) => ops.convolution(x, k),
  ),
  shaped(
    'conv3D',
    [
      [1, 3, 4, 3, 2],
      [2, 2, 2, 2, 3],
    ],
    (x, k) => ops.convolution(x, k, { padding: 'same' }),
  ),
  shaped(
    'depthwise',
    [
      [2, 5, 5, 3],
      [3, 3, 3, 2],
    ],
    (x, k) => ops.depthwiseConvolution(x, k, { strides: 2, padding: 'same' }),
  ),
  shaped(
    'depthwise one',
    [
      [2, 5, 5, 6],
      [3, 3, 6, 1],
    ],
    (x, k) => ops.depthwiseConvolution(x, k),
  ),
  shaped('maxPool same vectors', [[2, 5, 6, 8]], x =>
    ops.maxPool(x, { size: 3, strides: 2, padding: 'same' }),
  ),
  shaped(
    'depthwise vectors',
    [
      [2, 5, 6, 8],
      [3, 3, 8, 1],
    ],
    (x, k) => ops.depthwiseConvolution(x, k, { padding: 'same', strides: 2 }),
  ),
  shaped(
    'transposed valid',
    [
      [2, 3, 4, 3],
      [3, 3, 2, 3],
    ],
    (x, k) => ops.transposedConvolution(x, k, { strides: 2 }),
  ),
  shaped(
    'transposed same',
    [
      [2, 3, 4, 3],
      [3, 3, 2, 3],
    ],
    (x, k) => ops.transposedConvolution(x, k, { strides: 2, padding: 'same' }),
  ),
  shaped(
    'transposed output padding',
    [
      [1, 3, 3, 1],
      [3, 3, 2, 1],
    ],
    (x, k) => ops.transposedConvolution(x, k, { strides: 2, padding: 'same', outputPadding: 1 }),
  ),
  shaped('maxPool', [[2, 6, 5, 3]], x => ops.maxPool(x, { size: 2 })),
  shaped('maxPool same', [[2, 5, 5, 5]], x => ops.maxPool(x, { size: 3, strides: 2, padding: 'same' })),
  shaped('maxPool 1D', [[2, 7, 3]], x => ops.maxPool(x, { size: 2 })),
  shaped('averagePool', [[2, 6, 5, 3]], x => ops.averagePool(x, { size: 2 })),
  shaped('averagePool same', [[2, 5, 5, 5]], x =>
    ops.averagePool(x, { size: 3, strides: 2, padding: 'same' }),
  ),
  shaped('averagePool 3D', [[1, 4, 4, 4, 2]], x => ops.averagePool(x, { size: 2 })),
  shaped('resize nearest', [[1, 3, 4, 2]], x => ops.resize(x, 5, 6, 'nearest')),
  shaped('resize bilinear', [[1, 3, 4, 2]], x => ops.resize(x, 6, 3)),
];

const movements: OperationCase[] = [
  shaped('reshape', [[3, 4]], x => ops.reshape(x, [2, -1])),
  shaped('transpose', [[2, 3, 4]], x => ops.transpose(x, [2, 0, 1])),
  shaped('transpose matrix', [[5, 9]], x => ops.transpose(x)),
  shaped('expandDims', [[2, 3]], x => ops.expandDims(x, 1)),
  shaped('squeeze', [[2, 1, 3]], x => ops.squeeze(x)),
  shaped('broadcastTo', [[2, 1, 3]], x => ops.broadcastTo(x, [2, 2, 4, 3])),
  shaped('tile', [[2, 3]], x => ops.tile(x, [2, 2])),
  shaped('split', [[2, 7]], x => ops.split(x, [3, 4], 1)[1]),
  shaped('unstack', [[3, 4]], x => ops.unstack(x, 1)[2]),
  shaped('slice', [[4, 6]], x => ops.slice(x, [1, 0], [2, 3], [1, 2])),
  shaped('subscript', [[4, 6, 3]], x =>
    ops.subscript(x, [-1, { start: 5, stop: 0, step: -2 }, 'newaxis', { start: 1 }]),
  ),
  shaped('pad', [[2, 3]], x =>
    ops.pad(
      x,
      [
        [1, 0],
        [2, 1],
      ],
      'constant',
      7,
    ),
  ),
  shaped('pad crop', [[4, 3]], x =>
    ops.pad(x, [
      [-1, 2],
      [0, -1],
    ]),
  ),
  shaped('pad reflect', [[4, 3]], x =>
    ops.pad(
      x,
      [
        [2, 1],
        [0, 2],
      ],
      'reflect',
    ),
  ),
  shaped('pad symmetric', [[4, 3]], x =>
    ops.pad(
      x,
      [
        [2, 1],
        [0, 2],
      ],
      'symmetric',
    ),
  ),
  shaped('pad edge', [[4, 3]], x =>
    ops.pad(
      x,
      [
        [2, 1],
        [0, 2],
      ],
      'edge',
    ),
  ),
  shaped('tril', [[2, 3, 3]], x => ops.tril(x)),
  shaped('triu', [[3, 4]], x => ops.triu(x, 1)),
  shaped('takeAlongAxis', [[2, 3]], x => ops.takeAlongAxis(x, indices([2, 0, 1, 1], [2, 2]), 1)),
  shaped('gatherNd', [[3, 4, 2]], x => ops.gatherNd(x, indices([0, 1, 2, 3], [2, 2]))),
  shaped('scatterSum', [[4, 3]], x => ops.scatterSum(indices([0, 2, 2, 1], [4]), x, 5)),
  shaped(
    'scatterAdd',
    [
      [5, 3],
      [4, 3],
    ],
    (x, rows) => ops.scatterAdd(x, indices([0, 2, 2, 4], [4]), rows),
  ),
  shaped('scatterSum inner', [[2, 4, 3]], x => ops.scatterSum(indices([0, 2, 2, 1], [4]), x, 3, 1)),
  shaped('oneHot', [[4]], x => ops.oneHot(ops.cast(ops.mul(ops.abs(x), 3), 'int32'), 3), false),
];

/** x xᵀ + 2: symmetric, positive definite. */
const positive = (x: Tensor) => ops.add(ops.matmul(x, x, { transposeB: true }), ops.eye(3, 2));

const decompositions: OperationCase[] = [
  shaped('cholesky', [[2, 3, 3]], x => ops.cholesky(positive(x))),
  shaped('inverse', [[2, 3, 3]], x => ops.inverse(ops.add(x, ops.eye(3, 3)))),
  shaped('determinant', [[2, 3, 3]], x => ops.determinants(x).value),
  shaped('logarithm of the determinant', [[3, 3]], x => ops.determinants(x).logarithm),
  shaped('sign of the determinant', [[4, 3, 3]], x => ops.determinants(x).sign, false),
  shaped('luFactor', [[3, 4]], x => ops.luFactor(x).factors, false),
  shaped('qr', [[2, 4, 3]], x => ops.concat([ops.qr(x).q, ops.qr(x).r], -2)),
  shaped('qr complete', [[4, 2]], x => ops.qr(x, true).q, false),
  shaped('eigh', [[2, 3, 3]], x => ops.eigh(positive(x)).values),
  shaped('eigenvectors', [[3, 3]], x => ops.square(ops.eigh(positive(x)).vectors)),
  shaped('svd', [[2, 4, 3]], x => ops.svd(x).s),
  shaped('singular vectors', [[3, 4]], x => {
    const { u, s, vTransposed } = ops.svd(x, false);
    return ops.matmul(ops.mul(u, ops.sqrt(s)), vTransposed);
  }),
  shaped('solve', [[3, 3], [3]], (a, b) => ops.solve(ops.add(a, ops.eye(3, 3)), b)),
  shaped(
    'solveTriangular',
    [
      [3, 3],
      [3, 2],
    ],
    (a, b) => ops.solveTriangular(ops.add(a, ops.eye(3, 3)), b, true),
  ),
  shaped('pseudoInverse', [[4, 3]], x => ops.pseudoInverse(x)),
];

export const operationCases: readonly OperationCase[] = [
  ...unary,
  ...binary,
  ...reductions,
  ...products,
  ...windows,
  ...movements,
  ...decompositions,
  ...loopCases,
];
