/** keras.ops: reductions, sorting and running sums. */
import { ops } from '../../../graph/index.ts';
import { PyTuple } from '../../../python/values.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { tensorFunction } from '../tensors/operation.ts';
import { axesOf, define, integerOf, reduction } from './reading.ts';

export const reductions = [
  reduction('sum', ops.sum),
  reduction('mean', ops.mean),
  reduction('max', ops.max),
  reduction('min', ops.min),
  reduction('amax', ops.max),
  reduction('amin', ops.min),
  reduction('prod', ops.prod),
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
  define('cumsum(x, axis=None)', ([x, axis], py) =>
    ops.cumsum(axis === null ? ops.flatten(tensorOf(py, x)) : tensorOf(py, x), integerOf(axis, 0)),
  ),
  define('cumprod(x, axis=None)', ([x, axis], py) =>
    ops.cumprod(axis === null ? ops.flatten(tensorOf(py, x)) : tensorOf(py, x), integerOf(axis, 0)),
  ),
  define('sort(x, axis=-1)', ([x, axis], py) => ops.sort(tensorOf(py, x), integerOf(axis, -1))),
  define('argsort(x, axis=-1)', ([x, axis], py) => ops.argSort(tensorOf(py, x), integerOf(axis, -1))),
  tensorFunction('top_k(x, k, sorted=True)', ([x, k], py) => {
    const { values, indices } = ops.topK(tensorOf(py, x), integerOf(k, 1));
    return new PyTuple([wrap(py, values), wrap(py, indices)]);
  }),
  define('norm(x, ord=None, axis=None, keepdims=False)', ([x, order, axis, keep], py) => {
    const tensor = tensorOf(py, x);
    if (order === 1) return ops.sum(ops.abs(tensor), axesOf(axis), py.truth(keep));
    return ops.sqrt(ops.sum(ops.square(tensor), axesOf(axis), py.truth(keep)));
  }),
];
