/** Medians, percentiles, quantiles. */

import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, type Value } from '../../python/values.ts';
import { axesArgument, knownShape } from './arguments.ts';
import { asType } from './casting.ts';
import { toArray } from './conversion.ts';
import { define } from './definition.ts';
import { kindOf } from './dtypes.ts';
import { facts, noFacts } from './facts.ts';
import { concatenate, sliceAxis } from './joining.ts';
import { mean } from './moments.ts';
import { abstractArray, concreteArray, type NdArray, requireNumbers } from './ndarray.ts';
import { deliver } from './reductionOptions.ts';
import { type Axes, normalizeAxes } from './reductions.ts';
import { normalizeAxis, reducedShape } from './shapes.ts';
import { sortedAlong } from './sorting.ts';
import { fromItems, type NumberItems, sizeOf } from './storage.ts';
import { ravel, reshape, transpose } from './views.ts';

/** Reduces each line along axes by a function of its sorted numbers. */
function orderStatistic(
  array: NdArray,
  axes: Axes,
  keep: boolean,
  statistic: (sorted: NumberItems) => number,
): NdArray {
  if (kindOf(array.dtype) === 'm')
    return asType(orderStatistic(asType(array, 'float64'), axes, keep, statistic), array.dtype);
  const over = normalizeAxes(axes, array.rank);
  const type = kindOf(array.dtype) === 'f' ? array.dtype : 'float64';
  const shape = reducedShape(array.shape, over, keep);
  if (array.data === null) {
    const { minimum, maximum } = array.facts;
    return abstractArray(
      shape,
      type,
      minimum === null || maximum === null ? noFacts : facts({ minimum, maximum }),
    );
  }
  const kept = over === null ? [] : array.shape.map((_, axis) => axis).filter(axis => !over.includes(axis));
  const moved = transpose(array, [...kept, ...(over ?? array.shape.map((_, axis) => axis))]);
  const rows = sizeOf(kept.map(axis => array.shape[axis] as number));
  const length = rows === 0 ? 0 : (array.size as number) / rows;
  const lines = sortedAlong(asType(reshape(moved, [rows, length]), type === 'float16' ? 'float64' : type), 1);
  const items = requireNumbers(lines);
  const result = new Float64Array(rows);
  for (let row = 0; row < rows; row++)
    result[row] = statistic(items.subarray(row * length, (row + 1) * length));
  return asType(concreteArray(fromItems(result, shape as number[], 'float64')), type);
}

function medianOf(sorted: NumberItems): number {
  const { length } = sorted;
  if (length === 0 || Number.isNaN(sorted[length - 1])) return Number.NaN;
  const middle = length >> 1;
  if (length % 2 === 1) return sorted[middle];
  const sum =
    sorted instanceof Float32Array
      ? Math.fround(sorted[middle - 1] + sorted[middle])
      : sorted[middle - 1] + sorted[middle];
  return sum / 2;
}

/** The median of what has no order statistics of its own: the mean of the one or two in the middle. */
function middleMean(array: NdArray, axes: Axes, py: Interpreter): NdArray {
  if (axes !== null && axes.length !== 1) throw new NotKnown('this median over several axes is not modelled');
  const source = axes === null ? ravel(array) : array;
  const axis = axes === null ? 0 : normalizeAxis(axes[0], array.rank);
  const length = source.shape[axis];
  if (length === null) throw new NotKnown('how many elements there are is not known before it runs');
  const sorted = sortedAlong(source, axis, py);
  return mean(sliceAxis(sorted, axis, (length - 1) >> 1, (length >> 1) + 1), [axis], { py });
}

/** The two parameters of the continuous estimators of Hyndman and Fan. */
const plotting: Readonly<Record<string, readonly [number, number]>> = {
  interpolated_inverted_cdf: [0, 1],
  hazen: [0.5, 0.5],
  weibull: [0, 0],
  median_unbiased: [1 / 3, 1 / 3],
  normal_unbiased: [3 / 8, 3 / 8],
};

const otherMethods = ['inverted_cdf', 'averaged_inverted_cdf', 'closest_observation'];

