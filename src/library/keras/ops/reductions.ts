/** keras.ops: reductions, sorting and running sums. */
import { ops } from '../../../graph/index.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import type { NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { PyTuple, type Value } from '../../../python/values.ts';
import { dtypeOf, operandOf, tensorOf, wrap } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { axesOf, define, integerOf, reduction } from './reading.ts';

/** A result in the dtype that was asked for. */
function inType(py: Interpreter, x: Tensor, dtype: Value): Tensor {
  return ops.cast(x, dtypeOf(py, dtype) ?? x.dtype);
}

/** A reduction that may start from a value. */
function bounded(
  name: string,
  compute: typeof ops.max,
  combine: (a: ops.Operand, b: ops.Operand) => Tensor,
): NativeFunction {
  return define(`${name}(x, axis=None, keepdims=False, initial=None)`, ([x, axis, keep, initial], py) => {
    const found = compute(tensorOf(py, x), axesOf(axis), py.truth(keep));
    return initial === null ? found : combine(found, operandOf(py, initial));
  });
}

export const reductions = [
  reduction('sum', ops.sum),
  reduction('mean', ops.mean),
  bounded('max', ops.max, ops.maximum),
  bounded('min', ops.min, ops.minimum),
  reduction('amax', ops.max),
  reduction('amin', ops.min),
  define('prod(x, axis=None, keepdims=False, dtype=None)', ([x, axis, keep, dtype], py) =>
    inType(py, ops.prod(tensorOf(py, x), axesOf(axis), py.truth(keep)), dtype),
  ),
  reduction('any', ops.any),
  reduction('all', ops.all),
  reduction('var', ops.variance),
  reduction('std', ops.standardDeviation),
  reduction('logsumexp', ops.logSumExp),
  define('argmax(x, axis=None, keepdims=False)', ([x, axis, keep], py) =>
    ops.argMax(tensorOf(py, x), axis === null ? null : integerOf(axis, 0), py.truth(keep)),
  ),
  define('argmin(x, axis=None, keepdims=False)', ([x, axis, keep], py) =>
    ops.argMin(tensorOf(py, x), axis === null ? null : integerOf(axis, 0), py.truth(keep)),
  ),
  define('count_nonzero(x, axis=None)', ([x, axis], py) => ops.countNonzero(tensorOf(py, x), axesOf(axis))),
  define('cumsum(x, axis=None, dtype=None)', ([x, axis, dtype], py) =>
    inType(
      py,
      ops.cumsum(axis === null ? ops.flatten(tensorOf(py, x)) : tensorOf(py, x), integerOf(axis, 0)),
      dtype,
    ),
  ),
  define('cumprod(x, axis=None, dtype=None)', ([x, axis, dtype], py) =>
    inType(
      py,
      ops.cumprod(axis === null ? ops.flatten(tensorOf(py, x)) : tensorOf(py, x), integerOf(axis, 0)),
      dtype,
    ),
  ),
  define('sort(x, axis=-1)', ([x, axis], py) => ops.sort(tensorOf(py, x), integerOf(axis, -1))),
  define('argsort(x, axis=-1)', ([x, axis], py) => ops.argSort(tensorOf(py, x), integerOf(axis, -1))),
  tensorFunction('top_k(x, k, sorted=True)', ([x, k], py) => {
    const { values, indices } = ops.topK(tensorOf(py, x), integerOf(k, 1));
    return new PyTuple([wrap(py, values), wrap(py, indices)]);
  }),
];
