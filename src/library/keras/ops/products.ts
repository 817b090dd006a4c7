/** keras.ops: products, and the functions of neural networks. */
import { ops } from '../../../graph/index.ts';
import { dimsAgree, ShapeError } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Value } from '../../../python/values.ts';
import { activationFunctions } from '../activations/index.ts';
import { binary as binaryCrossentropy, categorical, sparse } from '../losses/crossentropy.ts';
import { numberOf } from '../objects/arguments.ts';
import { tensorOf } from '../tensors/conversion.ts';
import { define, integerOf, numbersIn } from './reading.ts';

const fromLogits = 'target, output, from_logits=False, axis=-1';

/** How many axes, or which of each side, a tensordot sums over. */
type Contraction = number | readonly [readonly number[], readonly number[]];

function contraction(py: Interpreter, axes: Value): Contraction {
  const count = numberOf(axes);
  if (count !== undefined) return count;
  const [left, right] = py.collect(axes);
  return [numbersIn(py, left), numbersIn(py, right)];
}

/** numpy.tensordot: one product of matrices. */
export function tensordot(a: Tensor, b: Tensor, axes: Contraction): Tensor {
  const [left, right] =
    typeof axes === 'number'
      ? [
          a.shape.map((_, axis) => axis).slice(a.shape.length - axes),
          b.shape.map((_, axis) => axis).slice(0, axes),
        ]
      : [
          axes[0].map(axis => (axis < 0 ? axis + a.shape.length : axis)),
          axes[1].map(axis => (axis < 0 ? axis + b.shape.length : axis)),
        ];
  const freeLeft = a.shape.map((_, axis) => axis).filter(axis => !left.includes(axis));
  const freeRight = b.shape.map((_, axis) => axis).filter(axis => !right.includes(axis));
  const size = (x: Tensor, chosen: readonly number[]) =>
    chosen.reduce<number | null>((product, axis) => {
      const dim = x.shape[axis];
      return product === null || dim === null ? null : product * dim;
    }, 1);
  const [summed, other] = [size(a, left), size(b, right)];
  if (!dimsAgree(summed, other))
    throw new ShapeError('tensordot', `sums over ${summed} and ${other} elements`, {
      kind: 'product',
      shapes: [
        [size(a, freeLeft), summed],
        [other, size(b, freeRight)],
      ],
      sizes: [summed, other],
    });
  const inner = summed ?? other;
  const rows = ops.reshape(ops.transpose(a, [...freeLeft, ...left]), [
    inner === null ? size(a, freeLeft) : -1,
    inner,
  ]);
  const columns = ops.reshape(ops.transpose(b, [...right, ...freeRight]), [inner, size(b, freeRight) ?? -1]);
  return ops.reshape(ops.matmul(rows, columns), [
    ...freeLeft.map(axis => a.shape[axis]),
    ...freeRight.map(axis => b.shape[axis]),
  ]);
}

export const products = [
  define('matmul(x1, x2)', ([a, b], py) => ops.matmul(tensorOf(py, a), tensorOf(py, b))),
  define('dot(x1, x2)', ([a, b], py) => ops.dot(tensorOf(py, a), tensorOf(py, b))),
  define('einsum(subscripts, *operands)', ([text, operands], py) =>
    ops.einsum(py.str(text), ...py.collect(operands).map(item => tensorOf(py, item))),
  ),
  define('tensordot(x1, x2, axes=2)', ([a, b, axes], py) =>
    tensordot(tensorOf(py, a), tensorOf(py, b), contraction(py, axes)),
  ),
  define('vdot(x1, x2)', ([a, b], py) =>
    ops.sum(ops.mul(ops.flatten(tensorOf(py, a)), ops.flatten(tensorOf(py, b)))),
  ),
  define('outer(x1, x2)', ([a, b], py) =>
    ops.mul(
      ops.expandDims(ops.flatten(tensorOf(py, a)), -1),
      ops.expandDims(ops.flatten(tensorOf(py, b)), 0),
    ),
  ),
  ...activationFunctions.values(),
  define(`categorical_crossentropy(${fromLogits})`, ([target, output, logits, axis], py) => {
    const prediction = ops.toFloat(tensorOf(py, output));
    return categorical(
      tensorOf(py, target, prediction.dtype),
      prediction,
      py.truth(logits),
      integerOf(axis, -1),
    );
  }),
  define(`sparse_categorical_crossentropy(${fromLogits})`, ([target, output, logits, axis], py) =>
    sparse(tensorOf(py, target), ops.toFloat(tensorOf(py, output)), py.truth(logits), integerOf(axis, -1)),
  ),
  define('binary_crossentropy(target, output, from_logits=False)', ([target, output, logits], py) => {
    const prediction = ops.toFloat(tensorOf(py, output));
    return binaryCrossentropy(tensorOf(py, target, prediction.dtype), prediction, py.truth(logits));
  }),
  define('l2_normalize(x, axis=None)', ([x, axis], py) => {
    const tensor = ops.toFloat(tensorOf(py, x));
    return ops.mul(
      tensor,
      ops.rsqrt(
        ops.maximum(ops.sum(ops.square(tensor), axis === null ? null : numbersIn(py, axis), true), 1e-12),
      ),
    );
  }),
  define('in_top_k(targets, predictions, k)', ([targets, predictions, k], py) => {
    const output = tensorOf(py, predictions);
    const own = ops.sum(
      ops.mul(ops.oneHot(tensorOf(py, targets), output.shape.at(-1) ?? null, output.dtype), output),
      [-1],
      true,
    );
    return ops.less(ops.sum(ops.cast(ops.greater(output, own), 'int32'), [-1]), numberOf(k) ?? 1);
  }),
];
