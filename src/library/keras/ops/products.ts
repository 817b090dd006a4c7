/** keras.ops: products, and the functions of neural networks. */
import { ops } from '../../../graph/index.ts';
import { activationFunctions } from '../activations/index.ts';
import { binary as binaryCrossentropy, categorical, sparse } from '../losses/crossentropy.ts';
import { numberOf } from '../objects/arguments.ts';
import { tensorOf } from '../tensors/conversion.ts';
import { define, integerOf, numbersIn } from './reading.ts';

const fromLogits = 'target, output, from_logits=False, axis=-1';

export const products = [
  define('matmul(x1, x2)', ([a, b], py) => ops.matmul(tensorOf(py, a), tensorOf(py, b))),
  define('dot(x1, x2)', ([a, b], py) => ops.dot(tensorOf(py, a), tensorOf(py, b))),
  define('einsum(subscripts, *operands)', ([text, operands], py) =>
    ops.einsum(py.str(text), ...py.collect(operands).map(item => tensorOf(py, item))),
  ),
  define('outer(x1, x2)', ([a, b], py) =>
    ops.mul(
      ops.expandDims(ops.flatten(tensorOf(py, a)), -1),
      ops.expandDims(ops.flatten(tensorOf(py, b)), 0),
    ),
  ),
  ...activationFunctions.values(),
  define('log_sigmoid(x)', ([x], py) => ops.logSigmoid(tensorOf(py, x))),
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
    return ops.less(ops.sum(ops.cast(ops.greater(output, own), 'float32'), [-1]), numberOf(k) ?? 1);
  }),
];
