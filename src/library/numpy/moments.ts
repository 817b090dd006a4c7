/** Means and variances. */

import type { Interpreter } from '../../python/interpreter.ts';
import type { PyComplex } from '../../python/values.ts';
import { asType, itemsOf } from './casting.ts';
import { refuseSquares } from './dates/reductions.ts';
import { isTime } from './dates/units.ts';
import { kindOf } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { type Facts, intervalFacts, noFacts } from './facts.ts';
import { abstractArray, concreteArray, type NdArray, requireData } from './ndarray.ts';
import { operation } from './operations.ts';
import { type Axes, normalizeAxes, type ReduceOptions, reduce } from './reductions.ts';
import { countOf, reducedShape } from './shapes.ts';
import { contiguousItems, fromItems } from './storage.ts';

/** `mean`: sums in the type NumPy sums in, then divides by the count. */
export function mean(
  array: NdArray,
  axes: Axes,
  options: ReduceOptions & { warn?: (text: string) => void } = {},
): NdArray {
  const kind = kindOf(array.dtype);
  const half = array.dtype === 'float16' && !options.dtype;
  const type = options.dtype ?? ('biu'.includes(kind) ? 'float64' : half ? 'float32' : array.dtype);
  const sum = reduce('add', array, axes, { ...options, dtype: type });
  const over = normalizeAxes(axes, array.rank);
  const count = over === null ? countOf(array.shape) : countOf(over.map(axis => array.shape[axis]));
  if (sum.data === null || count === null) {
    return abstractArray(sum.shape, half ? 'float16' : sum.dtype, meanFacts(array.facts));
  }
  if (count === 0) options.warn?.('Mean of empty slice.');
  const divided = divideBy(sum, count, options.py ?? null);
  return half ? asType(divided, 'float16') : asType(divided, type);
}

function meanFacts(known: Facts): Facts {
  const { minimum, maximum } = known;
  if (minimum === null || maximum === null) return noFacts;
  const slack = (Math.abs(minimum) + Math.abs(maximum)) * 1e-3;
  return intervalFacts({ minimum: minimum - slack, maximum: maximum + slack }, false, true);
}

function divideBy(array: NdArray, count: number, py: Interpreter | null): NdArray {
  const divisor = concreteArray(fromItems(Float64Array.of(count), [], 'int64'));
  return applyElementwise(operation('divide'), [array, divisor], { py });
}

/** `var`, and `std` when `root` is set. */
export function variance(
  array: NdArray,
  axes: Axes,
  options: ReduceOptions & { degrees?: number; root?: boolean; warn?: (text: string) => void } = {},
): NdArray {
  const kind = kindOf(array.dtype);
  if (isTime(array.dtype)) refuseSquares(array.dtype);
  const half = array.dtype === 'float16' && !options.dtype;
  const type = options.dtype ?? ('biu'.includes(kind) ? 'float64' : half ? 'float32' : array.dtype);
  const over = normalizeAxes(axes, array.rank);
  const count = over === null ? countOf(array.shape) : countOf(over.map(axis => array.shape[axis]));
  if (array.data === null || count === null) {
    const shape = reducedShape(array.shape, over, options.keepDimensions ?? false);
    return abstractArray(shape, half ? 'float16' : type.replace('complex128', 'float64'), noFacts);
  }
  const py = options.py ?? null;
  const source = asType(array, type);
  const average = divideBy(reduce('add', source, over, { keepDimensions: true, py }), count, py);
  const centred = applyElementwise(operation('subtract'), [source, asType(average, type)], { py });
  const squares =
    kindOf(type) === 'c'
      ? squaredMagnitudes(centred)
      : applyElementwise(operation('multiply'), [centred, centred], { py });
  const degrees = Math.max(0, count - (options.degrees ?? 0));
  if (degrees <= 0) options.warn?.('Degrees of freedom <= 0 for slice');
  const sum = reduce('add', squares, over, { keepDimensions: options.keepDimensions, py });
  let result = asType(divideBy(sum, degrees, py), squares.dtype);
  if (options.root) result = applyElementwise(operation('sqrt'), [result], { py });
  return half ? asType(result, 'float16') : result;
}

function squaredMagnitudes(array: NdArray): NdArray {
  const parts = requireData(array);
  const type = array.dtype === 'complex64' ? 'float32' : 'float64';
  const squares = (contiguousItems(parts) as PyComplex[]).map(
    value => value.real * value.real + value.imaginary * value.imaginary,
  );
  return concreteArray(fromItems(itemsOf(squares, type), parts.shape, type));
}
