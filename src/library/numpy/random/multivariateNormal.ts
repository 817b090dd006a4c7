/** `multivariate_normal`: independent normals, turned by the singular vectors of the covariance. */
import { raise, ValueError } from '../../../python/errors.ts';
import type { Bound } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { touch, type Value } from '../../../python/values.ts';
import { shapeArgument } from '../arguments.ts';
import { asType } from '../casting.ts';
import { toArray } from '../conversion.ts';
import { abstractArray, concreteArray, requireNumbers } from '../ndarray.ts';
import { allocate, sizeOf } from '../storage.ts';
import type { RandomStream } from './streams.ts';

/** `multivariate_normal(mean, cov, size)` of a stream. */
export function multivariateNormal(
  stream: RandomStream,
  [meanValue, covarianceValue, size]: Bound,
  py: Interpreter,
): Value {
  const mean = toArray(meanValue, py);
  const covariance = asType(toArray(covarianceValue, py), 'float64');
  const dimensions = mean.shape[0] ?? null;
  if (mean.rank !== 1) throw raise(ValueError, 'mean must be 1 dimensional');
  const isSquare = covariance.rank === 2 && covariance.shape[0] === covariance.shape[1];
  if (!isSquare && !covariance.shape.includes(null))
    throw raise(ValueError, 'cov must be 2 dimensional and square');
  if (dimensions !== null && covariance.shape[0] !== null && covariance.shape[0] !== dimensions)
    throw raise(ValueError, 'mean and cov must have same length');
  const shape = size === null ? [] : shapeArgument(size, py);
  touch(stream);
  if (!py.running) return abstractArray([...shape, dimensions], 'float64');
  const factor = factorOf(covarianceValue, stream.legacy, py);
  const target = allocate([...(shape as number[]), dimensions!], 'float64');
  const items = target.items as Float64Array;
  const center = requireNumbers(asType(mean, 'float64'));
  const normals = Float64Array.from(items, () => stream.draws.normal());
  for (let row = 0; row < sizeOf(shape as number[]); row++) {
    for (let j = 0; j < dimensions!; j++) {
      let sum = 0;
      for (let k = 0; k < dimensions!; k++)
        sum += normals[row * dimensions! + k] * factor[k * dimensions! + j];
      items[row * dimensions! + j] = stream.legacy ? sum + center[j] : center[j] + sum;
    }
  }
  return concreteArray(target);
}

/** `sqrt(s)[:, None] * v` of the legacy functions, `(u * sqrt(s)).T` of the Generator. */
function factorOf(covariance: Value, legacy: boolean, py: Interpreter): ArrayLike<number> {
  const linalg = py.importModule('numpy.linalg');
  const [u, s, v] = py.collect(py.callMethod(linalg, 'svd', [covariance])).map(part => toArray(part, py));
  const [left, values, right] = [u, s, v].map(part => requireNumbers(asType(part, 'float64')));
  const n = values.length;
  return Float64Array.from({ length: n * n }, (_, index) => {
    const [k, j] = [Math.floor(index / n), index % n];
    return Math.sqrt(values[k]) * (legacy ? right[k * n + j] : left[j * n + k]);
  });
}
