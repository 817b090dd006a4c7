/** Order statistics, histograms, differences, interpolation, covariance. */

import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, type Value } from '../../python/values.ts';
import { integerArgument, numberArgument } from './arguments.ts';
import { asType } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { kindOf, promoteTypes } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { counting, floats } from './histograms.ts';
import { concatenate, sliceAxis } from './joining.ts';
import { abstractArray, concreteArray, type NdArray, requireNumbers } from './ndarray.ts';
import { operation } from './operations.ts';
import { orders } from './orderStatistics.ts';
import { normalizeAxis } from './shapes.ts';
import { fromItems, type NumberItems } from './storage.ts';
import { ravel, reshape } from './views.ts';

export function difference(array: NdArray, axis: number, py: Interpreter): NdArray {
  const along = normalizeAxis(axis, array.rank);
  const length = array.shape[along];
  const parts =
    length === null
      ? [sliceAxis(array, along, null, null), sliceAxis(array, along, null, null)]
      : [
          sliceAxis(array, along, Math.min(1, length), length),
          sliceAxis(array, along, 0, Math.max(0, length - 1)),
        ];
  return applyElementwise(operation(array.dtype === 'bool' ? 'not_equal' : 'subtract'), parts, { py });
}

/** The points and heights to interpolate between; with a period, one more on each side of it. */
function knots(
  points: ArrayLike<number>,
  heights: ArrayLike<number>,
  period: number | null,
): readonly (readonly number[])[] {
  if (period === null) return [Array.from(points), Array.from(heights)];
  const pairs = Array.from(points, (point, i) => [((point % period) + period) % period, heights[i]] as const);
  pairs.sort((a, b) => a[0] - b[0]);
  const [first, last] = [pairs[0], pairs[pairs.length - 1]];
  const around = [[last[0] - period, last[1]] as const, ...pairs, [first[0] + period, first[1]] as const];
  return [around.map(pair => pair[0]), around.map(pair => pair[1])];
}

const differences = [
  define(
    'diff(a, n=1, axis=-1, prepend=<no value>, append=<no value>)',
    'Differences of neighbours.',
    ([a, n, axis, before, after], py) => {
      let array = toArray(a, py);
      if (array.rank === 0) throw raise(ValueError, 'diff requires input that is at least one dimensional');
      const along = normalizeAxis(integerArgument(axis, py), array.rank);
      const edge = (value: Value): NdArray => {
        const own = toArray(value, py);
        return own.rank === 0
          ? reshape(
              own,
              array.shape.map(() => 1),
            )
          : own;
      };
      if (before !== '<no value>') array = concatenate([edge(before), array], along);
      if (after !== '<no value>') array = concatenate([array, edge(after)], along);
      const times = integerArgument(n, py);
      if (times < 0) throw raise(ValueError, `order must be non-negative but got ${times}`);
      for (let i = 0; i < times; i++) array = difference(array, along, py);
      return array;
    },
  ),
  define(
    'ediff1d(ary, to_end=None, to_begin=None)',
    'Differences of neighbours, flattened.',
    ([a, end, begin], py) => {
      const parts = [difference(ravel(toArray(a, py)), 0, py)];
      if (begin !== null) parts.unshift(ravel(toArray(begin, py)));
      if (end !== null) parts.push(ravel(toArray(end, py)));
      return concatenate(parts, 0, toArray(a, py).dtype);
    },
  ),
  define(
    'interp(x, xp, fp, left=None, right=None, period=None)',
    'Piecewise linear interpolation.',
    ([x, xp, fp, left, right, period], py) => {
      const array = toArray(x, py);
      if (kindOf(toArray(fp, py).dtype) === 'c')
        throw new NotKnown('np.interp of complex values is not modelled');
      if (array.data === null) return arrayOrScalar(abstractArray(array.shape, 'float64'));
      const wraps = period === null ? null : Math.abs(numberArgument(period, py));
      if (wraps === 0) throw raise(ValueError, 'period must be a non-zero value');
      const [points, heights] = knots(
        requireNumbers(toArray(xp, py)),
        requireNumbers(toArray(fp, py)),
        wraps,
      );
      if (points.length === 0) throw raise(ValueError, 'array of sample points is empty');
      if (points.length !== heights.length) throw raise(ValueError, 'fp and xp are not of the same length.');
      const last = points.length - 1;
      const low = left === null ? heights[0] : numberArgument(left, py);
      const high = right === null ? heights[last] : numberArgument(right, py);
      const result = Float64Array.from(requireNumbers(array), at => {
        const value = wraps === null ? at : ((at % wraps) + wraps) % wraps;
        if (Number.isNaN(value)) return value;
        if (value < points[0]) return low;
        if (value > points[last]) return high;
        let i = 0;
        while (i < last && points[i + 1] <= value) i++;
        if (i === last) return heights[last];
        const slope = (heights[i + 1] - heights[i]) / (points[i + 1] - points[i]);
        return slope * (value - points[i]) + heights[i];
      });
      return arrayOrScalar(concreteArray(fromItems(result, array.data.shape, 'float64')));
    },
  ),
];

/** The part of a full convolution that a mode keeps. */
function convolved(a: NumberItems, v: NumberItems, mode: string): number[] {
  const full = Array.from({ length: a.length + v.length - 1 }, (_, k) => {
    let sum = 0;
    for (let i = Math.max(0, k - v.length + 1); i <= Math.min(k, a.length - 1); i++) sum += a[i] * v[k - i];
    return sum;
  });
  const [long, short] = [Math.max(a.length, v.length), Math.min(a.length, v.length)];
  if (mode === 'valid') return full.slice(short - 1, long);
  if (mode === 'same') return full.slice((short - 1) >> 1, ((short - 1) >> 1) + long);
  return full;
}

const convolutions = (['convolve', 'correlate'] as const).map(name =>
  define(
    `${name}(a, v, mode='${name === 'convolve' ? 'full' : 'valid'}')`,
    'The discrete convolution or correlation of two sequences.',
    ([a, v, mode], py) => {
      const [left, right] = [toArray(a, py), toArray(v, py)];
      const type = promoteTypes(left.dtype, right.dtype);
      if (kindOf(type) === 'c') throw new NotKnown(`np.${name} of complex numbers is not modelled`);
      const [x, y] = [requireNumbers(left), requireNumbers(right)];
      if (x.length === 0 || y.length === 0)
        throw raise(ValueError, x.length === 0 ? 'a cannot be empty' : 'v cannot be empty');
      const second = name === 'correlate' ? (y.slice().reverse() as NumberItems) : y;
      return asType(floats(convolved(x, second, String(mode))), type);
    },
  ),
);

/** All functions of this file. */
export const statisticsFunctions = [...orders, ...counting, ...differences, ...convolutions];
