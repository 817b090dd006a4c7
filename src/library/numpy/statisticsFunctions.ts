/** Order statistics, histograms, differences, interpolation, covariance. */
import { raise, TypeError, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyFloat, PyTuple, type Value } from '../../python/values.ts';
import { axesArgument, integerArgument, knownShape, numberArgument, sequenceOf } from './arguments.ts';
import { asType } from './casting.ts';
import { arrayOrScalar, toArray } from './conversion.ts';
import { define } from './definition.ts';
import { kindOf, promoteTypes } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { facts, noFacts } from './facts.ts';
import { concatenate, sliceAxis } from './joining.ts';
import { abstractArray, concreteArray, type NdArray, numbersOf, requireData } from './ndarray.ts';
import { operation } from './operations.ts';
import { matmul } from './products.ts';
import { deliver } from './reductionFunctions.ts';
import { type Axes, mean, normalizeAxes, reduce } from './reductions.ts';
import { normalizeAxis, reducedShape } from './shapes.ts';
import { sortedAlong } from './sorting.ts';
import { contiguousItems, fromItems, type NumberItems, sizeOf } from './storage.ts';
import { atLeast, ravel, reshape, transpose } from './views.ts';

const floats = (values: Iterable<number>, shape?: readonly number[]): NdArray => {
  const items = Float64Array.from(values);
  return concreteArray(fromItems(items, shape ?? [items.length], 'float64'));
};

const integers = (values: Iterable<number>): NdArray => {
  const items = Float64Array.from(values);
  return concreteArray(fromItems(items, [items.length], 'int64'));
};

/** Reduces each line along axes by a function of its sorted numbers. */
function orderStatistic(
  array: NdArray,
  axes: Axes,
  keep: boolean,
  statistic: (sorted: NumberItems) => number,
): NdArray {
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
  const items = numbersOf(lines)!;
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

function quantileOf(sorted: NumberItems, q: number, method: string): number {
  const { length } = sorted;
  if (length === 0 || Number.isNaN(sorted[length - 1])) return Number.NaN;
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
    default:
      throw new NotKnown(`quantiles by ${method} are not modelled`);
  }
}

