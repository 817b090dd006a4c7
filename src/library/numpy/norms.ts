/** Norms of vectors and matrices, for `np.linalg.norm`. */
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyFloat, type Value } from '../../python/values.ts';
import { asType } from './casting.ts';
import { toArray } from './conversion.ts';
import { kindOf } from './dtypes.ts';
import { inexact, op, singular } from './matrixStacks.ts';
import type { NdArray } from './ndarray.ts';
import { dot } from './products.ts';
import { reduce } from './reductions.ts';
import { ravel } from './views.ts';

export function norm(
  array: NdArray,
  order: Value,
  axes: readonly number[] | null,
  keep: boolean,
  py: Interpreter,
): NdArray {
  const type = inexact(array);
  const x = kindOf(array.dtype) === 'c' ? op('absolute', py, array) : asType(array, type);
  if (order === null || (order === 'fro' && (axes?.length ?? array.rank) === 2)) {
    if (axes === null && !keep) {
      const flat = ravel(x);
      return op('sqrt', py, dot(flat, flat));
    }
    return op('sqrt', py, reduce('add', op('multiply', py, x, x), axes, { keepDimensions: keep }));
  }
  const over = axes ?? x.shape.map((_, axis) => axis);
  if (over.length > 2) throw raise(ValueError, 'Improper number of dimensions to norm.');
  if (typeof order === 'string') {
    if (over.length === 1) throw raise(ValueError, `Invalid norm order '${order}' for vectors`);
    if (!['nuc', 'fro', 'f'].includes(order)) throw raise(ValueError, 'Invalid norm order for matrices.');
  }
  const power = order instanceof PyFloat ? order.value : typeof order === 'number' ? order : Number.NaN;
  const magnitude = op('absolute', py, x);
  if (over.length === 1) return vectorNorm(magnitude, power, over, keep, py);
  if (order === 'nuc') return reduce('add', singular(x, false).s, null);
  if (power === 2 || power === -2)
    return reduce(power === 2 ? 'maximum' : 'minimum', singular(x, false).s, null);
  const [row, column] = over.map(axis => (axis < 0 ? axis + x.rank : axis));
  const first = Math.abs(power) === 1 ? row : column;
  const sums = reduce('add', magnitude, [first], { keepDimensions: true });
  const extreme = reduce(power > 0 ? 'maximum' : 'minimum', sums, [row, column], { keepDimensions: keep });
  if (Math.abs(power) !== 1 && Number.isFinite(power))
    throw raise(ValueError, 'Invalid norm order for matrices.');
  return extreme;
}

function vectorNorm(
  magnitude: NdArray,
  power: number,
  over: readonly number[],
  keep: boolean,
  py: Interpreter,
): NdArray {
  const options = { keepDimensions: keep };
  if (power === Number.POSITIVE_INFINITY) return reduce('maximum', magnitude, over, options);
  if (power === Number.NEGATIVE_INFINITY) return reduce('minimum', magnitude, over, options);
  if (power === 0)
    return reduce('add', asType(op('not_equal', py, magnitude, toArray(0)), magnitude.dtype), over, options);
  if (power === 1) return reduce('add', magnitude, over, options);
  if (power === 2)
    return op('sqrt', py, reduce('add', op('multiply', py, magnitude, magnitude), over, options));
  const sum = reduce('add', op('power', py, magnitude, toArray(new PyFloat(power))), over, options);
  return op('power', py, sum, toArray(new PyFloat(1 / power)));
}
