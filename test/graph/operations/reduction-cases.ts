// Samples of reductions, running sums, softmax and sorting.
import { ops, type Tensor } from '../../../src/graph/index.ts';
import { indices, type OperationCase, one, shaped } from './operation-case.ts';

export const reductions: OperationCase[] = [
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