function quantile(args: readonly Value[], scale: number, py: Interpreter): Value {
  const [a, q, axis, out, , method, keep] = args;
  const array = toArray(a, py);
  const wanted = toArray(q, py);
  const fractions = Array.from(numbersOf(wanted) ?? [], value => value / scale);
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

const orders = [
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

function binEdges(values: NumberItems, bins: Value, range: Value, py: Interpreter): Float64Array {
  const given = sequenceOf(bins, py);
  if (given !== null) {
    const edges = Float64Array.from(numbersOf(toArray(bins, py))!);
    if (edges.some((edge, index) => index > 0 && edge < edges[index - 1]))
      throw raise(ValueError, '`bins` must increase monotonically, when an array');
    return edges;
  }
  if (typeof bins === 'string') throw new NotKnown(`bins by the ${bins} rule are not modelled`);
  const count = integerArgument(bins, py);
  if (count < 1) throw raise(ValueError, '`bins` must be positive, when an integer');
  let low = 0;
  let high = 1;
  if (range !== null) [low, high] = (sequenceOf(range, py) ?? []).map(end => numberArgument(end, py));
  else if (values.length > 0) {
    low = Number.POSITIVE_INFINITY;
    high = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) throw raise(ValueError, 'max must be larger than min in range parameter.');
  if (!Number.isFinite(low) || !Number.isFinite(high))
    throw raise(ValueError, `autodetected range of [${low}, ${high}] is not finite`);
  if (low === high) {
    low -= 0.5;
    high += 0.5;
  }
  const step = (high - low) / count;
  const edges = Float64Array.from({ length: count + 1 }, (_, i) => i * step + low);
  edges[count] = high;
  return edges;
}

const histogram = define(
  'histogram(a, bins=10, range=None, density=None, weights=None)',
  'How many elements fall into each bin, and the edges of the bins.',
  ([a, bins, range, density, weights], py) => {
    const values = numbersOf(toArray(a, py));
    if (values === null) throw raise(TypeError, "ufunc 'subtract' did not contain a loop for these types");
    const edges = binEdges(values, bins, range, py);
    const weight = weights === null ? null : numbersOf(toArray(weights, py));
    const counts = new Float64Array(edges.length - 1);
    const last = edges.length - 1;
    values.forEach((value: number, index: number) => {
      if (!(value >= edges[0] && value <= edges[last])) return;
      let bin = 0;
      let high = last;
      while (high - bin > 1) {
        const middle = (bin + high) >> 1;
        if (edges[middle] <= value) bin = middle;
        else high = middle;
      }
      counts[bin] += weight === null ? 1 : weight[index];
    });
    const edgeArray = sequenceOf(bins, py) === null ? floats(edges) : toArray(bins, py);
    if (density !== null && py.truth(density)) {
      const total = counts.reduce((sum, count) => sum + count, 0);
      return new PyTuple([
        floats(counts.map((count, i) => count / (edges[i + 1] - edges[i]) / total)),
        edgeArray,
      ]);
    }
    return new PyTuple([weight === null ? integers(counts) : floats(counts), edgeArray]);
  },
  ([, bins], py) => {
    const given = sequenceOf(bins, py);
    const count = given === null ? integerArgument(bins, py) : given.length - 1;
    return new PyTuple([
      abstractArray([count], 'int64', { ...noFacts, integers: true, minimum: 0 }),
      abstractArray([count + 1], 'float64'),
    ]);
  },
);

const counting = [
  histogram,
  define(
    'histogram_bin_edges(a, bins=10, range=None, weights=None)',
    'The edges of the bins of a histogram.',
    ([a, bins, range], py) => floats(binEdges(numbersOf(toArray(a, py))!, bins, range, py)),
  ),
  define(
    'bincount(x, weights=None, minlength=0)',
    'How often each non-negative integer occurs.',
    ([x, weights, least], py) => {
      const array = toArray(x, py);
      if (array.rank !== 1)
        throw raise(
          ValueError,
          array.rank === 0
            ? 'object of too small depth for desired array'
            : 'object too deep for desired array',
        );
      if ((kindOf(array.dtype) === 'f' || array.dtype === 'uint64') && array.size !== 0)
        throw raise(
          TypeError,
          `Cannot cast array data from dtype('${array.dtype}') to dtype('int64') according to the rule 'safe'`,
        );
      const values = numbersOf(array)!;
      let length = integerArgument(least, py);
      for (const value of values) {
        if (value < 0) throw raise(ValueError, "'list' argument must have no negative elements");
        length = Math.max(length, value + 1);
      }
      const weight = weights === null ? null : numbersOf(toArray(weights, py))!;
      const counts = new Float64Array(length);
      for (let i = 0; i < values.length; i++) counts[values[i]] += weight === null ? 1 : weight[i];
      return weight === null ? integers(counts) : floats(counts);
    },
    ([x, weights, least], py) => {
      const array = toArray(x, py);
      const bound = array.facts.maximum;
      const minimum = integerArgument(least, py);
      const length = bound !== null && bound < minimum ? minimum : null;
      return abstractArray(
        [length],
        weights === null ? 'int64' : 'float64',
        weights === null ? { ...noFacts, integers: true, minimum: 0 } : noFacts,
      );
    },
  ),
  define(
    'digitize(x, bins, right=False)',
    'The bin that each element falls into.',
    ([x, bins, right], py) => {
      const edges = numbersOf(toArray(bins, py))!;
      const array = toArray(x, py);
      if (array.data === null)
        return arrayOrScalar(
          abstractArray(array.shape, 'int64', facts({ integers: true, minimum: 0, maximum: edges.length })),
        );
      const closed = py.truth(right);
      const decreasing = edges.length > 1 && edges[0] > edges[edges.length - 1];
      const sorted = decreasing ? [...edges].reverse() : [...edges];
      const values = numbersOf(array)!;
      const result = Float64Array.from(values, value => {
        // From the right end of a decreasing list the closed side is the other one.
        const inclusive = decreasing ? closed : !closed;
        const below = sorted.filter(edge => (inclusive ? edge <= value : edge < value)).length;
        return decreasing ? sorted.length - below : below;
      });
      return arrayOrScalar(concreteArray(fromItems(result, array.data.shape, 'int64')));
    },
  ),
];

function difference(array: NdArray, axis: number, py: Interpreter): NdArray {
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
      return concatenate(parts, 0, parts[0].dtype);
    },
  ),
  ...['trapz', 'trapezoid'].map(name =>
    define(
      `${name}(y, x=None, dx=1.0, axis=-1)`,
      'The integral by the trapezoidal rule.',
      ([y, x, dx], py) => {
        const values = numbersOf(toArray(y, py))!;
        const points = x === null ? null : numbersOf(toArray(x, py))!;
        const step = numberArgument(dx, py);
        const parts = Float64Array.from(
          { length: Math.max(0, values.length - 1) },
          (_, i) => ((points ? points[i + 1] - points[i] : step) * (values[i + 1] + values[i])) / 2,
        );
        return arrayOrScalar(reduce('add', floats(parts), null));
      },
    ),
  ),
  define(
    'interp(x, xp, fp, left=None, right=None, period=None)',
    'Piecewise linear interpolation.',
    ([x, xp, fp, left, right, period], py) => {
      const array = toArray(x, py);
      if (array.data === null) return arrayOrScalar(abstractArray(array.shape, 'float64'));
      const wraps = period === null ? null : Math.abs(numberArgument(period, py));
      if (wraps === 0) throw raise(ValueError, 'period must be a non-zero value');
      const [points, heights] = knots(numbersOf(toArray(xp, py))!, numbersOf(toArray(fp, py))!, wraps);
      if (points.length !== heights.length) throw raise(ValueError, 'fp and xp are not of the same length.');
      const last = points.length - 1;
      const low = left === null ? heights[0] : numberArgument(left, py);
      const high = right === null ? heights[last] : numberArgument(right, py);
      const result = Float64Array.from(numbersOf(array)!, at => {
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

function covariance(m: NdArray, rows: boolean, degrees: number, py: Interpreter): NdArray {
  const type = promoteTypes(m.dtype, 'float64');
  let x = atLeast(asType(m, type), 2);
  if (!rows && m.rank === 2 && x.shape[0] !== 1) x = transpose(x);
  const count = x.shape[1] as number;
  const average = mean(x, [1], { keepDimensions: true });
  const centred = applyElementwise(operation('subtract'), [x, average], { py });
  const product = matmul(centred, transpose(centred));
  const factor = concreteArray(fromItems(Float64Array.of(1 / (count - degrees)), [], 'float64'));
  return applyElementwise(operation('multiply'), [product, factor], { py });
}

const covariances = [
  define(
    'cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None)',
    'The covariance matrix.',
    ([m, y, rows, bias, ddof], py) => {
      const source =
        y === null
          ? toArray(m, py)
          : concatenate([atLeast(toArray(m, py), 2), atLeast(toArray(y, py), 2)], 0);
      const degrees = ddof === null ? (py.truth(bias) ? 0 : 1) : integerArgument(ddof, py);
      const result = covariance(source, py.truth(rows), degrees, py);
      return arrayOrScalar(result.size === 1 ? reshape(result, []) : result);
    },
  ),
  define(
    'corrcoef(x, y=None, rowvar=True, bias=None, ddof=None, *, dtype=None)',
    'The correlation matrix.',
    ([x, y, rows], py) => {
      const source =
        y === null
          ? toArray(x, py)
          : concatenate([atLeast(toArray(x, py), 2), atLeast(toArray(y, py), 2)], 0);
      const c = covariance(source, py.truth(rows), 1, py);
      const n = c.shape[0] as number;
      const items = Float64Array.from(contiguousItems(requireData(c)) as Float64Array);
      const spread = Array.from({ length: n }, (_, i) => Math.sqrt(items[i * n + i]));
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) items[i * n + j] = items[i * n + j] / spread[i] / spread[j];
      const clipped = items.map(value => Math.min(1, Math.max(-1, value)));
      return n === 1 ? new PyFloat(clipped[0]) : concreteArray(fromItems(clipped, [n, n], 'float64'));
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
      const [x, y] = [numbersOf(left)!, numbersOf(right)!];
      if (x.length === 0 || y.length === 0)
        throw raise(ValueError, x.length === 0 ? 'a cannot be empty' : 'v cannot be empty');
      const second = name === 'correlate' ? (y.slice().reverse() as NumberItems) : y;
      return asType(floats(convolved(x, second, String(mode))), type);
    },
  ),
);

/** All functions of this file. */
export const statisticsFunctions = [...orders, ...counting, ...differences, ...covariances, ...convolutions];