function plottedQuantile(sorted: NumberItems, q: number, [alpha, beta]: readonly [number, number]): number {
  const { length } = sorted;
  const virtual = length * q + (alpha + q * (1 - alpha - beta)) - 1;
  if (virtual >= length - 1) return sorted[length - 1];
  if (virtual < 0) return sorted[0];
  const below = Math.floor(virtual);
  const part = virtual - below;
  const difference = sorted[below + 1] - sorted[below];
  return part >= 0.5 ? sorted[below + 1] - difference * (1 - part) : sorted[below] + difference * part;
}

function quantileOf(sorted: NumberItems, q: number, method: string): number {
  const { length } = sorted;
  if (length === 0 || Number.isNaN(sorted[length - 1])) return Number.NaN;
  if (method in plotting) return plottedQuantile(sorted, q, plotting[method]);
  const virtual = (length - 1) * q;
  const below = Math.floor(virtual);
  const above = Math.min(length - 1, below + 1);
  const part = virtual - below;
  switch (method) {
    case 'lower':
      return sorted[below];
    case 'higher':
      return sorted[Math.ceil(virtual)];
    case 'nearest':
      return sorted[part < 0.5 || (part === 0.5 && below % 2 === 0) ? below : above];
    case 'midpoint':
      return part === 0 ? sorted[below] : (sorted[below] + sorted[above]) / 2;
    case 'linear': {
      const difference = sorted[above] - sorted[below];
      return part >= 0.5 ? sorted[above] - difference * (1 - part) : sorted[below] + difference * part;
    }
    default: {
      if (!otherMethods.includes(method)) {
        throw raise(
          ValueError,
          `'${method}' is not a valid method. Use one of: dict_keys(['inverted_cdf', 'averaged_inverted_cdf', 'closest_observation', 'interpolated_inverted_cdf', 'hazen', 'weibull', 'linear', 'median_unbiased', 'normal_unbiased', 'lower', 'higher', 'midpoint', 'nearest'])`,
        );
      }
      throw new NotKnown(`quantiles by ${method} are not modelled`);
    }
  }
}

function quantile(args: readonly Value[], scale: number, py: Interpreter): Value {
  const [a, q, axis, out, , named, keep, interpolation] = args;
  const method = interpolation ?? named;
  const array = toArray(a, py);
  const wanted = toArray(q, py);
  const fractions = Array.from(requireNumbers(wanted), value => value / scale);
  if (fractions.some(value => !(value >= 0 && value <= 1))) {
    throw raise(
      ValueError,
      scale === 100 ? 'Percentiles must be in the range [0, 100]' : 'Quantiles must be in the range [0, 1]',
    );
  }
  const axes = axesArgument(axis, py);
  const results = fractions.map(fraction =>
    orderStatistic(array, axes, py.truth(keep), sorted => quantileOf(sorted, fraction, String(method))),
  );
  if (wanted.rank === 0) return deliver(results[0], out);
  const stacked = concatenate(
    results.map(result => reshape(result, [1, ...knownShape(result.shape)])),
    0,
  );
  return deliver(stacked, out);
}

const quantileParameters =
  "q, axis=None, out=None, overwrite_input=False, method='linear', keepdims=False, *, interpolation=None";

export const orders = [
  define(
    'median(a, axis=None, out=None, overwrite_input=False, keepdims=False)',
    'The median.',
    ([a, axis, out, , keep], py) => {
      const array = toArray(a, py);
      const special = 'cUS'.includes(kindOf(array.dtype));
      return deliver(
        special
          ? middleMean(array, axesArgument(axis, py), py)
          : orderStatistic(array, axesArgument(axis, py), py.truth(keep), medianOf),
        out,
      );
    },
  ),
  define(`percentile(a, ${quantileParameters})`, 'Percentiles.', (args, py) => quantile(args, 100, py)),
  define(`quantile(a, ${quantileParameters})`, 'Quantiles.', (args, py) => quantile(args, 1, py)),
  define(
    'nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False)',
    'The median without NaN.',
    ([a, axis, out, , keep], py) =>
      deliver(
        orderStatistic(toArray(a, py), axesArgument(axis, py), py.truth(keep), sorted =>
          medianOf(sorted.filter(value => !Number.isNaN(value)) as NumberItems),
        ),
        out,
      ),
  ),
];
